namespace Itdr.Datasets.Building;

/// <summary>The order in which everything lists cells.</summary>
internal static class BuiltCells
{
    /// <summary>The cells of all sources, ordered by subtask and then by source.</summary>
    public static IEnumerable<BuiltCell> InOrder(IReadOnlyList<BuiltSource> sources) =>
        sources.SelectMany(static source => source.Cells)
            .OrderBy(static cell => cell.Name.Subtask, StringComparer.Ordinal)
            .ThenBy(static cell => cell.Name.Source, StringComparer.Ordinal);

    /// <summary>What came of all of it.</summary>
    public static BuildReport ReportOf(IReadOnlyList<BuiltSource> sources) =>
        new([.. InOrder(sources).Select(static cell => cell.ToReport())], [.. sources.Select(static source => source.ToReport())]);
}
