using System.Globalization;
using Itdr.Evaluation;

namespace Itdr.Cli.Evaluating;

/// <summary>Writes scores for tables.</summary>
internal static class ScoreText
{
    /// <summary>A score, or a dash where there is none.</summary>
    public static string Of(double? score) => score is { } value && double.IsFinite(value) ? value.ToString(value >= 100 ? "F1" : "F4", CultureInfo.InvariantCulture) : "–";

    /// <summary>An interval: <c>0.812–0.835</c>.</summary>
    public static string Of(ConfidenceInterval interval) => double.IsFinite(interval.Low) ? $"{Short(interval.Low)}–{Short(interval.High)}" : "–";

    /// <summary>A score with half the width of its interval: <c>0.9455±.009</c>.</summary>
    public static string WithHalfWidth(RunScore? score)
    {
        if (score is null || !double.IsFinite(score.Interval.Low))
        {
            return Of(score?.All);
        }

        var half = (score.Interval.High - score.Interval.Low) / 2;
        return $"{Of(score.All)}±{half.ToString(half >= 10 ? "F1" : ".000", CultureInfo.InvariantCulture)}";
    }

    /// <summary>A part of a whole in percent.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–" : (part / (double)whole).ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A p-value.</summary>
    public static string PValue(double? value) => value switch
    {
        null => "–",
        < 0.0001 => "<.0001",
        { } known => known.ToString("F4", CultureInfo.InvariantCulture),
    };

    /// <summary>A chance level, marked where it was drawn.</summary>
    public static string Chance(ScoreLine line) => line.Chance is null ? "–" : $"{(line.IsChanceDrawn ? "~" : "")}{Of(line.Chance)}";

    /// <summary>A difference with its sign.</summary>
    public static string Difference(double value) => value.ToString(Math.Abs(value) >= 100 ? "+0.0;-0.0" : "+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    /// <summary>An interval of differences, whose ends may be negative.</summary>
    public static string DifferenceInterval(ConfidenceInterval interval) => $"[{Short(interval.Low)}, {Short(interval.High)}]";

    private static string Short(double value) => value.ToString(Math.Abs(value) >= 100 ? "F1" : "F3", CultureInfo.InvariantCulture);
}
