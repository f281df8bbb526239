namespace Itdr.Evaluation;

/// <summary>The metrics that a subtask declares, made and matched to the slots of its answer.</summary>
public static class MetricPlan
{
    /// <summary>Makes the declared metrics of a subtask.</summary>
    /// <param name="descriptor">The subtask.</param>
    /// <param name="preset">What plain names mean.</param>
    /// <returns>The metrics of the answer, then those of each slot.</returns>
    /// <exception cref="UnknownMetricException">A name is no metric's, or the metric cannot measure what it is declared on; the message names the subtask.</exception>
    public static IReadOnlyList<PlannedMetric> Of(SubtaskDescriptor descriptor, MetricPreset preset) =>
    [
        .. descriptor.Metrics.Select(name => OfAnswer(descriptor, name, Create(descriptor, name, preset))),
        .. descriptor.Slots.SelectMany(slot => slot.Metrics.Select(name => OfSlot(descriptor, slot, name, Create(descriptor, name, preset)))),
    ];

    /// <summary>Whether a metric can measure a slot.</summary>
    private static bool Fits(Metric metric, AnswerSlot slot) => (metric, slot) switch
    {
        (RankingMetric, RankingSlot or ChoiceSlot) => true,
        (TextMetric, TextSlot) => true,
        (LabelMetric, not RankingSlot) => true,
        (NumberMetric, { Kind: AnswerSlotKind.Number }) => true,
        _ => false,
    };

    private static Metric Create(SubtaskDescriptor descriptor, string name, MetricPreset preset)
    {
        try
        {
            return MetricCatalog.Create(name, preset);
        }
        catch (UnknownMetricException error)
        {
            throw new UnknownMetricException(name, $"Subtask {descriptor.Id}: {error.Message}");
        }
    }

    private static PlannedMetric OfAnswer(SubtaskDescriptor descriptor, string name, Metric metric)
    {
        var slots = descriptor.Slots.Where(slot => Fits(metric, slot)).ToList();
        return slots.Count == 1
            ? new PlannedMetric(slots[0], metric, OfAnswer: true)
            : throw new UnknownMetricException(name, slots.Count == 0
                ? $"Subtask {descriptor.Id}: \"{name}\" is declared on the answer, which has no slot that it can measure."
                : $"Subtask {descriptor.Id}: \"{name}\" is declared on the answer, but could measure {string.Join(" or ", slots.Select(static slot => slot.Name))}; declare it on the slot that is meant.");
    }

    private static PlannedMetric OfSlot(SubtaskDescriptor descriptor, AnswerSlot slot, string name, Metric metric) => Fits(metric, slot)
        ? new PlannedMetric(slot, metric, OfAnswer: false)
        : throw new UnknownMetricException(name, $"Subtask {descriptor.Id}: \"{name}\" cannot measure {slot.Name}, which holds {Baseline.Say(slot.Kind)}.");
}
