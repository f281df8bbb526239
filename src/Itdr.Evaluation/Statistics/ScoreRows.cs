namespace Itdr.Evaluation;

/// <summary>What each instance contributed to a metric, row by row, so that scores of resampled instances can be taken.</summary>
/// <param name="metric">The metric.</param>
public sealed class ScoreRows(Metric metric)
{
    private double[] values = new double[16 * metric.Width];

    /// <summary>The metric.</summary>
    public Metric Metric { get; } = metric;

    /// <summary>How many instances contributed.</summary>
    public int Count { get; private set; }

    /// <summary>Adds what one instance contributes.</summary>
    /// <param name="row">The numbers, <see cref="Metric.Width"/> of them.</param>
    /// <exception cref="ArgumentException">There are not as many numbers as the metric takes.</exception>
    public void Add(ReadOnlySpan<double> row)
    {
        if (row.Length != Metric.Width)
        {
            throw new ArgumentException($"A row of {Metric.Name} has {Metric.Width} numbers, not {row.Length}.", nameof(row));
        }

        var start = Count * row.Length;
        if (start == values.Length)
        {
            Array.Resize(ref values, start * 2);
        }

        row.CopyTo(values.AsSpan(start));
        Count++;
    }

    /// <summary>What one instance contributed.</summary>
    /// <param name="index">The instance, in the order in which they were added.</param>
    public ReadOnlySpan<double> Row(int index) => values.AsSpan(index * Metric.Width, Metric.Width);

    /// <summary>The score over all instances; NaN for none.</summary>
    public double Score()
    {
        Span<double> sums = stackalloc double[Metric.Width];
        sums.Clear();
        for (var index = 0; index < Count; index++)
        {
            AddTo(sums, index);
        }

        return Metric.Finish(sums, Count);
    }

    /// <summary>The score over some of the instances, each as often as it is named.</summary>
    /// <param name="instances">The instances' indices.</param>
    public double Score(ReadOnlySpan<int> instances)
    {
        Span<double> sums = stackalloc double[Metric.Width];
        sums.Clear();
        foreach (var index in instances)
        {
            AddTo(sums, index);
        }

        return Metric.Finish(sums, instances.Length);
    }

    private void AddTo(Span<double> sums, int index)
    {
        var row = Row(index);
        for (var column = 0; column < sums.Length; column++)
        {
            sums[column] += row[column];
        }
    }
}
