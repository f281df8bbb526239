using System.Globalization;
using Itdr.Datasets.Sources.Stored;

namespace Itdr.Datasets.Tables;

/// <summary>
/// The items of a source that have a title. An item's index is its place in <see cref="IdOrder"/>, so comparing
/// indices compares ids. Titles are no keys: several items may have one title, and then share a title key. Of an item some
/// fifty bytes are in memory, and its texts are read each time that they are asked for.
/// </summary>
internal sealed class ItemTable : IDisposable
{
    /// <summary>No item has that id.</summary>
    public const int Unknown = -1;

    /// <summary>The item is known and has no title, so it is left out.</summary>
    public const int Untitled = -2;

    /// <summary>Up to this id, ids that are numbers are found by position instead of by hash.</summary>
    private const ulong MostDirectId = 1 << 22;

    private readonly IdSet ids;
    private readonly ItemFile file;
    private readonly int[]? indexByNumber;

    /// <summary>Makes the table of items whose ids differ from each other, all of them in memory.</summary>
    /// <param name="catalog">The items, in any order, those without a title among them.</param>
    /// <exception cref="ArgumentException">Two items have one id.</exception>
    public static ItemTable Of(IEnumerable<CatalogItem> catalog) => Of(catalog, temporaryFolder: null);

    /// <summary>Makes the table of items whose ids differ from each other.</summary>
    /// <param name="catalog">The items, in any order, those without a title among them.</param>
    /// <param name="temporaryFolder">Where texts go that do not fit into memory; null to keep them all in memory.</param>
    /// <exception cref="ArgumentException">Two items have one id.</exception>
    public static ItemTable Of(IEnumerable<CatalogItem> catalog, string? temporaryFolder)
    {
        using var items = new ItemCatalogue(temporaryFolder, static (_, _) => false);
        foreach (var item in catalog)
        {
            if (items.Add(item) is not null)
            {
                throw new ArgumentException($"Two items have the id {item.Id}.", nameof(catalog));
            }
        }

        return items.ToTable();
    }

    /// <summary>Makes the table of what an <see cref="ItemCatalogue"/> holds.</summary>
    /// <param name="ids">The ids: those of items with a title in their order, then the others.</param>
    /// <param name="count">The number of items with a title.</param>
    /// <param name="file">The texts, which are closed with the table.</param>
    public ItemTable(IdSet ids, int count, ItemFile file)
    {
        (this.ids, this.file, Count) = (ids, file, count);
        indexByNumber = DirectIndex();
    }

    /// <summary>The number of items with a title.</summary>
    public int Count { get; }

    /// <summary>The number of different titles; title keys run from 0 up to it.</summary>
    public required int TitleCount { get; init; }

    /// <summary>For each item the place of its texts.</summary>
    public required long[] Places { private get; init; }

    /// <summary>For each item what <see cref="TitleKey"/> tells.</summary>
    public required int[] TitleKeys { private get; init; }

    /// <summary>For each item the number of its list of categories.</summary>
    public required int[] CategoryLists { private get; init; }

    /// <summary>For each list of categories what <see cref="CategoryKeys"/> tells.</summary>
    public required int[][] CategoryKeysOfList { private get; init; }

    /// <summary>For each item the number of its group.</summary>
    public required byte[] Groups { private get; init; }

    /// <summary>The names of the groups.</summary>
    public required string[] GroupNames { private get; init; }

    /// <summary>The bytes of memory that the table takes.</summary>
    public long Bytes =>
        ids.Bytes + file.Bytes + ((indexByNumber?.LongLength ?? 0) * sizeof(int))
        + (Count * (long)(sizeof(long) + sizeof(int) + sizeof(int) + sizeof(byte))) + CategoryKeysOfList.Sum(static list => (long)(list.Length + 8) * sizeof(int));

    /// <summary>The item at an index, read anew each time.</summary>
    public CatalogItem this[int index] => file.Read(Places[index], IdOf(index), GroupOf(index));

    /// <summary>Every id that the catalogue lists, with what <see cref="IndexOf(string)"/> gives for it.</summary>
    public IEnumerable<(string Id, int Index)> KnownIds => Enumerable.Range(0, ids.Count).Select(number => (ids.TextOf(number), IndexOfNumber(number)));

    /// <summary>The id of the item at an index.</summary>
    public string IdOf(int index) => ids.TextOf(index);

    /// <summary>The id of the item at an index, in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8IdOf(int index) => ids[index];

    /// <summary>A number that two items share if and only if their titles are equal, upper and lower case being one.</summary>
    public int TitleKey(int index) => TitleKeys[index];

    /// <summary>The part of the source that an item belongs to; empty where the source has no parts.</summary>
    public string GroupOf(int index) => GroupNames[Groups[index]];

    /// <summary>The categories of an item as numbers, which are the same for the same category.</summary>
    public ReadOnlySpan<int> CategoryKeys(int index) => CategoryKeysOfList[CategoryLists[index]];

    /// <summary>The index of an item, or <see cref="Unknown"/> or <see cref="Untitled"/>.</summary>
    public int IndexOf(string id) => IndexOfNumber(ids.Find(id));

    /// <summary>The index of an item whose id is given in UTF-8, or <see cref="Unknown"/> or <see cref="Untitled"/>.</summary>
    public int IndexOf(ReadOnlySpan<byte> id) => IndexOfNumber(ids.Find(id));

    /// <summary>The index of an item whose id is a number, or <see cref="Unknown"/> or <see cref="Untitled"/>.</summary>
    public int IndexOf(ulong id)
    {
        if (indexByNumber is null)
        {
            Span<byte> text = stackalloc byte[20];
            id.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            return IndexOf(text[..length]);
        }

        return id < (ulong)indexByNumber.Length ? indexByNumber[id] : Unknown;
    }

    public void Dispose() => file.Dispose();

    /// <summary>The index of the id with a number of its own; that of an unknown id, <see cref="IdSet.None"/>, is <see cref="Unknown"/>.</summary>
    private int IndexOfNumber(int number) => number == IdSet.None ? Unknown : number < Count ? number : Untitled;

    private int[]? DirectIndex()
    {
        var most = 0UL;
        for (var item = 0; item < ids.Count; item++)
        {
            if (!IsNumber(ids[item], out var number) || number > MostDirectId)
            {
                return null;
            }

            most = Math.Max(most, number);
        }

        var direct = new int[most + 1];
        Array.Fill(direct, Unknown);
        for (var item = 0; item < ids.Count; item++)
        {
            _ = IsNumber(ids[item], out var number);
            direct[number] = IndexOfNumber(item);
        }

        return direct;
    }

    /// <summary>Whether an id is a number in its shortest spelling, so that the number stands for the text.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> id, out ulong number) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (id.Length == 1 || id[0] != '0');
}
