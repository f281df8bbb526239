using System.Text.Json;

namespace Itdr.Evaluation.Tests;

/// <summary>A file of numbers that a reference implementation gave; README.md beside it says which.</summary>
internal static class GoldenFile
{
    private const double Tolerance = 1e-12;

    public static IReadOnlyList<JsonElement> Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        var rows = File.ReadLines(path).Select(static line => JsonElement.Parse(line)).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    public static double[] Numbers(this JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(static number => number.GetDouble())];

    /// <summary>Requires equality to 1e-12, of the value itself where it is above 1.</summary>
    public static void AssertEqual(double expected, double actual, string what)
    {
        var difference = Math.Abs(expected - actual);
        Assert.True(difference <= Tolerance * Math.Max(1, Math.Abs(expected)), $"{what}: expected {expected:R}, got {actual:R}.");
    }
}
