namespace Itdr.Evaluation;

/// <summary>How two runs differ on one line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Count">How many instances both runs were scored on.</param>
/// <param name="Paired">The difference by the paired bootstrap.</param>
/// <param name="Wilcoxon">The Wilcoxon signed-rank test, or null where the metric has no score for a single instance.</param>
/// <param name="AdjustedPValue">The bootstrap's p-value after Holm's correction over the lines of the same level.</param>
/// <param name="AdjustedWilcoxon">Wilcoxon's p-value after the same correction, or null.</param>
public sealed record LineComparison(
    ScoreLine Line, int Count, PairedDifference Paired, WilcoxonResult? Wilcoxon, double AdjustedPValue, double? AdjustedWilcoxon)
{
    /// <summary>The level that p-values are compared with.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the runs differ: the bootstrap's adjusted p-value is below <see cref="Level"/>, and so is Wilcoxon's where there is one.</summary>
    public bool IsSignificant => AdjustedPValue < Level && AdjustedWilcoxon is not >= Level;

    /// <summary>Whether the run is better than the other one, whatever the metric's direction.</summary>
    public bool IsBetter => Line.Metric.HigherIsBetter ? Paired.Difference > 0 : Paired.Difference < 0;
}

/// <summary>How a run differs from another one, line by line, over the instances that both were scored on.</summary>
/// <param name="Run">The run.</param>
/// <param name="Other">The run that it is compared with.</param>
/// <param name="Lines">The lines that both have.</param>
public sealed record RunComparison(string Run, string Other, IReadOnlyList<LineComparison> Lines)
{
    internal static RunComparison Of(
        EvaluatedRun run, EvaluatedRun other, Measured mine, Measured theirs, IReadOnlyList<ScoreLine> lines, BootstrapOptions bootstrap, CancellationToken cancellationToken)
    {
        var tests = lines.CountBy(static line => line.Level).ToDictionary();
        var compared = new List<LineComparison>();
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (mine.TryGetValue(line.Key, out var left) && theirs.TryGetValue(line.Key, out var right) && Compare(line, left.Metric.All, right.Metric.All, bootstrap.ForTests(tests[line.Level])) is { } comparison)
            {
                compared.Add(comparison);
            }
        }

        return new RunComparison(run.Name, other.Name, [.. compared.GroupBy(static comparison => comparison.Line.Level).SelectMany(static level => Correct([.. level]))]);
    }

    private static LineComparison? Compare(ScoreLine line, MeasuredRows mine, MeasuredRows theirs, BootstrapOptions bootstrap)
    {
        var (paired, count) = mine.Compare(theirs, bootstrap);
        var wilcoxon = line.Metric.Width == 1 && count > 0 ? mine.Wilcoxon(theirs) : (WilcoxonResult?)null;
        return count == 0 || double.IsNaN(paired.PValue) ? null : new LineComparison(line, count, paired, wilcoxon, paired.PValue, wilcoxon?.PValue);
    }

    private static IEnumerable<LineComparison> Correct(List<LineComparison> lines)
    {
        var paired = HolmCorrection.Adjust([.. lines.Select(static line => line.AdjustedPValue)]);
        var tested = lines.Where(static line => line.AdjustedWilcoxon is not null).ToList();
        var ranked = HolmCorrection.Adjust([.. tested.Select(static line => line.AdjustedWilcoxon!.Value)]);
        return lines.Select((line, index) => line with
        {
            AdjustedPValue = paired[index],
            AdjustedWilcoxon = tested.IndexOf(line) is >= 0 and var place ? ranked[place] : null,
        });
    }
}
