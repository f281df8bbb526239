namespace Itdr.Evaluation;

/// <summary>One metric over one cell, subtask or root task.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Slot">The slot that was measured, or null where the metric was declared on the answer as a whole.</param>
/// <param name="All">
/// Every instance whose known answer has the slot: what was not read scores as the worst answer, and is left out where
/// the metric is an error between numbers (<see cref="Metric.ScoresUnread"/>).
/// </param>
/// <param name="Read">Only the instances whose prediction was read and has the slot.</param>
/// <param name="Expected">How many instances have the slot in their known answer.</param>
/// <param name="Chance">The expected score of a random order, over the same instances, or null where there is none in closed form.</param>
public sealed record MetricResult(Metric Metric, string? Slot, MeasuredRows All, MeasuredRows Read, int Expected, double? Chance)
{
    /// <summary>The metric's name without a convention, such as <c>ndcg@10</c>.</summary>
    public string Name => Metric.Name.Split(':')[0];

    internal static MetricResult Concat(string? slot, IReadOnlyList<MetricResult> parts) => new(
        parts[0].Metric,
        slot,
        MeasuredRows.Concat([.. parts.Select(static part => (part.Slot, part.All))]),
        MeasuredRows.Concat([.. parts.Select(static part => (part.Slot, part.Read))]),
        parts.Sum(static part => part.Expected),
        parts.All(static part => part.Chance is not null) && parts.Sum(static part => part.Expected) is > 0 and var expected
            ? parts.Sum(static part => part.Expected == 0 ? 0 : part.Chance!.Value * part.Expected) / expected
            : null);
}
