using Itdr.Datasets.Cells;

namespace Itdr.Datasets;

/// <summary>The cells that can be made.</summary>
public static class CellCatalog
{
    private static readonly Cell[] Cells =
    [
        .. new[]
        {
            AmazonCells.All,
            AnimeCells.All,
            BookCrossingCells.All,
            LastFmCells.All,
            MovieLensCells.All,
            SteamCells.All,
            VideoAndNewsCells.All,
            YelpCells.All,
        }
        .SelectMany(static cells => cells)
        .OrderBy(static cell => cell.Info.Name.Subtask, StringComparer.Ordinal)
        .ThenBy(static cell => cell.Info.Name.Source, StringComparer.Ordinal),
    ];

    /// <summary>All cells, ordered by subtask and then by source.</summary>
    public static IReadOnlyList<CellInfo> All { get; } = [.. Cells.Select(static cell => cell.Info)];

    /// <summary>The cells of a source, in the order of <see cref="All"/>.</summary>
    internal static IEnumerable<Cell> Of(string source) => Cells.Where(cell => cell.Info.Name.Source == source);

    /// <summary>The cell of a name, or null if there is none.</summary>
    internal static Cell? Find(CellName name) => Array.Find(Cells, cell => cell.Info.Name == name);

    /// <summary>Makes sure that there is such a cell.</summary>
    /// <exception cref="DatasetException">There is none; the message lists the known ones.</exception>
    internal static void Require(CellName name)
    {
        if (All.All(cell => cell.Name != name))
        {
            throw new DatasetException($"There is no cell {name}; the known ones are {Phrase.List(All.Select(static cell => cell.Name.ToString()))}.");
        }
    }
}
