namespace Itdr.Evaluation;

/// <summary>What came of evaluating one run.</summary>
/// <param name="Preset">What plain metric names meant.</param>
/// <param name="Cells">Each subtask over each source.</param>
/// <param name="UnknownIds">The ids in the predictions that no evaluated instance has.</param>
public sealed record EvaluationReport(MetricPreset Preset, IReadOnlyList<EvaluatedCell> Cells, IReadOnlyList<string> UnknownIds)
{
    private const int ShownIds = 3;

    /// <summary>Each subtask over all its sources.</summary>
    public IReadOnlyList<EvaluatedGroup> Subtasks { get; } =
        [.. Cells.Where(static cell => cell.IsRun).GroupBy(static cell => cell.Descriptor.Id).Select(static group => EvaluatedGroup.OfSubtask(group.Key, [.. group]))];

    /// <summary>Each root task over all its subtasks; subtasks without one stay out.</summary>
    public IReadOnlyList<EvaluatedGroup> RootTasks { get; } =
    [
        .. Cells.Where(static cell => cell.IsRun && cell.Descriptor.RootTask != RootTask.None)
            .GroupBy(static cell => cell.Descriptor.RootTask)
            .OrderBy(static group => group.Key)
            .Select(static group => EvaluatedGroup.OfRootTask(group.Key, [.. group])),
    ];

    /// <summary>pUII over all rows.</summary>
    public PaperAggregate Interaction => PaperAggregate.UserItemInteraction(CellScores());

    /// <summary>pUIU over all rows.</summary>
    public PaperAggregate Understanding => PaperAggregate.UserItemUnderstanding(CellScores());

    /// <summary>What a reader must know before trusting the scores: one sentence each.</summary>
    public IReadOnlyList<string> Findings => [.. UnknownIdFinding(), .. Cells.SelectMany(static cell => CellFindings(cell))];

    /// <summary>What was not measured, by choice of the run or for want of known answers: one sentence each.</summary>
    public IReadOnlyList<string> Notes => [.. Cells.SelectMany(static cell => CellNotes(cell))];

    /// <summary>The scores over all rows, as the aggregates take them.</summary>
    public IReadOnlyList<CellScore> CellScores() =>
    [
        .. Cells.Where(static cell => cell.IsRun).SelectMany(static cell => cell.Metrics.Select(metric =>
            new CellScore(cell.Name.Subtask, cell.Name.Source, metric.Name, metric.Slot, metric.All.Score, metric.All.Count))),
    ];

    private static IEnumerable<string> CellFindings(EvaluatedCell cell)
    {
        var validity = cell.Validity;
        if (validity.Missing > 0 && cell.IsRun)
        {
            yield return $"{cell.Name.Cell}: {validity.Missing} of {validity.Instances} instances have no prediction; they count as answers that could not be read.";
        }

        if (validity.OtherTemplate > 0)
        {
            yield return $"{cell.Name.Cell}: {validity.OtherTemplate} predictions were made with another template than this version's ({cell.Descriptor.TemplateHash[..12]}…), so they answer another prompt.";
        }

        if (validity.Instances == 0 && validity.Unlabelled == 0)
        {
            yield return $"{cell.Name.Cell}: there is no instance.";
        }
    }

    private static IEnumerable<string> CellNotes(EvaluatedCell cell)
    {
        var validity = cell.Validity;
        if (validity.Unlabelled > 0)
        {
            yield return $"{cell.Name.Cell}: {validity.Unlabelled} instances have no known answer and are not scored.";
        }

        if (validity.Instances > 0 && !cell.IsRun)
        {
            yield return $"{cell.Name.Cell}: no instance of {validity.Instances} has a prediction, so the cell is not scored.";
        }
    }

    private IEnumerable<string> UnknownIdFinding()
    {
        if (UnknownIds.Count > 0)
        {
            var shown = string.Join(", ", UnknownIds.Take(ShownIds)) + (UnknownIds.Count > ShownIds ? ", …" : "");
            yield return $"{UnknownIds.Count} predictions have an id that no evaluated instance has, and are not scored: {shown}.";
        }
    }
}
