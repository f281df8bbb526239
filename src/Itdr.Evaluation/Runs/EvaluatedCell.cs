using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>One subtask over one source and split.</summary>
/// <param name="Name">The subtask, the source and the split.</param>
/// <param name="Descriptor">The subtask.</param>
/// <param name="Validity">What became of the predictions.</param>
/// <param name="Metrics">The declared metrics.</param>
/// <param name="Unread">The first predictions that could not be read.</param>
public sealed record EvaluatedCell(
    InstanceFileName Name, SubtaskDescriptor Descriptor, Validity Validity, IReadOnlyList<MetricResult> Metrics, IReadOnlyList<UnreadExample> Unread);
