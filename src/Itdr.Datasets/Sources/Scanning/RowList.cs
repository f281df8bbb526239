using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>The rows of one user that one worker has met, as they came.</summary>
/// <param name="hash">The user's sample hash.</param>
/// <param name="addsUp">Whether rows for one item are added up, their ratings being counts, so that a list stays as short as the user's items are few.</param>
internal sealed class RowList(ulong hash, bool addsUp = false)
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
            MakeRoom();
        }

        rows[Count++] = row;
    }

    private void MakeRoom()
    {
        if (addsUp)
        {
            AddUp();
        }

        // Where adding up gains little it would have to be done again and again.
        if (Count > rows.Length / 2)
        {
            Array.Resize(ref rows, rows.Length * 2);
        }
    }

    private void AddUp()
    {
        rows.AsSpan(0, Count).Sort(static (left, right) => left.Item.CompareTo(right.Item));
        var kept = 0;
        for (var index = 1; index < Count; index++)
        {
            if (rows[index].Item == rows[kept].Item)
            {
                rows[kept] = rows[kept] with { Rating = rows[kept].Rating + rows[index].Rating, Time = Math.Min(rows[kept].Time, rows[index].Time) };
            }
            else
            {
                rows[++kept] = rows[index];
            }
        }

        Count = kept + 1;
    }
}
