using System.Buffers;
using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>A JSON array with one record a line.</summary>
/// <param name="stream">Where its bytes go; the file owns it.</param>
/// <param name="form">Writes a row as one value.</param>
internal sealed class JsonArrayFile(Stream stream, Action<Utf8JsonWriter, ExportRow> form) : IExportFile
{
    private const int FlushAbove = 64 * 1024;

    private readonly ArrayBufferWriter<byte> buffer = new(FlushAbove);
    private Utf8JsonWriter? json;
    private bool hasRows;

    private Utf8JsonWriter Json => json ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance });

    public void Write(ExportRow row)
    {
        buffer.Write(hasRows ? ",\n"u8 : "[\n"u8);
        hasRows = true;
        Json.Reset(buffer);
        form(Json, row);
        Json.Flush();
        if (buffer.WrittenCount > FlushAbove)
        {
            Flush();
        }
    }

    public void Complete()
    {
        buffer.Write(hasRows ? "\n]\n"u8 : "[]\n"u8);
        Flush();
        stream.Flush();
    }

    public void Dispose()
    {
        json?.Dispose();
        stream.Dispose();
    }

    private void Flush()
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
