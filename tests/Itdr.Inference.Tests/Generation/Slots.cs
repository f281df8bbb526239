namespace Itdr.Inference.Tests.Generation;

/// <summary>Constraints of single slots, as generated code makes them.</summary>
internal static class Slots
{
    public static OutputConstraint Ranking(string[] texts, TextEnd? end = null, ListLayout? layout = null, int top = 0)
    {
        using var candidates = CandidateTexts.Render(texts);
        return new RankingSlot("Ranking", "Candidates", layout ?? ListLayout.Numbered, end ?? TextEnd.OfAnswer) { Top = top }.Constrain(candidates);
    }

    public static OutputConstraint Choice(string[] texts, TextEnd? end = null)
    {
        using var candidates = CandidateTexts.Render(texts);
        return new ChoiceSlot("Choice", "Candidates", end ?? TextEnd.OfAnswer).Constrain(candidates);
    }

    public static OutputConstraint Scale(RatingScale scale, TextEnd? end = null) =>
        new ScaleSlot<decimal>("Rating", "Scale", end ?? TextEnd.OfAnswer).Constrain(scale);

    public static OutputConstraint Whole(int minimum, int maximum, TextEnd? end = null) =>
        new NumberSlot<int>("Age", end ?? TextEnd.OfAnswer) { Minimum = minimum, Maximum = maximum }.Constrain();

    public static OutputConstraint Fraction(double? minimum, double? maximum, TextEnd? end = null) =>
        new NumberSlot<double>("Share", end ?? TextEnd.OfAnswer) { Minimum = minimum, Maximum = maximum }.Constrain();

    public static OutputConstraint Text(TextEnd? end = null, bool isOptional = false) =>
        new TextSlot("Summary", end ?? TextEnd.OfAnswer) { IsOptional = isOptional }.Constrain();

    public static DateSlot<T> Date<T>(string format, TextEnd? end = null)
        where T : struct, ISpanFormattable, IEquatable<T> =>
        new("Date", format, end ?? TextEnd.OfAnswer);

    public static ListSlot<int> Wholes(ListLayout layout, int minimum, int maximum, TextEnd? end = null, bool isOptional = false) =>
        new("Years", layout, next => new NumberSlot<int>("Years", next) { Minimum = minimum, Maximum = maximum }, end ?? TextEnd.OfAnswer) { IsOptional = isOptional };

    public static ListSlot<string> Texts(ListLayout layout, TextEnd? end = null) =>
        new("Reasons", layout, static next => new TextSlot("Reasons", next) { IsEntry = true }, end ?? TextEnd.OfAnswer);

    public static ListSlot<T> Dates<T>(ListLayout layout, string format, TextEnd? end = null)
        where T : struct, ISpanFormattable, IEquatable<T> =>
        new("Dates", layout, next => new DateSlot<T>("Dates", format, next), end ?? TextEnd.OfAnswer);
}
