using System.Buffers;
using System.Text.Json;

namespace Itdr.Instances;

/// <summary>
/// Writes a file of one JSON value a line: UTF-8, line ends <c>\n</c>, letters of every script as they are. The
/// stream stays open and belongs to the caller; call <see cref="Flush"/> at the end.
/// </summary>
/// <param name="stream">Where the bytes go.</param>
public sealed class JsonLinesWriter(Stream stream) : IDisposable
{
    private const int FlushAbove = 64 * 1024;

    private readonly ArrayBufferWriter<byte> buffer = new(FlushAbove);
    private Utf8JsonWriter? json;

    /// <summary>Writes the value of the current line; it is the same writer for every line.</summary>
    public Utf8JsonWriter Json => json ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance, SkipValidation = false });

    /// <summary>Ends the line.</summary>
    /// <exception cref="InvalidOperationException">The value of the line is not complete.</exception>
    public void EndLine()
    {
        if (Json.CurrentDepth != 0 || Json.BytesCommitted + Json.BytesPending == 0)
        {
            throw new InvalidOperationException("A line ends with one complete JSON value; this one has none.");
        }

        Json.Flush();
        buffer.Write("\n"u8);
        Json.Reset(buffer);
        if (buffer.WrittenCount > FlushAbove)
        {
            Flush();
        }
    }

    /// <summary>Takes back what was written of the current line.</summary>
    public void AbandonLine()
    {
        // What the writer has handed over since the last line end is cut off with it.
        var kept = buffer.WrittenCount - (int)Json.BytesCommitted;
        var whole = buffer.WrittenSpan[..kept].ToArray();
        buffer.ResetWrittenCount();
        buffer.Write(whole);
        Json.Reset(buffer);
    }

    /// <summary>Hands all complete lines to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    /// <summary>Gives the writer back; what was not flushed is lost.</summary>
    public void Dispose() => json?.Dispose();
}
