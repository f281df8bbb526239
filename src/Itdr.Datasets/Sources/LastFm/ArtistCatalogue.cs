using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.LastFm;

/// <summary>
/// The artists that the rows of Last.FM name, there being no file of them. Names that differ only in case or white space are one
/// artist, whose title is the spelling that most rows have; the keys of MusicBrainz are missing too often to go by.
/// </summary>
internal sealed class ArtistCatalogue
{
    private readonly IdSet spellings = new();
    private readonly BlockList<long> rows = new();
    private int[] indices = [];

    /// <summary>Counts a row that names an artist.</summary>
    /// <param name="name">The name as the file has it, in UTF-8.</param>
    public void Count(ReadOnlySpan<byte> name)
    {
        var (number, isNew) = spellings.Add(name);
        if (isNew)
        {
            rows.Add(0);
        }

        rows[number]++;
    }

    /// <summary>Makes the table of the artists that were counted.</summary>
    /// <param name="temporaryFolder">Where names go that do not fit into memory.</param>
    public ItemTable ToTable(string temporaryFolder)
    {
        var all = Enumerable.Range(0, spellings.Count);
        var artists = all
            .Select(number => (Name: TitleCleaning.Clean(spellings.TextOf(number)), Rows: rows[number]))
            .Where(static spelling => spelling.Name.Length > 0)
            .GroupBy(static spelling => Key(spelling.Name), StringComparer.Ordinal)
            .Select(static artist => new CatalogItem(artist.Key, MostUsed(artist), []));
        var table = ItemTable.Of(artists, temporaryFolder);
        indices = [.. all.Select(number => table.IndexOf(Key(TitleCleaning.Clean(spellings.TextOf(number)))))];
        return table;
    }

    /// <summary>The artist of a row, or <see cref="ItemTable.Unknown"/> where the name is empty; known once the table is made.</summary>
    public int IndexOf(ReadOnlySpan<byte> name) => spellings.Find(name) is var number and not IdSet.None ? indices[number] : ItemTable.Unknown;

    /// <summary>What two spellings of one artist share.</summary>
    public static string Key(string name) =>
        string.Join(' ', name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string MostUsed(IEnumerable<(string Name, long Rows)> spellings) =>
        spellings.GroupBy(static spelling => spelling.Name, StringComparer.Ordinal)
            .OrderByDescending(static same => same.Sum(static spelling => spelling.Rows))
            .ThenBy(static same => same.Key, StringComparer.Ordinal)
            .First().Key;
}
