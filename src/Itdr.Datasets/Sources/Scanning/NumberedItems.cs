using System.Globalization;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>Finds items whose ids are a fixed text and a number by the number alone.</summary>
internal sealed class NumberedItems
{
    private readonly ItemTable items;
    private readonly Dictionary<ulong, int>? indexByNumber;

    /// <summary>Looks at the ids of a table.</summary>
    /// <param name="items">The items.</param>
    /// <param name="prefix">The text; items whose ids do not begin with it are found by nobody.</param>
    public NumberedItems(ItemTable items, string prefix)
    {
        this.items = items;
        if (prefix.Length == 0)
        {
            return;
        }

        indexByNumber = [];
        foreach (var (id, index) in items.KnownIds)
        {
            if (id.StartsWith(prefix, StringComparison.Ordinal)
                && ulong.TryParse(id.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && id.Length == prefix.Length + number.ToString(CultureInfo.InvariantCulture).Length)
            {
                indexByNumber.Add(number, index);
            }
        }
    }

    /// <summary>The number of items with a title.</summary>
    public int Count => items.Count;

    /// <summary>The index of an item, or <see cref="ItemTable.Unknown"/> or <see cref="ItemTable.Untitled"/>.</summary>
    public int IndexOf(ulong number) =>
        indexByNumber is null ? items.IndexOf(number) : indexByNumber.GetValueOrDefault(number, ItemTable.Unknown);
}
