namespace Itdr.Benchmarks.Building.Readers;

/// <summary>A file that is written row by row in UTF-8, as fast as the disk takes it.</summary>
/// <param name="path">Where it goes; its folder is made.</param>
internal sealed class RowFile(string path) : IDisposable
{
    private const int BufferBytes = 4 << 20;
    private const int MostRowBytes = 64 << 10;

    private readonly FileStream stream = Open(path);
    private readonly byte[] buffer = new byte[BufferBytes];
    private int filled;

    /// <summary>Where the next row goes; there is room for any.</summary>
    public Span<byte> Room => buffer.AsSpan(filled);

    /// <summary>Takes the row that was written into <see cref="Room"/>.</summary>
    /// <param name="fits">Whether it was written whole.</param>
    /// <param name="written">Its bytes.</param>
    public void End(bool fits, int written)
    {
        if (!fits)
        {
            throw new InvalidOperationException("A row is longer than its room.");
        }

        filled += written;
        if (filled > BufferBytes - MostRowBytes)
        {
            Flush();
        }
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private static FileStream Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    private void Flush()
    {
        stream.Write(buffer, 0, filled);
        filled = 0;
    }
}
