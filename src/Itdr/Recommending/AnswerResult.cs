using System.Collections.Immutable;
using System.Text;

namespace Itdr;

/// <summary>What a recommender gave back.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
/// <param name="Parsed">The typed answer with the repairs that reading it took, or why the text is not an answer.</param>
/// <param name="Text">The text as the recommender wrote it.</param>
public sealed record AnswerResult<TAnswer>(ParseResult<TAnswer> Parsed, string Text)
{
    /// <summary>What the answer took, or null if the recommender does not know.</summary>
    public AnswerUsage? Usage { get; init; }

    /// <summary>The natural logarithm of the text's probability among what the recommender could write, or null if it does not know.</summary>
    public double? LogProbability { get; init; }

    /// <summary>
    /// The smallest distance of log-probability between what was chosen and what came second, over all choices among
    /// candidates or other closed sets; infinite if there was no choice, null if the recommender does not know.
    /// </summary>
    public double? SmallestMargin { get; init; }

    /// <summary>Why the call ended without a text to read, or null if there was one.</summary>
    public CallFailure? CallFailure { get; init; }

    /// <summary>Whether there is an answer.</summary>
    public bool Succeeded => Parsed.Succeeded;

    /// <summary>The answer.</summary>
    /// <exception cref="AnswerException">There is none; the message says why.</exception>
    public TAnswer Value => Parsed.TryGetValue(out var value) ? value : throw new AnswerException(Error!.Value, FailureMessage!);

    /// <summary>Where reading stopped and what was expected there, or null if there is an answer; what matters after a call that failed is <see cref="CallFailure"/>.</summary>
    public ParseFailure? Failure => Parsed.Failure;

    /// <summary>Why there is no answer, for programs; null if there is one.</summary>
    public AnswerError? Error => Succeeded ? null : CallFailure?.Error ?? AnswerError.Unreadable;

    /// <summary>Why there is no answer, in one sentence; null if there is one.</summary>
    public string? FailureMessage => Succeeded ? null : CallFailure?.Message ?? Failure!.Message;

    /// <summary>What was overlooked when the text was read.</summary>
    public ImmutableArray<Repair> Repairs => Parsed.Repairs;

    /// <summary>The result of a call that gave no text to read.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="text">What had arrived by then, if anything.</param>
    public static AnswerResult<TAnswer> Failed(CallFailure failure, string text = "")
    {
        ArgumentNullException.ThrowIfNull(failure);
        var nothing = new ParseFailure(null, text.Length, "an answer", "that the call failed");
        return new AnswerResult<TAnswer>(ParseResult<TAnswer>.Failed(nothing), text) { CallFailure = failure };
    }

    // The members of a record are printed all, and Value throws where there is none.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(Succeeded ? $"{nameof(Value)} = {Value}" : $"{nameof(Error)} = {Error}, {nameof(FailureMessage)} = {FailureMessage}");
        builder.Append($", {nameof(Text)} = {Text}, {nameof(Usage)} = {Usage}");
        return true;
    }
}
