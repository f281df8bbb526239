namespace Itdr.Evaluation;

/// <summary>A metric and the slot of the answer that it measures.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Metric">The metric.</param>
/// <param name="OfAnswer">Whether it was declared on the answer as a whole.</param>
public sealed record PlannedMetric(AnswerSlot Slot, Metric Metric, bool OfAnswer);
