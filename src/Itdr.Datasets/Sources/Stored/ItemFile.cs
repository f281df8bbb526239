using System.Text;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;
using Microsoft.Win32.SafeHandles;

namespace Itdr.Datasets.Sources.Stored;

/// <summary>
/// What is told of items, written one behind the other and read when it is asked for: prompts show a few thousand items, and
/// the texts of millions would fill the memory. A small catalogue stays in memory, a larger one goes to a file in the temporary folder.
/// </summary>
/// <param name="temporaryFolder">Where the file goes; null to keep everything in memory.</param>
internal sealed class ItemFile(string? temporaryFolder) : IDisposable
{
    /// <summary>The bytes that are kept in memory before there is a file, and after that wait to be written.</summary>
    public const int MostWaiting = 8 << 20;

    private const int FirstBytes = 1024;

    private readonly MemoryStream waiting = new();
    private readonly MemoryStream record = new();
    private SafeFileHandle? file;
    private long written;

    /// <summary>The bytes of memory that it takes.</summary>
    public long Bytes => waiting.Capacity + record.Capacity;

    /// <summary>Writes an item. What was written is not read on another thread meanwhile.</summary>
    /// <returns>Its place.</returns>
    public long Write(CatalogItem item)
    {
        record.SetLength(0);
        using (var writer = new BinaryWriter(record, Encoding.UTF8, leaveOpen: true))
        {
            Write(writer, item);
        }

        var place = written + waiting.Length;
        using (var writer = new BinaryWriter(waiting, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write((int)record.Length);
            writer.Write(record.GetBuffer().AsSpan(0, (int)record.Length));
        }

        if (waiting.Length > MostWaiting && temporaryFolder is not null)
        {
            Flush(temporaryFolder);
        }

        return place;
    }

    /// <summary>Reads an item, on any thread once all are written.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="id">Its id, which lies elsewhere.</param>
    /// <param name="group">Its group, which lies elsewhere.</param>
    public CatalogItem Read(long place, string id, string group)
    {
        using var reader = new BinaryReader(RecordAt(place), Encoding.UTF8);
        var title = reader.ReadString();
        var categories = new string[reader.Read7BitEncodedInt()];
        for (var index = 0; index < categories.Length; index++)
        {
            categories[index] = reader.ReadString();
        }

        var properties = new ItemProperty[reader.Read7BitEncodedInt()];
        for (var index = 0; index < properties.Length; index++)
        {
            properties[index] = new ItemProperty(reader.ReadString(), reader.ReadString());
        }

        return new CatalogItem(id, title, categories) { Properties = properties, Group = group };
    }

    public void Dispose() => file?.Dispose();

    private static void Write(BinaryWriter writer, CatalogItem item)
    {
        writer.Write(item.Title);
        writer.Write7BitEncodedInt(item.Categories.Count);
        foreach (var category in item.Categories)
        {
            writer.Write(category);
        }

        writer.Write7BitEncodedInt(item.Properties.Count);
        foreach (var (name, value) in item.Properties)
        {
            writer.Write(name);
            writer.Write(value);
        }
    }

    private void Flush(string folder)
    {
        file ??= Create(folder);
        RandomAccess.Write(file, waiting.GetBuffer().AsSpan(0, (int)waiting.Length), written);
        written += waiting.Length;
        waiting.SetLength(0);
    }

    private static SafeFileHandle Create(string folder)
    {
        Directory.CreateDirectory(folder);
        return File.OpenHandle(Path.Combine(folder, $"items-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    }

    private MemoryStream RecordAt(long place)
    {
        if (place >= written)
        {
            var start = (int)(place - written);
            var length = BitConverter.ToInt32(waiting.GetBuffer(), start);
            return new MemoryStream(waiting.GetBuffer(), start + sizeof(int), length, writable: false);
        }

        // One reading is enough for nearly all items.
        var bytes = new byte[FirstBytes];
        var read = Fill(bytes, place, sizeof(int));
        var size = BitConverter.ToInt32(bytes);
        if (sizeof(int) + size > read)
        {
            Array.Resize(ref bytes, sizeof(int) + size);
            Fill(bytes.AsSpan(read), place + read, sizeof(int) + size - read);
        }

        return new MemoryStream(bytes, sizeof(int), size, writable: false);
    }

    /// <summary>Reads as much as there is room for, and at least so much.</summary>
    private int Fill(Span<byte> bytes, long place, int least)
    {
        var filled = 0;
        while (filled < bytes.Length && RandomAccess.Read(file!, bytes[filled..], place + filled) is var read and > 0)
        {
            filled += read;
        }

        return filled >= least ? filled : throw new EndOfStreamException("What is told of an item is gone from the temporary folder.");
    }
}
