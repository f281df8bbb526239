using System.IO.Compression;

namespace Itdr.Datasets.Sources.Containers;

/// <summary>
/// The content of a gzip file, of all its members. The framework's stream ends without a word where a file is cut off, so a
/// member of ours is put behind the file: only if its content comes out at the end was everything before it whole.
/// </summary>
/// <param name="file">The file, which is closed with this stream.</param>
internal sealed class GzipContent(Stream file)
    : ForwardStream(new GZipStream(new FollowedStream(file, PackedMark()), CompressionMode.Decompress))
{
    private const int BufferBytes = 1 << 16;

    private static readonly byte[] Mark = "the end of Itdr's gzip"u8.ToArray();

    private readonly byte[] buffer = new byte[BufferBytes];
    private int first;
    private int end;
    private bool isAtEnd;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is damaged or cut off.</exception>
    public override int Read(Span<byte> target)
    {
        while (end - first <= Mark.Length && !isAtEnd)
        {
            Fill();
        }

        var ready = buffer.AsSpan(first, Math.Min(target.Length, end - first - Mark.Length));
        ready.CopyTo(target);
        first += ready.Length;
        return ready.Length;
    }

    private static byte[] PackedMark()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            stream.Write(Mark);
        }

        return packed.ToArray();
    }

    private void Fill()
    {
        buffer.AsSpan(first, end - first).CopyTo(buffer);
        (first, end) = (0, end - first);
        var read = Content.Read(buffer, end, buffer.Length - end);
        end += read;
        isAtEnd = read == 0;
        if (isAtEnd && !buffer.AsSpan(first, end).SequenceEqual(Mark))
        {
            throw new InvalidDataException("The gzip data ends in the middle");
        }
    }

    /// <summary>A stream with some bytes behind it.</summary>
    private sealed class FollowedStream(Stream content, byte[] bytes) : ForwardStream(content)
    {
        private int given;
        private bool isThrough;

        public override int Read(Span<byte> buffer)
        {
            var read = isThrough ? 0 : Content.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            isThrough = true;
            var next = bytes.AsSpan(given, Math.Min(buffer.Length, bytes.Length - given));
            next.CopyTo(buffer);
            given += next.Length;
            return next.Length;
        }
    }
}
