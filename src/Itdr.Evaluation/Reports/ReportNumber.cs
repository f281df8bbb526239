using System.Globalization;

namespace Itdr.Evaluation;

/// <summary>Writes numbers for a report.</summary>
internal static class ReportNumber
{
    public static string Score(double? score) => score is { } value && double.IsFinite(value) ? value.ToString(Math.Abs(value) >= 100 ? "F1" : "F4", CultureInfo.InvariantCulture) : "–";

    public static string Interval(ConfidenceInterval interval) => double.IsFinite(interval.Low) ? $"{Score(interval.Low)} to {Score(interval.High)}" : "";

    public static string Difference(double value) => value.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture);

    public static string PValue(double? value) => value switch
    {
        null => "–",
        < 0.0001 => "< 0.0001",
        { } known => known.ToString("F4", CultureInfo.InvariantCulture),
    };

    public static string Share(double share) => double.IsFinite(share) ? share.ToString("0.#%", CultureInfo.InvariantCulture) : "–";

    public static string Percent(double? value) => value is { } known ? known.ToString("F2", CultureInfo.InvariantCulture) : "–";

    public static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
