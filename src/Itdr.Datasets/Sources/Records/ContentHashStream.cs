using System.Security.Cryptography;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Records;

/// <summary>Takes the hash of a file while somebody reads it, and hands it to the file when its end is reached.</summary>
internal sealed class ContentHashStream(SourceFile file) : ForwardStream(file.OpenRead())
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long position;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = Content.Read(buffer);
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

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            hash.Dispose();
        }
    }
}
