namespace Itdr.Evaluation;

/// <summary>An instance cannot be measured by a metric of its subtask; the message is a clause that says why.</summary>
internal sealed class UnmeasurableException(string problem) : Exception(problem);
