namespace Itdr.Evaluation;

/// <summary>
/// The percentile bootstrap: instances are drawn anew, with replacement, and the metric is taken of each drawing as a
/// whole, so it holds for a corpus BLEU and an RMSE as for a mean. The same rows, options and seed give the same
/// numbers everywhere.
/// </summary>
public static class Bootstrap
{
    /// <summary>The confidence interval of a score; NaN at both ends for no instance.</summary>
    /// <param name="rows">What the instances contributed.</param>
    /// <param name="options">How to resample; null for <see cref="BootstrapOptions.Default"/>.</param>
    public static ConfidenceInterval Interval(ScoreRows rows, BootstrapOptions? options = null)
    {
        options ??= BootstrapOptions.Default;
        return IntervalOf(Resample(rows.Count, options, rows.Score), options);
    }

    /// <summary>
    /// The paired bootstrap of two runs: each drawing takes the same instances of both. The p-value is two-sided:
    /// (1 + drawings whose difference is at least as far from the mean drawing as the real difference is from 0) /
    /// (1 + drawings).
    /// </summary>
    /// <param name="first">What the instances contributed in one run.</param>
    /// <param name="second">The same instances, in the same order, in the other run.</param>
    /// <param name="options">How to resample; null for <see cref="BootstrapOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The runs are not over as many instances, or not measured by the same definition.</exception>
    public static PairedDifference Compare(ScoreRows first, ScoreRows second, BootstrapOptions? options = null)
    {
        options ??= BootstrapOptions.Default;
        RequireComparable(first, second);
        var difference = first.Score() - second.Score();
        var drawn = Resample(first.Count, options, instances => first.Score(instances) - second.Score(instances));
        var mean = drawn.Average();
        var asFar = drawn.Count(value => Math.Abs(value - mean) >= Math.Abs(difference));
        var pValue = double.IsNaN(difference) ? double.NaN : (asFar + 1.0) / (drawn.Length + 1.0);
        return new PairedDifference(difference, IntervalOf(drawn, options), pValue);
    }

    private static void RequireComparable(ScoreRows first, ScoreRows second)
    {
        if (first.Metric.Signature != second.Metric.Signature)
        {
            throw new ArgumentException($"The runs are measured differently: {first.Metric.Signature} and {second.Metric.Signature}.", nameof(second));
        }

        if (first.Count != second.Count)
        {
            throw new ArgumentException($"The runs are over {first.Count} and {second.Count} instances; a paired test needs the same ones.", nameof(second));
        }
    }

    private static double[] Resample(int count, BootstrapOptions options, ScoreOf score)
    {
        var random = new SeededRandom(options.Seed);
        var instances = new int[count];
        var scores = new double[options.Resamples];
        for (var drawing = 0; drawing < scores.Length; drawing++)
        {
            for (var index = 0; index < count; index++)
            {
                instances[index] = random.Index(count);
            }

            scores[drawing] = score(instances);
        }

        return scores;
    }

    private static ConfidenceInterval IntervalOf(double[] scores, BootstrapOptions options)
    {
        var sorted = scores.Order().ToArray();
        var tail = (1 - options.Confidence) / 2;
        return new ConfidenceInterval(Percentile(sorted, tail), Percentile(sorted, 1 - tail), options.Confidence);
    }

    /// <summary>The value below which a share of the sorted scores lies, between two scores by a straight line.</summary>
    private static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }

    private delegate double ScoreOf(ReadOnlySpan<int> instances);
}
