using System.Buffers;
using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>
/// A JSON array with one record a line. Where there is no instruction the prompt takes its place, since the field is
/// required; the user's turn is the same either way.
/// </summary>
internal sealed class AlpacaFile : IExportFile
{
    public const string Instruction = "instruction";
    public const string Input = "input";
    public const string Output = "output";

    private const int FlushAbove = 64 * 1024;

    private readonly Stream stream;
    private readonly ArrayBufferWriter<byte> buffer = new(FlushAbove);
    private readonly Utf8JsonWriter json;
    private bool hasRows;

    public AlpacaFile(Stream stream)
    {
        this.stream = stream;
        json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance });
        buffer.Write("["u8);
    }

    public void Write(ExportRow row)
    {
        buffer.Write(hasRows ? ",\n"u8 : "\n"u8);
        hasRows = true;
        json.Reset(buffer);
        json.WriteStartObject();
        json.WriteString(Instruction, row.Instruction.Length > 0 ? row.Instruction : row.Prompt);
        json.WriteString(Input, row.Instruction.Length > 0 ? row.Prompt : "");
        json.WriteString(Output, row.Label);
        json.WriteEndObject();
        json.Flush();
        if (buffer.WrittenCount > FlushAbove)
        {
            Flush();
        }
    }

    public void Complete()
    {
        buffer.Write("\n]\n"u8);
        Flush();
    }

    public void Dispose()
    {
        json.Dispose();
        stream.Dispose();
    }

    private void Flush()
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
