using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>
/// The alpaca files of LLaMA-Factory: one JSON array a split, and <c>dataset_info.json</c>, which names all three
/// columns, since LLaMA-Factory takes every column that is left out there as absent.
/// </summary>
internal sealed class AlpacaExporter : IExporter
{
    private const string Info = "dataset_info.json";

    public ExportFormat Format { get; } = new("alpaca", "one JSON array a split, and dataset_info.json, for LLaMA-Factory");

    public string FileName(Split split) => $"{EntryName(split)}.json";

    public IExportFile Begin(Stream stream) => new AlpacaFile(stream);

    public IReadOnlyList<string> Describe(OutputFolder folder, IReadOnlyList<Split> splits)
    {
        using var stream = folder.CreateFile(Info);
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            foreach (var split in splits)
            {
                json.WriteStartObject(EntryName(split));
                json.WriteString("file_name", FileName(split));
                json.WriteString("formatting", "alpaca");
                json.WriteStartObject("columns");
                json.WriteString("prompt", AlpacaFile.Instruction);
                json.WriteString("query", AlpacaFile.Input);
                json.WriteString("response", AlpacaFile.Output);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        return [Info];
    }

    private static string EntryName(Split split) => $"itdr_{split.Name()}";
}
