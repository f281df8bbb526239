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
}
