namespace Itdr.Evaluation;

/// <summary>
/// The Wilcoxon signed-rank test of paired differences, two-sided. Differences of 0 are left out, equal sizes share
/// their mean rank. The p-value is exact for up to 50 differences of which none is 0 and no two have the same size,
/// else by the normal approximation without a continuity correction; so equal to SciPy's <c>wilcoxon</c> with
/// <c>mode="exact"</c> and <c>mode="approx"</c>. (SciPy's own choice takes tied sizes as if they were not.)
/// </summary>
public static class WilcoxonSignedRank
{
    private const int MostExact = 50;

    /// <summary>Tests whether the differences are spread evenly around 0.</summary>
    /// <param name="differences">The differences of pairs.</param>
    /// <returns>The result; a p-value of 1 if every difference is 0 or there is none.</returns>
    /// <exception cref="ArgumentException">A difference is NaN.</exception>
    public static WilcoxonResult Test(ReadOnlySpan<double> differences)
    {
        var present = Present(differences);
        if (present.Length == 0)
        {
            return new WilcoxonResult(0, 1, 0, IsExact: true);
        }

        var rankSum = 0.0;
        var tied = 0.0;
        for (var first = 0; first < present.Length;)
        {
            var after = AfterTies(present, first);
            var rank = (first + 1 + after) / 2.0;
            for (var index = first; index < after; index++)
            {
                rankSum += present[index] > 0 ? rank : 0;
            }

            tied += Math.Pow(after - first, 3) - (after - first);
            first = after;
        }

        var statistic = Math.Min(rankSum, (present.Length * (present.Length + 1) / 2.0) - rankSum);
        var isExact = differences.Length <= MostExact && present.Length == differences.Length && tied == 0;
        return new WilcoxonResult(statistic, isExact ? Exact(present.Length, (int)statistic) : Approximate(present.Length, statistic, tied), present.Length, isExact);
    }

    /// <summary>The differences that are not 0, by size.</summary>
    private static double[] Present(ReadOnlySpan<double> differences)
    {
        var present = new List<double>(differences.Length);
        foreach (var difference in differences)
        {
            if (double.IsNaN(difference))
            {
                throw new ArgumentException("A difference is NaN, which has no rank.", nameof(differences));
            }

            if (difference != 0)
            {
                present.Add(difference);
            }
        }

        return [.. present.OrderBy(static difference => Math.Abs(difference))];
    }

    private static int AfterTies(double[] bySize, int first)
    {
        var after = first + 1;
        while (after < bySize.Length && Math.Abs(bySize[after]) == Math.Abs(bySize[first]))
        {
            after++;
        }

        return after;
    }

    /// <summary>Twice the chance of a rank sum this small, from the number of sets of ranks with each sum; the numbers stay below 2⁵⁰.</summary>
    private static double Exact(int count, int statistic)
    {
        var sets = new double[statistic + 1];
        sets[0] = 1;
        for (var rank = 1; rank <= count; rank++)
        {
            for (var sum = statistic; sum >= rank; sum--)
            {
                sets[sum] += sets[sum - rank];
            }
        }

        return Math.Min(1, 2 * sets.Sum() / Math.Pow(2, count));
    }

    private static double Approximate(int count, double statistic, double tied)
    {
        var mean = count * (count + 1.0) / 4;
        var variance = ((count * (count + 1.0) * ((2.0 * count) + 1)) - (tied / 2)) / 24;
        return Math.Min(1, 2 * NormalDistribution.UpperTail(Math.Abs(statistic - mean) / Math.Sqrt(variance)));
    }
}
