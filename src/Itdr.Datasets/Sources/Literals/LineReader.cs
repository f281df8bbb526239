using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>The lines of a text file from front to back, as bytes. No more than one line of <see cref="MostLineBytes"/> is ever in memory.</summary>
internal sealed class LineReader : IDisposable
{
    /// <summary>The most bytes of a line; the longest lines of the sources have some hundred thousand.</summary>
    public const int MostLineBytes = 16 << 20;

    private const int BufferBytes = 1 << 20;
    private const int FrontBytes = 4096;
    private const byte LineFeed = (byte)'\n';

    private readonly SourceFile file;
    private readonly ReadContext context;
    private readonly Stream content;
    private byte[] buffer = new byte[BufferBytes];
    private int start;
    private int end;
    private bool isAtEnd;
    private long bytes;

    /// <summary>Opens a file; a byte order mark is passed over.</summary>
    public LineReader(SourceFile file, ReadContext context)
    {
        (this.file, this.context) = (file, context);
        content = new ContentHashStream(file);
        Fill();
        start = buffer.AsSpan(0, end).StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    /// <summary>The number of the line, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Whether the line is too long, and only its front was given.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether the file ends without a line end after the line.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the next line, without its line end.</summary>
    /// <param name="line">The line, until the next call.</param>
    /// <exception cref="DatasetException">The file cannot be read.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        Line++;
        (IsTooLong, IsCut) = (false, false);
        for (var scanned = 0; ;)
        {
            var length = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf(LineFeed);
            if (length >= 0)
            {
                line = Take(scanned + length, behind: 1);
                return true;
            }

            scanned = end - start;
            if (isAtEnd)
            {
                IsCut = scanned > 0;
                line = Take(scanned, behind: 0);
                return IsCut;
            }

            if (scanned >= MostLineBytes)
            {
                line = TakeFront();
                return true;
            }

            Fill();
        }
    }

    public void Dispose() => content.Dispose();

    private Span<byte> Take(int length, int behind)
    {
        var line = buffer.AsSpan(start, length).TrimEnd((byte)'\r');
        start += length + behind;
        return line;
    }

    /// <summary>Gives the front of a line that is too long and drops the rest of it.</summary>
    private byte[] TakeFront()
    {
        var front = buffer.AsSpan(start, FrontBytes).ToArray();
        IsTooLong = true;
        for (var found = -1; found < 0 && !isAtEnd;)
        {
            start = end;
            Fill();
            found = buffer.AsSpan(0, end).IndexOf(LineFeed);
            start = found < 0 ? end : found + 1;
        }

        return front;
    }

    private void Fill()
    {
        context.Cancellation.ThrowIfCancellationRequested();
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int read;
        try
        {
            read = content.Read(buffer, end, buffer.Length - end);
        }
        catch (IOException error)
        {
            throw new DatasetException($"{file.Label} cannot be read: {error.Message}", error);
        }

        bytes += read;
        end += read;
        isAtEnd = read == 0;
        context.Progress(file.Name, Math.Min(bytes, file.Size), file.Size);
    }
}
