namespace Itdr.Datasets.Tables;

/// <summary>A list that grows by blocks: its millions of entries are never copied into a larger array, and no room is left for as many again.</summary>
/// <typeparam name="T">What the entries are.</typeparam>
internal sealed class BlockList<T>
    where T : unmanaged
{
    private const int BlockBits = 14;
    private const int BlockSize = 1 << BlockBits;

    private readonly List<T[]> blocks = [];

    /// <summary>The number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes that its blocks take.</summary>
    public long Bytes => (long)blocks.Count * BlockSize * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

    /// <summary>The entry at an index below <see cref="Count"/>.</summary>
    public ref T this[int index] => ref blocks[index >> BlockBits][index & (BlockSize - 1)];

    /// <summary>Adds an entry.</summary>
    public void Add(T entry)
    {
        if (Count == blocks.Count * BlockSize)
        {
            blocks.Add(new T[BlockSize]);
        }

        blocks[Count >> BlockBits][Count & (BlockSize - 1)] = entry;
        Count++;
    }

    /// <summary>The entries in a given order.</summary>
    /// <param name="order">Their indices.</param>
    public T[] InOrder(ReadOnlySpan<int> order)
    {
        var ordered = new T[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            ordered[place] = this[order[place]];
        }

        return ordered;
    }
}
