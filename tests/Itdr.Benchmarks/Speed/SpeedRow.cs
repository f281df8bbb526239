using System.Globalization;

namespace Itdr.Benchmarks.Speed;

/// <summary>A row of the table: what was measured, beside what, against which target.</summary>
internal static class SpeedRow
{
    /// <summary>Writes the head of the table.</summary>
    public static void WriteHead()
    {
        Console.WriteLine("| what | ours | beside it | target | |");
        Console.WriteLine("|---|---|---|---|---|");
    }

    /// <summary>Writes a row.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="ours">What ours took.</param>
    /// <param name="beside">What it stands beside, and what that took.</param>
    /// <param name="target">What must be reached; empty where nothing must.</param>
    /// <param name="isReached">Whether it was; of no interest without a target.</param>
    /// <param name="ratio">The ratio by which it was decided.</param>
    public static void Write(string what, string ours, string beside, string target, bool isReached, string ratio) =>
        Console.WriteLine($"| {what} | {ours} | {beside} | {target} | {Result(target, isReached, ratio)} |");

    /// <summary>A time and an allocation, as text.</summary>
    public static string Text(Timing timing) => string.Create(CultureInfo.InvariantCulture, $"{timing.Nanoseconds:N0} ns, {timing.Bytes:N0} B");

    /// <summary>An allocation, as text.</summary>
    public static string Size(Timing timing) => string.Create(CultureInfo.InvariantCulture, $"{timing.Bytes:N0} B");

    /// <summary>A ratio, as text.</summary>
    public static string Text(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} ×");

    private static string Result(string target, bool isReached, string ratio)
    {
        var result = target.Length == 0 ? "" : isReached ? "reached" : "not reached";
        return (result, ratio) switch
        {
            ("", _) => ratio,
            (_, "") => result,
            _ => $"{result} ({ratio})",
        };
    }
}
