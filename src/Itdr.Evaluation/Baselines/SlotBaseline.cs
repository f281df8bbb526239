using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>How a baseline fills one slot of an answer. It is used by several threads at once.</summary>
internal abstract class SlotBaseline
{
    /// <summary>Whether it can fill slots of this kind at all.</summary>
    public abstract bool Answers(AnswerSlotKind kind);

    /// <summary>The slot's value as JSON, or null if the training split does not tell.</summary>
    public abstract string? Answer(SlotQuestion question);

    /// <summary>The value of a slot that ranks or chooses: the candidates by falling score, those with the same score in the order of the task.</summary>
    protected static string Rank(SlotQuestion question, Func<string, double> score)
    {
        var ranked = question.Candidates.OrderByDescending(candidate => score(candidate.Key)).Select(static candidate => Text(candidate.Text));
        return question.Constraint is RankingConstraint ranking ? $"[{string.Join(',', ranked.Take(ranking.Places))}]" : ranked.First();
    }

    /// <summary>The value of a number slot: of the numbers that it may hold the nearest one; of two, the greater.</summary>
    protected static string Number(SlotQuestion question, double value)
    {
        var numbers = (NumberConstraint)question.Constraint;
        var points = numbers.Values.Count > 0 ? numbers.Values : numbers.Texts;
        if (points.Count > 0)
        {
            return points.OrderBy(point => Math.Abs(Parse(point) - value)).ThenByDescending(Parse).First();
        }

        var bounded = Math.Max(numbers.Minimum is { } least ? Parse(least) : double.NegativeInfinity, value);
        bounded = Math.Min(numbers.Maximum is { } greatest ? Parse(greatest) : double.PositiveInfinity, bounded);
        return Math.Round(bounded, numbers.IsWhole ? 0 : 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
    }

    protected static string Text(string text) => $"\"{JavaScriptEncoder.Default.Encode(text)}\"";

    protected static double Parse(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    protected static bool IsOfCandidates(AnswerSlotKind kind) => kind is AnswerSlotKind.Ranking or AnswerSlotKind.Choice;

    /// <summary>A value of the training answers as this slot can hold it: a number is moved to the nearest one that the task allows.</summary>
    protected static string Fit(SlotQuestion question, string json) =>
        question.Constraint is NumberConstraint && JsonElement.Parse(json) is { ValueKind: JsonValueKind.Number } number ? Number(question, number.GetDouble()) : json;
}
