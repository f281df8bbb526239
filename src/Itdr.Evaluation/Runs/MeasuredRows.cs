namespace Itdr.Evaluation;

/// <summary>What instances contributed to a metric, with their ids, so that two runs can be paired.</summary>
/// <param name="metric">The metric.</param>
public sealed class MeasuredRows(Metric metric)
{
    private readonly List<string> ids = [];

    /// <summary>What the instances contributed.</summary>
    public ScoreRows Rows { get; } = new(metric);

    /// <summary>The ids of the instances, in the same order.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>How many instances contributed.</summary>
    public int Count => ids.Count;

    /// <summary>The score; NaN for no instance.</summary>
    public double Score => Rows.Score();

    /// <summary>The rows of several cells together. Where they measure different slots, an instance may have a row of each, and each id names its slot too.</summary>
    /// <param name="parts">The slot and the rows of each, all of metrics with one signature.</param>
    internal static MeasuredRows Concat(IReadOnlyList<(string? Slot, MeasuredRows Rows)> parts)
    {
        var all = new MeasuredRows(parts[0].Rows.Rows.Metric);
        var isOneSlot = parts.Select(static part => part.Slot).Distinct().Count() == 1;
        foreach (var (slot, rows) in parts)
        {
            for (var index = 0; index < rows.Count; index++)
            {
                all.Add(isOneSlot ? rows.Ids[index] : $"{rows.Ids[index]} {slot}", rows.Rows.Row(index));
            }
        }

        return all;
    }

    /// <summary>Compares two runs over the instances that contributed to both.</summary>
    /// <param name="other">The other run.</param>
    /// <param name="options">How to resample; null for <see cref="BootstrapOptions.Default"/>.</param>
    /// <returns>The difference by the paired bootstrap, and the number of instances that it is over.</returns>
    /// <exception cref="ArgumentException">The runs are not measured by the same definition.</exception>
    public (PairedDifference Difference, int Count) Compare(MeasuredRows other, BootstrapOptions? options = null)
    {
        var (mine, theirs) = Pair(other);
        return (Bootstrap.Compare(mine, theirs, options), mine.Count);
    }

    /// <summary>
    /// The Wilcoxon signed-rank test of the differences between two runs, instance by instance, over those that
    /// contributed to both.
    /// </summary>
    /// <param name="other">The other run.</param>
    /// <exception cref="InvalidOperationException">The metric has no score for a single instance.</exception>
    public WilcoxonResult Wilcoxon(MeasuredRows other)
    {
        if (Rows.Metric.Width != 1)
        {
            throw new InvalidOperationException($"{Rows.Metric.Name} has no score for a single instance; compare by the bootstrap.");
        }

        var (mine, theirs) = Pair(other);
        return WilcoxonSignedRank.Test([.. Enumerable.Range(0, mine.Count).Select(index => mine.Row(index)[0] - theirs.Row(index)[0])]);
    }

    internal void Add(string id, ReadOnlySpan<double> row)
    {
        ids.Add(id);
        Rows.Add(row);
    }

    private (ScoreRows Mine, ScoreRows Theirs) Pair(MeasuredRows other)
    {
        var places = Enumerable.Range(0, other.Count).ToDictionary(index => other.Ids[index], StringComparer.Ordinal);
        var (mine, theirs) = (new ScoreRows(Rows.Metric), new ScoreRows(other.Rows.Metric));
        for (var index = 0; index < Count; index++)
        {
            if (places.TryGetValue(ids[index], out var place))
            {
                mine.Add(Rows.Row(index));
                theirs.Add(other.Rows.Row(place));
            }
        }

        return (mine, theirs);
    }
}
