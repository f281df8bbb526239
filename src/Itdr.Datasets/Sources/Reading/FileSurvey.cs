using System.Security.Cryptography;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>What one look at every byte of a file tells: its hash, and how its lines end.</summary>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal.</param>
/// <param name="Lines">The number of line feeds.</param>
/// <param name="CarriageReturns">How many of them follow a carriage return.</param>
/// <param name="HasEmptyLines">Whether a line is empty, be it at the end of the file or within a quoted field.</param>
internal sealed record FileSurvey(string Sha256, long Lines, long CarriageReturns, bool HasEmptyLines)
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Reads a file and keeps its hash in it.</summary>
    public static FileSurvey Of(SourceFile file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var handle = File.OpenHandle(file.Path, options: FileOptions.SequentialScan);
        // Two bytes of the chunk before stand in front of each, so that what lies across the bound is seen; the file begins as a line does.
        var buffer = new byte[2 + ChunkBytes];
        buffer[1] = (byte)'\n';
        var (offset, lines, returns, hasEmptyLines) = (0L, 0L, 0L, false);
        for (int read; (read = RandomAccess.Read(handle, buffer.AsSpan(2), offset)) > 0; offset += read)
        {
            cancellation.ThrowIfCancellationRequested();
            var chunk = buffer.AsSpan(2, read);
            hash.AppendData(chunk);
            lines += chunk.Count((byte)'\n');
            returns += buffer.AsSpan(1, 1 + read).Count("\r\n"u8);
            hasEmptyLines |= buffer.AsSpan(1, 1 + read).IndexOf("\n\n"u8) >= 0 || buffer.AsSpan(0, 2 + read).IndexOf("\n\r\n"u8) >= 0;
            (buffer[0], buffer[1]) = (buffer[read], buffer[1 + read]);
        }

        file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new FileSurvey(file.Sha256, lines, returns, hasEmptyLines);
    }

    /// <summary>The hash alone, which is all that is asked of a file too large to be looked at twice for nothing.</summary>
    public static void Hash(SourceFile file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var handle = File.OpenHandle(file.Path, options: FileOptions.SequentialScan);
        var buffer = new byte[ChunkBytes];
        var offset = 0L;
        for (int read; (read = RandomAccess.Read(handle, buffer, offset)) > 0; offset += read)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }

        file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The number of empty lines with which a file ends.</summary>
    /// <param name="file">The file.</param>
    /// <param name="first">The place of the first byte of the first row.</param>
    public static long EmptyLinesAtEnd(SourceFile file, long first)
    {
        using var handle = File.OpenHandle(file.Path, options: FileOptions.RandomAccess);
        var buffer = new byte[4096];
        var (lineFeeds, isEmpty, end) = (0L, true, file.Size);
        var isOpen = false;
        while (isEmpty && end > first)
        {
            var from = Math.Max(first, end - buffer.Length);
            var block = buffer.AsSpan(0, RandomAccess.Read(handle, buffer.AsSpan(0, (int)(end - from)), from));
            isOpen |= end == file.Size && block[^1] != '\n';
            var tail = block[(block.LastIndexOfAnyExcept((byte)'\r', (byte)'\n') + 1)..];
            lineFeeds += tail.Count((byte)'\n');
            isEmpty = tail.Length == block.Length;
            end = from;
        }

        // The first of the line feeds ends the last row, if there is a row.
        return isEmpty ? lineFeeds + (isOpen ? 1 : 0) : Math.Max(0, lineFeeds - 1 + (isOpen ? 1 : 0));
    }

    /// <summary>The front of the line that begins at a byte, without its line end.</summary>
    /// <param name="file">The file.</param>
    /// <param name="position">The place of the byte, from 0.</param>
    public static byte[] LineFrom(SourceFile file, long position)
    {
        using var handle = File.OpenHandle(file.Path, options: FileOptions.RandomAccess);
        var buffer = new byte[4096];
        var text = buffer.AsSpan(0, RandomAccess.Read(handle, buffer, position));
        var end = text.IndexOf((byte)'\n');
        return (end < 0 ? text : text[..end]).TrimEnd((byte)'\r').ToArray();
    }

    /// <summary>The line, from 1, on which a byte stands.</summary>
    /// <param name="file">The file.</param>
    /// <param name="position">The place of the byte, from 0.</param>
    public static long LineAt(SourceFile file, long position)
    {
        using var handle = File.OpenHandle(file.Path, options: FileOptions.SequentialScan);
        var buffer = new byte[ChunkBytes];
        var (offset, line) = (0L, 1L);
        while (offset < position && RandomAccess.Read(handle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, position - offset)), offset) is var read and > 0)
        {
            line += buffer.AsSpan(0, read).Count((byte)'\n');
            offset += read;
        }

        return line;
    }
}
