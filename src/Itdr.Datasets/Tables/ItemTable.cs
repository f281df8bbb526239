using System.Globalization;

namespace Itdr.Datasets.Tables;

/// <summary>
/// The items of a source that have a title. An item's index is its place in <see cref="IdOrder"/>, so comparing
/// indices compares ids. Titles are no keys: several items may have one title, and then share a title key.
/// </summary>
internal sealed class ItemTable
{
    /// <summary>No item has that id.</summary>
    public const int Unknown = -1;

    /// <summary>The item is known and has no title, so it is left out.</summary>
    public const int Untitled = -2;

    /// <summary>Up to this id, ids that are numbers are found by position instead of by hash.</summary>
    private const ulong MostDirectId = 1 << 22;

    private readonly CatalogItem[] items;
    private readonly int[] titleKeys;
    private readonly int[][] categoryKeys;
    private readonly Dictionary<string, int> indexById;
    private readonly int[]? indexByNumber;

    /// <summary>Makes the table of items whose ids differ from each other.</summary>
    /// <param name="catalog">The items, in any order, those without a title among them.</param>
    public ItemTable(IEnumerable<CatalogItem> catalog)
    {
        var all = catalog.ToList();
        items = [.. all.Where(static item => item.Title.Length > 0).OrderBy(static item => item.Id, IdOrder.Instance)];
        indexById = new Dictionary<string, int>(all.Count, StringComparer.Ordinal);
        for (var index = 0; index < items.Length; index++)
        {
            indexById.Add(items[index].Id, index);
        }

        foreach (var untitled in all.Where(static item => item.Title.Length == 0))
        {
            indexById.Add(untitled.Id, Untitled);
        }

        titleKeys = TitleKeys(items, out var titles);
        TitleCount = titles;
        categoryKeys = CategoryKeys(items);
        indexByNumber = DirectIndex(indexById);
    }

    /// <summary>The number of items with a title.</summary>
    public int Count => items.Length;

    /// <summary>The number of different titles; title keys run from 0 up to it.</summary>
    public int TitleCount { get; }

    /// <summary>The item at an index.</summary>
    public CatalogItem this[int index] => items[index];

    /// <summary>Every id that the catalogue lists, with what <see cref="IndexOf(string)"/> gives for it.</summary>
    public IEnumerable<(string Id, int Index)> KnownIds => indexById.Select(static pair => (pair.Key, pair.Value));

    /// <summary>A number that two items share if and only if their titles are equal, upper and lower case being one.</summary>
    public int TitleKey(int index) => titleKeys[index];

    /// <summary>The part of the source that an item belongs to; empty where the source has no parts.</summary>
    public string GroupOf(int index) => items[index].Group;

    /// <summary>The categories of an item as numbers, which are the same for the same category.</summary>
    public ReadOnlySpan<int> CategoryKeys(int index) => categoryKeys[index];

    /// <summary>The index of an item, or <see cref="Unknown"/> or <see cref="Untitled"/>.</summary>
    public int IndexOf(string id) => indexById.GetValueOrDefault(id, Unknown);

    /// <summary>The index of an item whose id is a number, or <see cref="Unknown"/> or <see cref="Untitled"/>.</summary>
    public int IndexOf(ulong id)
    {
        if (indexByNumber is null)
        {
            return IndexOf(id.ToString(CultureInfo.InvariantCulture));
        }

        return id < (ulong)indexByNumber.Length ? indexByNumber[id] : Unknown;
    }

    private static int[] TitleKeys(CatalogItem[] items, out int count)
    {
        var keys = new Dictionary<string, int>(items.Length, StringComparer.OrdinalIgnoreCase);
        var titleKeys = new int[items.Length];
        for (var index = 0; index < items.Length; index++)
        {
            if (!keys.TryGetValue(items[index].Title, out var key))
            {
                keys.Add(items[index].Title, key = keys.Count);
            }

            titleKeys[index] = key;
        }

        count = keys.Count;
        return titleKeys;
    }

    private static int[][] CategoryKeys(CatalogItem[] items)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var categoryKeys = new int[items.Length][];
        for (var index = 0; index < items.Length; index++)
        {
            categoryKeys[index] = [.. items[index].Categories.Select(Key)];
        }

        return categoryKeys;

        int Key(string category)
        {
            if (!keys.TryGetValue(category, out var key))
            {
                keys.Add(category, key = keys.Count);
            }

            return key;
        }
    }

    private static int[]? DirectIndex(Dictionary<string, int> indexById)
    {
        var most = 0UL;
        foreach (var id in indexById.Keys)
        {
            if (!IsNumber(id, out var number) || number > MostDirectId)
            {
                return null;
            }

            most = Math.Max(most, number);
        }

        var direct = new int[most + 1];
        Array.Fill(direct, Unknown);
        foreach (var (id, index) in indexById)
        {
            _ = IsNumber(id, out var number);
            direct[number] = index;
        }

        return direct;
    }

    /// <summary>Whether an id is a number in its shortest spelling, so that the number stands for the text.</summary>
    private static bool IsNumber(string id, out ulong number) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (id.Length == 1 || id[0] != '0');
}
