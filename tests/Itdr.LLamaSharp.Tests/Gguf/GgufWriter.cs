using System.Text;

namespace Itdr.LLamaSharp.Tests.Gguf;

/// <summary>Writes GGUF files of version 3.</summary>
internal sealed class GgufWriter
{
    private const int Alignment = 32;

    private readonly List<(string Key, Action<BinaryWriter> Write)> values = [];
    private readonly List<(string Name, long[] Sizes, uint Kind, long Bytes, Action<BinaryWriter> Write)> tensors = [];

    public GgufWriter Add(string key, string value) => Add(key, 8, writer => Text(writer, value));

    public GgufWriter Add(string key, uint value) => Add(key, 4, writer => writer.Write(value));

    public GgufWriter Add(string key, float value) => Add(key, 6, writer => writer.Write(value));

    public GgufWriter Add(string key, bool value) => Add(key, 7, writer => writer.Write(value));

    public GgufWriter Add(string key, IReadOnlyList<string> items) => AddArray(key, 8, items.Count, writer => Each(items, item => Text(writer, item)));

    public GgufWriter Add(string key, IReadOnlyList<float> items) => AddArray(key, 6, items.Count, writer => Each(items, writer.Write));

    public GgufWriter Add(string key, IReadOnlyList<int> items) => AddArray(key, 5, items.Count, writer => Each(items, writer.Write));

    /// <summary>Adds a tensor of 32-bit floating point numbers.</summary>
    public GgufWriter AddSingles(string name, long[] sizes, Func<float> next) =>
        AddTensor(name, sizes, 0, 4 * Count(sizes), writer =>
        {
            for (var left = Count(sizes); left > 0; left--)
            {
                writer.Write(next());
            }
        });

    /// <summary>Adds a tensor of bytes in blocks of 32 with a scale, uniform up to a bound.</summary>
    public GgufWriter AddEightBit(string name, long[] sizes, Random random, float bound) =>
        AddTensor(name, sizes, 8, Count(sizes) / 32 * 34, writer =>
        {
            var bytes = new byte[32];
            for (var left = Count(sizes) / 32; left > 0; left--)
            {
                random.NextBytes(bytes);
                writer.Write((Half)(bound / 128));
                writer.Write(bytes);
            }
        });

    public string Save(string path)
    {
        using var writer = new BinaryWriter(new BufferedStream(File.Create(path), 1 << 20));
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)tensors.Count);
        writer.Write((ulong)values.Count);
        foreach (var (key, write) in values)
        {
            Text(writer, key);
            write(writer);
        }

        long offset = 0;
        foreach (var (name, sizes, kind, bytes, _) in tensors)
        {
            Text(writer, name);
            writer.Write((uint)sizes.Length);
            Each(sizes, writer.Write);
            writer.Write(kind);
            writer.Write(offset);
            offset += (bytes + Alignment - 1) / Alignment * Alignment;
        }

        foreach (var (_, _, _, _, write) in tensors)
        {
            Pad(writer);
            write(writer);
        }

        Pad(writer);
        return path;
    }

    private GgufWriter Add(string key, uint kind, Action<BinaryWriter> write)
    {
        values.Add((key, writer =>
        {
            writer.Write(kind);
            write(writer);
        }
        ));
        return this;
    }

    private GgufWriter AddArray(string key, uint kind, int count, Action<BinaryWriter> write) => Add(key, 9, writer =>
    {
        writer.Write(kind);
        writer.Write((ulong)count);
        write(writer);
    });

    private GgufWriter AddTensor(string name, long[] sizes, uint kind, long bytes, Action<BinaryWriter> write)
    {
        tensors.Add((name, sizes, kind, bytes, write));
        return this;
    }

    private static long Count(long[] sizes) => sizes.Aggregate(1L, static (product, size) => product * size);

    private static void Text(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> write)
    {
        foreach (var item in items)
        {
            write(item);
        }
    }

    private static void Pad(BinaryWriter writer)
    {
        writer.Flush();
        writer.Write(new byte[(int)((Alignment - (writer.BaseStream.Position % Alignment)) % Alignment)]);
    }
}
