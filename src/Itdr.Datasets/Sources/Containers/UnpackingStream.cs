using System.Globalization;

namespace Itdr.Datasets.Sources.Containers;

/// <summary>
/// The content of a packed file, read once from front to end. It says where damaged content breaks off, and stops at
/// content that is out of all proportion to what is packed.
/// </summary>
/// <param name="content">The content.</param>
/// <param name="label">What messages call the file.</param>
/// <param name="packedBytes">The bytes that the content is packed in.</param>
/// <param name="limits">What is let through.</param>
/// <param name="end">Checks the whole when its end is reached, told of the bytes that came out.</param>
/// <param name="owned">What is closed after the content.</param>
internal sealed class UnpackingStream(
    Stream content, string label, long packedBytes, ContainerLimits limits, Action<long>? end = null, params IDisposable[] owned) : ForwardStream(content)
{
    private long position;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = Content.Read(buffer);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(error);
        }

        position += read;
        RequireProportion();
        if (read == 0 && buffer.Length > 0)
        {
            end?.Invoke(position);
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            foreach (var one in owned)
            {
                one.Dispose();
            }
        }
    }

    private DatasetException Damaged(Exception error) => new(
        string.Create(CultureInfo.InvariantCulture, $"{label} is damaged or cut off after {position} bytes of content: {error.Message.TrimEnd('.')}; take a whole copy of it."),
        error);

    private void RequireProportion()
    {
        if (position > limits.MostBytes)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture, $"{label} unpacks to more than {limits.MostBytes} bytes, which no file of a source does; take the publisher's archive."));
        }

        if (position > limits.FreeBytes && position / limits.MostRatio > packedBytes)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture,
                $"{label} unpacks to more than {limits.MostRatio} times its {packedBytes} packed bytes, as only an archive made to fill a disk does; take the publisher's archive."));
        }
    }
}
