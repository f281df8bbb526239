namespace Itdr.Evaluation;

/// <summary>A metric of a run with the validity of what it is over.</summary>
internal sealed record MeasuredLine(MetricResult Metric, Validity Validity);

/// <summary>What was measured of a run, by line.</summary>
internal sealed class Measured : Dictionary<(ScoreLevel Level, string Group, string Signature, string? Slot), MeasuredLine>
{
    public static Measured Of(EvaluationReport report)
    {
        var all = new Measured();
        foreach (var cell in report.Cells.Where(static cell => cell.IsRun))
        {
            all.Add(ScoreLevel.Cell, cell.Name.Cell, cell.Validity, cell.Metrics);
        }

        foreach (var group in report.Subtasks)
        {
            all.Add(ScoreLevel.Subtask, group.Name, group.Validity, group.Metrics);
        }

        foreach (var group in report.RootTasks)
        {
            all.Add(ScoreLevel.RootTask, group.Name, group.Validity, group.Metrics);
        }

        return all;
    }

    private void Add(ScoreLevel level, string group, Validity validity, IEnumerable<MetricResult> metrics)
    {
        foreach (var metric in metrics.Where(static metric => metric.Expected > 0))
        {
            Add((level, group, metric.Metric.Signature, metric.Slot), new MeasuredLine(metric, validity));
        }
    }
}
