using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>One subtask over one source and split.</summary>
/// <param name="Name">The subtask, the source and the split.</param>
/// <param name="Descriptor">The subtask.</param>
/// <param name="Validity">What became of the predictions.</param>
/// <param name="Metrics">The declared metrics.</param>
/// <param name="Unread">The first predictions that could not be read.</param>
public sealed record EvaluatedCell(
    InstanceFileName Name, SubtaskDescriptor Descriptor, Validity Validity, IReadOnlyList<MetricResult> Metrics, IReadOnlyList<UnreadExample> Unread)
{
    /// <summary>The worst answers, as many as <see cref="EvaluationOptions.WorstAnswers"/> asks for.</summary>
    public IReadOnlyList<WorstAnswer> Worst { get; init; } = [];

    /// <summary>How far each number that was read is off, in slots that are measured as numbers.</summary>
    public IReadOnlyList<NumberError> NumberErrors { get; init; } = [];

    /// <summary>Whether the run has a prediction for any instance. A cell without one was not part of the run, and is no part of its pooled scores.</summary>
    public bool IsRun => Validity.Missing < Validity.Instances;
}
