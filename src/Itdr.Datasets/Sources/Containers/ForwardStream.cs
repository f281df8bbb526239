namespace Itdr.Datasets.Sources.Containers;

/// <summary>A stream over another one that is read once from front to end.</summary>
/// <param name="content">The other stream.</param>
/// <param name="leaveOpen">Whether the other one stays open; else it is closed with this.</param>
internal abstract class ForwardStream(Stream content, bool leaveOpen = false) : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The other stream.</summary>
    protected Stream Content => content;

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public abstract override int Read(Span<byte> buffer);

    public sealed override void Flush()
    {
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
