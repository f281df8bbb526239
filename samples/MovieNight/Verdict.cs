using Itdr;

namespace MovieNight;

/// <summary>How an answer was read, for the page.</summary>
/// <param name="Outcome"><c>clean</c>, <c>repaired</c>, <c>refused</c>, or <c>none</c> where no text came to an end.</param>
/// <param name="Text">What the recommender wrote.</param>
/// <param name="Repairs">What was overlooked in it.</param>
/// <param name="Failure">Why there is no ranking, or null.</param>
/// <param name="FailedAt">Where in the text reading stopped, or null.</param>
internal sealed record Verdict(string Outcome, string Text, IReadOnlyList<RepairNote> Repairs, string? Failure = null, int? FailedAt = null)
{
    public static Verdict Of(AnswerResult<FilmNight.Answer> result) => result switch
    {
        { CallFailure: { } call } => new("none", result.Text, [], call.Message),
        { Failure: { } failure } => new("refused", result.Text, [], failure.Message, failure.Position),
        { Repairs.IsEmpty: true } => new("clean", result.Text, []),
        _ => new("repaired", result.Text, [.. result.Repairs.Select(static repair => new RepairNote(repair.Kind.ToString(), repair.Position, RepairWords.Of(repair.Kind)))]),
    };

    public static Verdict NoAnswer(string why) => new("none", "", [], why);
}

/// <summary>A repair in words.</summary>
internal sealed record RepairNote(string Kind, int Position, string Words);
