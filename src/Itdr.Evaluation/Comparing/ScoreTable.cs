namespace Itdr.Evaluation;

/// <summary>The scores of several runs over the same instances, line by line.</summary>
/// <param name="Runs">The runs, baselines last.</param>
/// <param name="Lines">The lines: cells, then subtasks, then root tasks.</param>
/// <param name="Comparisons">The comparisons of runs with each other.</param>
public sealed record ScoreTable(IReadOnlyList<EvaluatedRun> Runs, IReadOnlyList<ScoreLine> Lines, IReadOnlyList<RunComparison> Comparisons)
{
    /// <summary>The lines of one level.</summary>
    /// <param name="level">The level.</param>
    public IEnumerable<ScoreLine> At(ScoreLevel level) => Lines.Where(line => line.Level == level);

    /// <summary>Whether a run differs from another one on a line, after correction for the number of lines; null if they were not compared.</summary>
    /// <param name="run">The run.</param>
    /// <param name="other">The run that it is compared with.</param>
    /// <param name="line">The line.</param>
    public LineComparison? Find(EvaluatedRun run, EvaluatedRun other, ScoreLine line) =>
        Comparisons.FirstOrDefault(comparison => comparison.Run == run.Name && comparison.Other == other.Name)?.Lines.FirstOrDefault(found => found.Line.Key == line.Key);

    /// <summary>Puts runs side by side. Every run is compared with the first one, and every model's with each baseline.</summary>
    /// <param name="runs">The runs, evaluated over the same instance files with the same preset; baselines last.</param>
    /// <param name="chance">The evaluation of drawn answers, for the metrics whose chance level has no closed form; may be null.</param>
    /// <param name="bootstrap">How to resample; null for <see cref="BootstrapOptions.Default"/>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ScoreTable Of(IReadOnlyList<EvaluatedRun> runs, EvaluationReport? chance = null, BootstrapOptions? bootstrap = null, CancellationToken cancellationToken = default)
    {
        bootstrap ??= BootstrapOptions.Default;
        var measured = runs.Select(static run => Measured.Of(run.Report)).ToList();
        var drawn = chance is null ? [] : Measured.Of(chance);
        var lines = new List<ScoreLine>();
        foreach (var key in measured.SelectMany(static run => run.Keys).Distinct().OrderBy(static key => key.Level))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Add(Line(key, measured, drawn, bootstrap));
        }

        var several = lines.GroupBy(static line => (line.Level, line.Group, line.Metric.Name)).Where(static group => group.Count() > 1).SelectMany(static group => group).ToHashSet();
        lines = lines.ConvertAll(line => several.Contains(line) ? line with { IsOneOfSeveral = true } : line);
        return new ScoreTable(runs, lines, [.. Pairs(runs).Select(pair => RunComparison.Of(runs[pair.Run], runs[pair.Other], measured[pair.Run], measured[pair.Other], lines, bootstrap, cancellationToken))]);
    }

    private static ScoreLine Line(
        (ScoreLevel Level, string Group, string Signature, string? Slot) key, List<Measured> measured, Measured drawn, BootstrapOptions bootstrap)
    {
        var first = measured.Select(run => run.GetValueOrDefault(key)).First(static found => found is not null)!;
        var closed = first.Metric.Chance;
        var random = closed is null && drawn.GetValueOrDefault(key)?.Metric.All.Score is { } score && double.IsFinite(score) ? score : (double?)null;
        return new ScoreLine(
            key.Level,
            key.Group,
            first.Metric.Metric,
            first.Metric.Slot,
            first.Metric.Expected,
            closed ?? random,
            IsChanceDrawn: closed is null && random is not null,
            [.. measured.Select(run => run.GetValueOrDefault(key) is { } found ? RunScore.Of(found.Metric, found.Validity, bootstrap) : null)]);
    }

    private static IEnumerable<(int Run, int Other)> Pairs(IReadOnlyList<EvaluatedRun> runs)
    {
        for (var run = 0; run < runs.Count; run++)
        {
            if (run > 0 && !runs[run].IsBaseline)
            {
                yield return (run, 0);
            }

            for (var other = 0; other < runs.Count; other++)
            {
                if (runs[other].IsBaseline && other != run && !runs[run].IsBaseline)
                {
                    yield return (run, other);
                }
            }
        }
    }
}
