namespace Itdr.Datasets;

/// <summary>How long some texts are, in tokens.</summary>
public sealed class LengthSummary
{
    private readonly int[] sorted;

    /// <summary>Summarises lengths.</summary>
    /// <param name="lengths">The lengths, in any order; none is a summary too.</param>
    public LengthSummary(IEnumerable<int> lengths)
    {
        sorted = [.. lengths.Order()];
        Mean = sorted.Length == 0 ? 0 : sorted.Average(static length => (decimal)length);
    }

    /// <summary>How many texts there are.</summary>
    public int Count => sorted.Length;

    /// <summary>The mean; 0 where there is no text.</summary>
    public decimal Mean { get; }

    /// <summary>The length that half of the texts do not exceed; 0 where there is no text.</summary>
    public int Median => AtMost(0.5m);

    /// <summary>The length that 95 of 100 texts do not exceed; 0 where there is no text.</summary>
    public int Percentile95 => AtMost(0.95m);

    /// <summary>The longest; 0 where there is no text.</summary>
    public int Longest => AtMost(1);

    /// <summary>Counts the lengths in bins of equal width from 0; the last bin takes what is longer too.</summary>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <param name="width">The width of a bin, at least 1.</param>
    internal int[] Histogram(int bins, int width)
    {
        var counts = new int[bins];
        foreach (var length in sorted)
        {
            counts[Math.Min(length / width, bins - 1)]++;
        }

        return counts;
    }

    /// <summary>The smallest length that a part of the texts does not exceed (nearest rank).</summary>
    private int AtMost(decimal part) => sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * part) - 1)];
}
