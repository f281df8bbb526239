using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;
using Itdr.Datasets.Sources.Stored;

namespace Itdr.Datasets.Tables;

/// <summary>Whether a row for an item stays in place of another one for the same id.</summary>
/// <param name="row">What was read.</param>
/// <param name="known">What was kept so far.</param>
internal delegate bool Supersedes(CatalogItem row, CatalogItem known);

/// <summary>
/// The items of a source while they are read, each id once: the texts lie in an <see cref="ItemFile"/>, and some fifty bytes an
/// item in memory. The <see cref="ItemTable"/> is made of it.
/// </summary>
internal sealed class ItemCatalogue : IDisposable
{
    private readonly Supersedes supersedes;
    private readonly IdSet ids = new();
    private readonly BlockList<Entry> entries = new();
    private readonly Dictionary<string, byte> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, int> categoryLists = [];
    private readonly Dictionary<string, int> categories = new(StringComparer.Ordinal);
    private readonly List<int[]> categoryKeys = [];
    private ItemFile? file;
    private string[]? groupNames;

    /// <summary>Makes an empty catalogue.</summary>
    /// <param name="temporaryFolder">Where texts go that do not fit into memory; null to keep them all in memory.</param>
    /// <param name="supersedes">Which of two rows for one id stays.</param>
    public ItemCatalogue(string? temporaryFolder, Supersedes supersedes)
    {
        this.supersedes = supersedes;
        file = new ItemFile(temporaryFolder);
    }

    /// <summary>The number of items, those without a title among them.</summary>
    public int Count => entries.Count;

    /// <summary>Takes an item.</summary>
    /// <returns>Null, or what was known of the id before.</returns>
    /// <exception cref="DatasetException">The items are of more than 256 groups.</exception>
    public CatalogItem? Add(CatalogItem item)
    {
        var (number, isNew) = ids.Add(item.Id);
        if (isNew)
        {
            entries.Add(EntryOf(item));
            return null;
        }

        var known = file!.Read(entries[number].Place, item.Id, GroupName(entries[number].Group));
        if (supersedes(item, known))
        {
            entries[number] = EntryOf(item);
        }

        return known;
    }

    /// <summary>Makes the table, which owns what this catalogue held; nothing can be added afterwards.</summary>
    public ItemTable ToTable()
    {
        var order = Order(out var titled);
        ids.Renumber(order);
        var table = new ItemTable(ids, titled, file!)
        {
            Places = Column(order, titled, static entry => entry.Place),
            CategoryLists = Column(order, titled, static entry => entry.CategoryList),
            CategoryKeysOfList = [.. categoryKeys],
            Groups = Column(order, titled, static entry => entry.Group),
            GroupNames = [.. groups.Keys],
            TitleKeys = TitleKeys(order.AsSpan(0, titled), out var titles),
            TitleCount = titles,
        };
        file = null;
        return table;
    }

    public void Dispose() => file?.Dispose();

    /// <summary>The numbers of the items in the order of the table: those with a title by id, then the others.</summary>
    private int[] Order(out int titled)
    {
        var order = new int[entries.Count];
        titled = 0;
        for (int number = 0, end = order.Length; number < order.Length; number++)
        {
            order[entries[number].HasTitle ? titled++ : --end] = number;
        }

        IdOrder.Sort(ids, order.AsSpan(0, titled));
        return order;
    }

    private T[] Column<T>(int[] order, int titled, Func<Entry, T> value)
    {
        var column = new T[titled];
        for (var index = 0; index < titled; index++)
        {
            column[index] = value(entries[order[index]]);
        }

        return column;
    }

    private int[] TitleKeys(ReadOnlySpan<int> order, out int titles)
    {
        var keys = new int[order.Length];

        // A slot holds the first index with a title and 1; at least a quarter of them stay empty.
        var slots = new int[(int)BitOperations.RoundUpToPowerOf2(((uint)order.Length / 3 * 4) + 4)];
        titles = 0;
        for (var index = 0; index < order.Length; index++)
        {
            var title = entries[order[index]].Title;
            var slot = (int)(uint)title & (slots.Length - 1);
            while (slots[slot] > 0 && entries[order[slots[slot] - 1]].Title != title)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            if (slots[slot] == 0)
            {
                slots[slot] = index + 1;
                keys[index] = titles++;
            }
            else
            {
                keys[index] = keys[slots[slot] - 1];
            }
        }

        return keys;
    }

    private Entry EntryOf(CatalogItem item)
    {
        var title = TitleHash(item.Title);
        return new Entry(file!.Write(item), (ulong)(title >> 64), (ulong)title, CategoryList(item.Categories), Group(item.Group), item.Title.Length > 0);
    }

    /// <summary>What titles share that are equal but for upper and lower case: a hash of 128 bits, which no two others will ever share.</summary>
    internal static UInt128 TitleHash(ReadOnlySpan<char> title)
    {
        Span<char> upper = title.Length <= 2 * TitleCleaning.MostCharacters ? stackalloc char[2 * TitleCleaning.MostCharacters] : new char[title.Length];
        var length = title.ToUpperInvariant(upper);
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(upper[..length]));
    }

    private byte Group(string name)
    {
        if (!groups.TryGetValue(name, out var group))
        {
            if (groups.Count > byte.MaxValue)
            {
                throw new DatasetException($"The items are of more than {byte.MaxValue + 1} parts of the source, of which {name} is one too many.");
            }

            groups.Add(name, group = (byte)groups.Count);
            groupNames = null;
        }

        return group;
    }

    private string GroupName(byte group) => (groupNames ??= [.. groups.Keys])[group];

    private int CategoryList(IReadOnlyList<string> list)
    {
        var hash = new XxHash128();
        foreach (var category in list)
        {
            hash.Append(MemoryMarshal.AsBytes(category.AsSpan()));
            hash.Append("\n\0"u8);
        }

        ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(categoryLists, hash.GetCurrentHashAsUInt128(), out var isKnown);
        if (!isKnown)
        {
            key = categoryKeys.Count;
            categoryKeys.Add([.. list.Select(CategoryKey)]);
        }

        return key;
    }

    private int CategoryKey(string category)
    {
        ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(categories, category, out var isKnown);
        return isKnown ? key : key = categories.Count - 1;
    }

    /// <summary>What is kept of an item beside its id.</summary>
    private readonly record struct Entry(long Place, ulong TitleFront, ulong TitleEnd, int CategoryList, byte Group, bool HasTitle)
    {
        public UInt128 Title => new(TitleFront, TitleEnd);
    }
}
