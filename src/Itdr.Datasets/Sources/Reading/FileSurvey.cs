using System.Security.Cryptography;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>What one look at every byte of a file tells: its hash, and how its lines end.</summary>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal.</param>
/// <param name="Lines">The number of line feeds.</param>
/// <param name="CarriageReturns">How many of them follow a carriage return.</param>
/// <param name="EndsWithLineFeed">Whether the last byte is a line feed.</param>
internal sealed record FileSurvey(string Sha256, long Lines, long CarriageReturns, bool EndsWithLineFeed)
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Reads a file and keeps its hash in it.</summary>
    public static FileSurvey Of(SourceFile file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var handle = File.OpenHandle(file.Path, options: FileOptions.SequentialScan);
        var buffer = new byte[ChunkBytes];
        var (offset, lines, returns, last) = (0L, 0L, 0L, (byte)0);
        for (int read; (read = RandomAccess.Read(handle, buffer, offset)) > 0; offset += read)
        {
            cancellation.ThrowIfCancellationRequested();
            var chunk = buffer.AsSpan(0, read);
            hash.AppendData(chunk);
            lines += chunk.Count((byte)'\n');
            returns += chunk.Count("\r\n"u8) + (last == '\r' && chunk[0] == '\n' ? 1 : 0);
            last = chunk[^1];
        }

        file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new FileSurvey(file.Sha256, lines, returns, last == '\n');
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
