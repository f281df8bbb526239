using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>A format of JSON records: an array with the ending <c>.json</c>, or lines with <c>.jsonl</c>.</summary>
/// <param name="format">The format.</param>
/// <param name="form">Writes a row as one value.</param>
/// <param name="isArray">Whether the records stand in an array.</param>
internal class JsonExporter(ExportFormat format, Action<Utf8JsonWriter, ExportRow> form, bool isArray) : IExporter
{
    public ExportFormat Format { get; } = format;

    public string FileName(Split split) => $"{ExportFileName.Of(split)}.{(isArray ? "json" : "jsonl")}";

    public IExportFile Begin(OutputFolder folder, Split split)
    {
        var stream = folder.CreateFile(FileName(split));
        return isArray ? new JsonArrayFile(stream, form) : new JsonLinesFile(stream, form);
    }

    public virtual IReadOnlyList<string> Describe(OutputFolder folder, IReadOnlyList<Split> splits, LongestRow longest) => [];
}
