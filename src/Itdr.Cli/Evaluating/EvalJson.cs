using Itdr.Evaluation;
using Itdr.Instances;

namespace Itdr.Cli.Evaluating;

/// <summary>Scores for programs. What has no number is null.</summary>
internal static class EvalJson
{
    /// <summary>Everything that the tables hold.</summary>
    public static object Of(ScoreTable table, Split split, MetricPreset preset, BootstrapOptions bootstrap) => new
    {
        Split = split.Name(),
        Preset = preset.Name,
        bootstrap.Resamples,
        Confidence = bootstrap.Confidence,
        bootstrap.Seed,
        Runs = table.Runs.Select(static run => Run(run)),
        Scores = table.Lines.Select(line => Line(table, line)),
        Comparisons = table.Comparisons.Select(static comparison => new { comparison.Run, comparison.Other, Lines = comparison.Lines.Select(static line => Compared(line)) }),
    };

    private static object Run(EvaluatedRun run) => new
    {
        run.Name,
        run.IsBaseline,
        run.Report.Findings,
        run.Report.Notes,
        Aggregates = new[] { run.Report.Interaction, run.Report.Understanding }.Select(static aggregate => new
        {
            aggregate.Name,
            Value = Number(aggregate.Value),
            Terms = aggregate.Terms.Select(static term => new { term.Name, Value = Number(term.Value), term.Problem }),
        }),
    };

    private static object Line(ScoreTable table, ScoreLine line) => new
    {
        Level = line.Level.ToString(),
        line.Group,
        Metric = line.Metric.Name,
        line.Slot,
        line.Metric.Signature,
        line.Metric.HigherIsBetter,
        line.Expected,
        Chance = Number(line.Chance),
        line.IsChanceDrawn,
        Scores = table.Runs.Zip(line.Scores).Where(static pair => pair.Second is not null).Select(static pair => new
        {
            Run = pair.First.Name,
            All = Number(pair.Second!.All),
            pair.Second.AllCount,
            Low = Number(pair.Second.Interval.Low),
            High = Number(pair.Second.Interval.High),
            Read = Number(pair.Second.Read),
            pair.Second.ReadCount,
            Validity = new
            {
                pair.Second.Validity.Instances,
                pair.Second.Validity.Missing,
                pair.Second.Validity.Unread,
                pair.Second.Validity.Read,
                pair.Second.Validity.Repaired,
                Repairs = pair.Second.Validity.Repairs.ToDictionary(static repair => repair.Key.ToString(), static repair => repair.Value),
            },
        }),
    };

    private static object Compared(LineComparison line) => new
    {
        Level = line.Line.Level.ToString(),
        line.Line.Group,
        Metric = line.Line.Metric.Name,
        line.Line.Slot,
        line.Count,
        Difference = Number(line.Paired.Difference),
        Low = Number(line.Paired.Interval.Low),
        High = Number(line.Paired.Interval.High),
        line.Paired.PValue,
        line.AdjustedPValue,
        Wilcoxon = line.Wilcoxon?.PValue,
        line.AdjustedWilcoxon,
        line.IsSignificant,
        line.IsBetter,
    };

    // JSON has no NaN.
    private static double? Number(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}
