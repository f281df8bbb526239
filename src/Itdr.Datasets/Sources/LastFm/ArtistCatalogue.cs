using System.Runtime.InteropServices;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.LastFm;

/// <summary>
/// The artists that the rows of Last.FM name, there being no file of them. Names that differ only in case or white space are one
/// artist, whose title is the spelling that most rows have; the keys of MusicBrainz are missing too often to go by.
/// </summary>
internal sealed class ArtistCatalogue
{
    private readonly Dictionary<string, long> rowsPerSpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> indexOfSpelling = new(StringComparer.Ordinal);

    /// <summary>Counts a row that names an artist.</summary>
    /// <param name="name">The name as the file has it.</param>
    public void Count(ReadOnlySpan<char> name)
    {
        var rows = rowsPerSpelling.GetAlternateLookup<ReadOnlySpan<char>>();
        CollectionsMarshal.GetValueRefOrAddDefault(rows, name, out _)++;
    }

    /// <summary>Makes the table of the artists that were counted.</summary>
    /// <param name="temporaryFolder">Where names go that do not fit into memory.</param>
    public ItemTable ToTable(string temporaryFolder)
    {
        var artists = rowsPerSpelling
            .Select(static pair => (Name: TitleCleaning.Clean(pair.Key), Rows: pair.Value))
            .Where(static spelling => spelling.Name.Length > 0)
            .GroupBy(static spelling => Key(spelling.Name), StringComparer.Ordinal)
            .Select(static artist => new CatalogItem(artist.Key, MostUsed(artist), []));
        var table = ItemTable.Of(artists, temporaryFolder);
        foreach (var spelling in rowsPerSpelling.Keys)
        {
            indexOfSpelling.Add(spelling, table.IndexOf(Key(TitleCleaning.Clean(spelling))));
        }

        rowsPerSpelling.Clear();
        return table;
    }

    /// <summary>The artist of a row, or <see cref="ItemTable.Unknown"/> where the name is empty; known once the table is made.</summary>
    public int IndexOf(ReadOnlySpan<char> name) =>
        indexOfSpelling.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var index) ? index : ItemTable.Unknown;

    /// <summary>What two spellings of one artist share.</summary>
    public static string Key(string name) =>
        string.Join(' ', name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string MostUsed(IEnumerable<(string Name, long Rows)> spellings) =>
        spellings.GroupBy(static spelling => spelling.Name, StringComparer.Ordinal)
            .OrderByDescending(static same => same.Sum(static spelling => spelling.Rows))
            .ThenBy(static same => same.Key, StringComparer.Ordinal)
            .First().Key;
}
