using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sampling;

/// <summary>All items of a source in the order of sampling: by hash, then by id. Of an item that is not looked at only hash and index are in memory.</summary>
internal sealed class SampledItems
{
    private readonly ItemTable items;
    private readonly IReadOnlyList<long> rowsPerItem;
    private readonly ulong[] hashes;
    private readonly int[] order;

    /// <summary>Puts the items in order.</summary>
    /// <param name="items">The items.</param>
    /// <param name="rowsPerItem">For each how many rows name it.</param>
    /// <param name="hash">The sample hash of the source.</param>
    public SampledItems(ItemTable items, IReadOnlyList<long> rowsPerItem, SampleHash hash)
    {
        (this.items, this.rowsPerItem) = (items, rowsPerItem);
        hashes = new ulong[items.Count];
        order = new int[items.Count];
        for (var index = 0; index < order.Length; index++)
        {
            (hashes[index], order[index]) = (hash.Of(items.Utf8IdOf(index)), index);
        }

        Array.Sort(hashes, order);
        for (int first = 0, end; first < order.Length; first = end)
        {
            end = first + 1;
            while (end < order.Length && hashes[end] == hashes[first])
            {
                end++;
            }

            // Indices stand in the order of the ids.
            order.AsSpan(first..end).Sort();
        }
    }

    /// <summary>The items of a part of the source, or all of them.</summary>
    /// <param name="group">The part; null for all items.</param>
    public IEnumerable<SampledItem> Of(string? group)
    {
        for (var place = 0; place < order.Length; place++)
        {
            if (group is null || items.GroupOf(order[place]) == group)
            {
                yield return new SampledItem(items.IdOf(order[place]), hashes[place], order[place], rowsPerItem[order[place]]);
            }
        }
    }
}
