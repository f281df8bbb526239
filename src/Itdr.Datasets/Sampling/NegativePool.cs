using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sampling;

/// <summary>The items of a source from which negatives are drawn: those with a title that occur in at least one row.</summary>
internal sealed class NegativePool
{
    private readonly int[] pool;
    private readonly long[] rowsUpTo = [];
    private readonly IReadOnlyList<long> rowsPerItem;

    /// <summary>Makes the pool.</summary>
    /// <param name="items">The items.</param>
    /// <param name="rowsPerItem">For each how many rows name it.</param>
    /// <param name="sampling">How negatives are drawn.</param>
    /// <param name="group">The part of the source that they are drawn from; null for all of it.</param>
    public NegativePool(ItemTable items, IReadOnlyList<long> rowsPerItem, NegativeSampling sampling, string? group = null)
    {
        Items = items;
        Sampling = sampling;
        this.rowsPerItem = rowsPerItem;
        pool = new int[Enumerable.Range(0, items.Count).Count(IsMember)];
        var place = 0;
        foreach (var item in Enumerable.Range(0, items.Count).Where(IsMember))
        {
            pool[place++] = item;
        }

        if (sampling == NegativeSampling.Popularity)
        {
            rowsUpTo = RowsUpTo();
        }

        bool IsMember(int item) => rowsPerItem[item] > 0 && (group is null || items.GroupOf(item) == group);
    }

    /// <summary>The items of one part of the source.</summary>
    public NegativePool Within(string group) => new(Items, rowsPerItem, Sampling, group) { PrefersShown = PrefersShown };

    /// <summary>The items.</summary>
    public ItemTable Items { get; }

    /// <summary>How negatives are drawn.</summary>
    public NegativeSampling Sampling { get; }

    /// <summary>Whether items come first that the user was shown and never chose.</summary>
    public bool PrefersShown { get; init; }

    /// <summary>The items of the pool, by index.</summary>
    public ReadOnlySpan<int> Members => pool;

    /// <summary>Draws an item: by the number of its rows where popularity decides, else each item alike.</summary>
    public int Draw(SeededRandom random)
    {
        if (Sampling != NegativeSampling.Popularity)
        {
            return pool[random.Index(pool.Length)];
        }

        var row = (long)random.Below((ulong)rowsUpTo[^1]);
        var place = Array.BinarySearch(rowsUpTo, row + 1);
        return pool[place < 0 ? ~place : place];
    }

    /// <summary>The weight with which <see cref="Draw"/> takes the item at a place of <see cref="Members"/>.</summary>
    public long Weight(int place) =>
        Sampling != NegativeSampling.Popularity ? 1 : rowsUpTo[place] - (place == 0 ? 0 : rowsUpTo[place - 1]);

    private long[] RowsUpTo()
    {
        var rows = new long[pool.Length];
        var sum = 0L;
        for (var place = 0; place < pool.Length; place++)
        {
            rows[place] = sum += rowsPerItem[pool[place]];
        }

        return rows;
    }
}
