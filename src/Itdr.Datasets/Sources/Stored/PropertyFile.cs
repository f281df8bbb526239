using System.Collections;
using System.Text;
using Itdr.Datasets.Sources.Reading;
using Itdr.Subtasks;
using Microsoft.Win32.SafeHandles;

namespace Itdr.Datasets.Sources.Stored;

/// <summary>
/// The properties of items, kept in a file in the temporary folder and read when they are asked for: prompts show those of a few
/// thousand items, and those of millions would fill the memory.
/// </summary>
internal sealed class PropertyFile : IDisposable
{
    private const int MostWaiting = 1 << 20;

    private readonly SafeFileHandle file;
    private readonly MemoryStream waiting = new();
    private readonly Lock access = new();
    private long written;

    /// <summary>Makes an empty file, which goes away when it is closed.</summary>
    /// <param name="context">Where the temporary folder is.</param>
    public PropertyFile(ReadContext context)
    {
        Directory.CreateDirectory(context.TemporaryFolder);
        file = File.OpenHandle(
            Path.Combine(context.TemporaryFolder, $"properties-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    }

    /// <summary>Keeps the properties of an item.</summary>
    /// <returns>The properties, which are read each time that they are looked at.</returns>
    public IReadOnlyList<ItemProperty> Keep(IReadOnlyList<ItemProperty> properties)
    {
        lock (access)
        {
            var place = written + waiting.Length;
            using (var writer = new BinaryWriter(waiting, Encoding.UTF8, leaveOpen: true))
            {
                foreach (var (name, value) in properties)
                {
                    writer.Write(name);
                    writer.Write(value);
                }
            }

            var length = (int)(written + waiting.Length - place);
            if (waiting.Length > MostWaiting)
            {
                Flush();
            }

            return new KeptProperties(this, place, length, properties.Count);
        }
    }

    public void Dispose() => file.Dispose();

    private void Flush()
    {
        RandomAccess.Write(file, waiting.GetBuffer().AsSpan(0, (int)waiting.Length), written);
        written += waiting.Length;
        waiting.SetLength(0);
    }

    private ItemProperty[] Read(long place, int length, int count)
    {
        var bytes = new byte[length];
        lock (access)
        {
            if (place + length > written)
            {
                Flush();
            }
        }

        for (var read = 0; read < length;)
        {
            var part = RandomAccess.Read(file, bytes.AsSpan(read), place + read);
            read += part > 0 ? part : throw new EndOfStreamException("The properties of an item are gone from the temporary folder.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var properties = new ItemProperty[count];
        for (var index = 0; index < count; index++)
        {
            properties[index] = new ItemProperty(reader.ReadString(), reader.ReadString());
        }

        return properties;
    }

    private sealed class KeptProperties(PropertyFile owner, long place, int length, int count) : IReadOnlyList<ItemProperty>
    {
        public int Count => count;

        public ItemProperty this[int index] => owner.Read(place, length, count)[index];

        public IEnumerator<ItemProperty> GetEnumerator() => ((IEnumerable<ItemProperty>)owner.Read(place, length, count)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
