using System.Runtime.CompilerServices;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;
using Microsoft.Win32.SafeHandles;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>Reads chunks of a numeric file. A line belongs to the chunk in which it starts.</summary>
internal sealed class ScanWorker
{
    /// <summary>The bytes of one chunk.</summary>
    public const int ChunkBytes = 4 << 20;

    /// <summary>The most bytes that a line may have; the rest of a longer one is not looked at, and it is a bad row.</summary>
    public const int MostLineBytes = 1 << 16;

    private readonly NumericRowParser parser;
    private readonly NumberedItems items;
    private readonly long size;
    private readonly byte[] buffer = new byte[1 + ChunkBytes + MostLineBytes];

    public ScanWorker(NumericRowParser parser, NumberedItems items, UserPool<ulong> pool, long size)
    {
        this.parser = parser;
        this.items = items;
        this.size = size;
        Pool = pool;
        RowsPerItem = new long[items.Count];
        FirstFaults.AsSpan().Fill(long.MaxValue);
    }

    /// <summary>The users that this worker keeps.</summary>
    public UserPool<ulong> Pool { get; }

    /// <summary>For each item how many rows name it.</summary>
    public long[] RowsPerItem { get; }

    /// <summary>The lines, empty ones among them.</summary>
    public long Rows { get; private set; }

    /// <summary>For each <see cref="RowFault"/> how many rows have it.</summary>
    public long[] Faults { get; } = new long[RowFaults.Count];

    /// <summary>For each <see cref="RowFault"/> the place of the first byte of the first row that has it.</summary>
    public long[] FirstFaults { get; } = new long[RowFaults.Count];

    /// <summary>Reads the lines that start in a part of the file.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="from">The first byte of the part.</param>
    /// <param name="to">The byte after its last.</param>
    /// <param name="first">The first byte of the first row of the file.</param>
    // Compiled for speed at once: the scan of a small file would be over before a second compilation.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(SafeFileHandle handle, long from, long to, long first)
    {
        // The byte before the part tells whether a line starts with the part itself.
        var start = from == first ? from : from - 1;
        var bytes = Fill(handle, start, (int)Math.Min(size - start, to - start + MostLineBytes));
        var position = 0;
        if (start < from)
        {
            position = bytes.IndexOf((byte)'\n') + 1;
            if (position == 0)
            {
                return;
            }
        }

        while (start + position < to)
        {
            var rest = bytes[position..];
            if (rest.IsEmpty)
            {
                throw new EndOfStreamException("a file became shorter while it was read; build again from files that nothing changes.");
            }

            var length = parser.Read(rest, out var row);
            position += length > 0 ? Take(row, length, start + position) : Refuse(rest, start + position);
        }
    }

    private Span<byte> Fill(SafeFileHandle handle, long offset, int length)
    {
        var filled = 0;
        while (filled < length && RandomAccess.Read(handle, buffer.AsSpan(filled, length - filled), offset + filled) is var read and > 0)
        {
            filled += read;
        }

        return buffer.AsSpan(0, filled);
    }

    private int Take(in NumericRow row, int length, long position)
    {
        Rows++;
        var item = items.IndexOf(row.Item);
        if (item < 0)
        {
            Count(item == ItemTable.Untitled ? RowFault.UntitledItem : RowFault.UnknownItem, position);
            return length;
        }

        RowsPerItem[item]++;
        Pool.Add(row.User, new Interaction(item, row.Rating / 1000f, row.Time));
        return length;
    }

    /// <summary>Counts the line at the front of a text as bad; an empty one too, since it is not known yet whether a row follows.</summary>
    private int Refuse(ReadOnlySpan<byte> text, long position)
    {
        var end = text.IndexOf((byte)'\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd((byte)'\r');
        Rows++;
        Count(
            line.IsEmpty ? RowFault.EmptyLine
            : end < 0 && position + text.Length >= size ? RowFault.TruncatedLastLine
            : parser.FaultOf(line, out _),
            position);
        return end < 0 ? text.Length : end + 1;
    }

    private void Count(RowFault fault, long position)
    {
        Faults[(int)fault]++;
        FirstFaults[(int)fault] = Math.Min(FirstFaults[(int)fault], position);
    }
}
