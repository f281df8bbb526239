namespace Itdr.Evaluation;

/// <summary>The cells of one subtask, or of one root task, with their instances pooled.</summary>
/// <param name="Name">The id of the subtask, or the name of the root task.</param>
/// <param name="Validity">What became of the predictions.</param>
/// <param name="Metrics">Each metric over all cells that declare it.</param>
public sealed record EvaluatedGroup(string Name, Validity Validity, IReadOnlyList<MetricResult> Metrics)
{
    internal static EvaluatedGroup OfSubtask(string subtask, IReadOnlyList<EvaluatedCell> cells) => Pool(subtask, cells, static metric => metric.Slot);

    // Over several subtasks a slot's name means nothing, so the slots of one metric are pooled.
    internal static EvaluatedGroup OfRootTask(RootTask root, IReadOnlyList<EvaluatedCell> cells) => Pool(root.ToString(), cells, static _ => null);

    private static EvaluatedGroup Pool(string name, IReadOnlyList<EvaluatedCell> cells, Func<MetricResult, string?> slotOf) => new(
        name,
        Validity.Sum(cells.Select(static cell => cell.Validity)),
        [
            .. cells.SelectMany(static cell => cell.Metrics)
                .GroupBy(metric => (metric.Metric.Signature, Slot: slotOf(metric)))
                .Select(static group => MetricResult.Concat(group.Key.Slot, [.. group])),
        ]);
}
