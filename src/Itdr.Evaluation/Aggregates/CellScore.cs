namespace Itdr.Evaluation;

/// <summary>A score of one subtask over one source.</summary>
/// <param name="Subtask">The id of the subtask.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Metric">The metric's name without a convention, such as <c>ndcg@10</c>.</param>
/// <param name="Slot">The name of the answer's slot that was measured, or null for the answer as a whole.</param>
/// <param name="Value">The score.</param>
/// <param name="Count">How many instances were scored; a cell of none says nothing and is passed over.</param>
public sealed record CellScore(string Subtask, string Source, string Metric, string? Slot, double Value, int Count);
