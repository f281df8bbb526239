using System.Security.Cryptography;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Records;

/// <summary>Takes the hash of a file while somebody reads it, and hands it to the file when its end is reached.</summary>
internal sealed class ContentHashStream(SourceFile file) : Stream
{
    private readonly Stream content = file.OpenRead();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        position += read;
        if (file.Sha256 is null)
        {
            hash.AppendData(buffer[..read]);
            if (read == 0 && buffer.Length > 0)
            {
                file.SetContent(position, Convert.ToHexStringLower(hash.GetHashAndReset()));
            }
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
