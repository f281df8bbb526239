using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>The rows of one user that one worker has met, as they came.</summary>
internal sealed class RowList(ulong hash)
{
    private const int FirstCapacity = 16;

    private Interaction[] rows = new Interaction[FirstCapacity];

    /// <summary>The user's sample hash.</summary>
    public ulong Hash { get; } = hash;

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows.</summary>
    public ReadOnlySpan<Interaction> Rows => rows.AsSpan(0, Count);

    /// <summary>The room that was made, in rows.</summary>
    public int Capacity => rows.Length;

    /// <summary>Adds a row.</summary>
    public void Add(Interaction row)
    {
        if (Count == rows.Length)
        {
            Array.Resize(ref rows, Count * 2);
        }

        rows[Count++] = row;
    }
}
