namespace Itdr.Datasets.Building;

/// <summary>The order in which everything lists cells.</summary>
internal static class BuiltCells
{
    /// <summary>The cells of all sources, ordered by subtask and then by source.</summary>
    public static IEnumerable<BuiltCell> InOrder(IReadOnlyList<BuiltSource> sources) =>
        sources.SelectMany(static source => source.Cells)
            .OrderBy(static cell => cell.Cell.Cell.Info.Name.Subtask, StringComparer.Ordinal)
            .ThenBy(static cell => cell.Cell.Cell.Info.Name.Source, StringComparer.Ordinal);
}
