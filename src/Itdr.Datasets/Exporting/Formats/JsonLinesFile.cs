using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>A file of one record a line.</summary>
/// <param name="stream">Where its bytes go; the file owns it.</param>
/// <param name="form">Writes a row as one value.</param>
internal sealed class JsonLinesFile(Stream stream, Action<Utf8JsonWriter, ExportRow> form) : IExportFile
{
    private readonly JsonLinesWriter lines = new(stream);

    public void Write(ExportRow row)
    {
        form(lines.Json, row);
        lines.EndLine();
    }

    public void Complete()
    {
        lines.Flush();
        stream.Flush();
    }

    public void Dispose()
    {
        lines.Dispose();
        stream.Dispose();
    }
}
