using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Itdr.Datasets.Tables;

/// <summary>
/// Ids, each once, numbered in the order in which they came. They lie as UTF-8 one behind the other in large blocks and are
/// found by an open-addressing index, so that an id of ten characters takes about 25 bytes and no object.
/// </summary>
internal sealed class IdSet
{
    /// <summary>The id is not in the set.</summary>
    public const int None = -1;

    private const int OffsetBits = 20;
    private const int BlockBytes = 1 << OffsetBits;
    private const int LengthBytes = sizeof(int);
    private const int MostOnStack = 192;
    private const int FirstSlots = 1024;
    private const int MostBlocks = 1 << (32 - OffsetBits);

    private readonly List<byte[]> blocks = [];
    private readonly BlockList<uint> places = new();
    private int filled = BlockBytes;

    // A slot holds the number of an id and 1, so that 0 is an empty one; at most two of three are taken. Beside it stands a
    // byte of the hash, which tells nearly all other ids apart without a look at them.
    private int[] slots = new int[FirstSlots];
    private byte[] tags = new byte[FirstSlots];

    /// <summary>The number of ids.</summary>
    public int Count => places.Count;

    /// <summary>The bytes that the set takes.</summary>
    public long Bytes => blocks.Sum(static block => (long)block.Length) + places.Bytes + ((long)slots.Length * (sizeof(int) + sizeof(byte)));

    /// <summary>The UTF-8 of an id by its number.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var place = places[number];
            var front = blocks[(int)(place >> OffsetBits)].AsSpan((int)(place & (BlockBytes - 1)));
            return front.Slice(LengthBytes, BinaryPrimitives.ReadInt32LittleEndian(front));
        }
    }

    /// <summary>An id as text by its number.</summary>
    public string TextOf(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>The number of an id, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<byte> id) => slots[SlotOf(id, XxHash3.HashToUInt64(id))] - 1;

    /// <summary>The number of an id, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> id)
    {
        Span<byte> buffer = id.Length * 3 <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[Encoding.UTF8.GetByteCount(id)];
        return Find(buffer[..Encoding.UTF8.GetBytes(id, buffer)]);
    }

    /// <summary>Adds an id unless it is there.</summary>
    /// <returns>Its number, and whether it was added.</returns>
    public (int Number, bool IsNew) Add(string id) => Add(Encoding.UTF8.GetBytes(id));

    /// <summary>Adds an id in UTF-8 unless it is there.</summary>
    /// <returns>Its number, and whether it was added.</returns>
    public (int Number, bool IsNew) Add(ReadOnlySpan<byte> bytes)
    {
        var hash = XxHash3.HashToUInt64(bytes);
        var slot = SlotOf(bytes, hash);
        if (slots[slot] > 0)
        {
            return (slots[slot] - 1, false);
        }

        (slots[slot], tags[slot]) = (Count + 1, TagOf(hash));
        places.Add(Keep(bytes));
        if (Count > slots.Length / 3L * 2)
        {
            MakeRoom();
        }

        return (Count - 1, true);
    }

    /// <summary>Numbers the ids anew.</summary>
    /// <param name="order">The old numbers in their new order, each once.</param>
    public void Renumber(ReadOnlySpan<int> order)
    {
        var old = places.InOrder(order);
        for (var number = 0; number < old.Length; number++)
        {
            places[number] = old[number];
        }

        Index();
    }

    private void MakeRoom()
    {
        slots = new int[slots.Length * 2];
        tags = new byte[slots.Length];
        Index();
    }

    private void Index()
    {
        Array.Clear(slots);
        for (var number = 0; number < Count; number++)
        {
            var hash = XxHash3.HashToUInt64(this[number]);
            var slot = (int)hash & (slots.Length - 1);
            while (slots[slot] > 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            (slots[slot], tags[slot]) = (number + 1, TagOf(hash));
        }
    }

    /// <summary>The slot that holds an id, or the empty one that would.</summary>
    private int SlotOf(ReadOnlySpan<byte> id, ulong hash)
    {
        var (mask, tag) = (slots.Length - 1, TagOf(hash));
        var slot = (int)hash & mask;
        while (slots[slot] > 0 && (tags[slot] != tag || !this[slots[slot] - 1].SequenceEqual(id)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static byte TagOf(ulong hash) => (byte)(hash >> 56);

    private uint Keep(ReadOnlySpan<byte> id)
    {
        var length = LengthBytes + id.Length;
        if (filled + length > BlockBytes)
        {
            if (blocks.Count == MostBlocks)
            {
                throw new DatasetException("The ids of one source take more than 4 GB, which no source that is known does; name its files alone.");
            }

            // An id that is longer than a block has one to itself, in which nothing else begins.
            blocks.Add(new byte[Math.Max(BlockBytes, length)]);
            filled = 0;
        }

        var place = ((uint)(blocks.Count - 1) << OffsetBits) | (uint)filled;
        var room = blocks[^1].AsSpan(filled);
        BinaryPrimitives.WriteInt32LittleEndian(room, id.Length);
        id.CopyTo(room[LengthBytes..]);
        filled += length;
        return place;
    }
}
