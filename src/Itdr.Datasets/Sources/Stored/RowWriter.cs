using DuckDB.NET.Data;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Stored;

/// <summary>Takes the interactions of a source, file by file, for <see cref="StoredInteractions"/>.</summary>
/// <param name="rows">The table of the rows.</param>
/// <param name="items">The items that rows may name.</param>
internal sealed class RowWriter(DuckDBAppender rows, ItemTable items) : IDisposable
{
    private readonly Dictionary<string, byte> groups = new(StringComparer.Ordinal);

    /// <summary>The place of the file that is being read among those that were read.</summary>
    public int File { get; set; }

    /// <summary>The groups of the items so far, by name.</summary>
    public IReadOnlyDictionary<string, byte> Groups => groups;

    /// <summary>For each item how many rows name it.</summary>
    public long[] RowsPerItem { get; } = new long[items.Count];

    /// <summary>Takes a row.</summary>
    /// <param name="user">The user's id.</param>
    /// <param name="item">The item's index.</param>
    /// <param name="rating">The rating; 0 where the source has none.</param>
    /// <param name="time">The time in the source's unit.</param>
    /// <param name="line">Its line in the file.</param>
    public void Add(string user, int item, float rating, long time, long line)
    {
        var name = items.GroupOf(item);
        if (!groups.TryGetValue(name, out var group))
        {
            groups.Add(name, group = checked((byte)groups.Count));
        }

        RowsPerItem[item]++;
        rows.CreateRow().AppendValue(user).AppendValue(item).AppendValue(group).AppendValue(rating).AppendValue(time).AppendValue(RowPlace.Of(File, line)).EndRow();
    }

    public void Dispose() => rows.Dispose();
}

/// <summary>Where a row stands: the place of its file and its line, in one number whose order is theirs.</summary>
internal static class RowPlace
{
    private const int LineBits = 44;

    /// <summary>Makes the number.</summary>
    public static long Of(int file, long line) => ((long)file << LineBits) | line;

    /// <summary>The place of the file.</summary>
    public static int FileOf(long place) => (int)(place >> LineBits);

    /// <summary>The line.</summary>
    public static long LineOf(long place) => place & ((1L << LineBits) - 1);
}
