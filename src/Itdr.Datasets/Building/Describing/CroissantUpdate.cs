using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Brings a Croissant description up to date where instance files were written again.</summary>
internal static class CroissantUpdate
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n", Encoder = PlainJsonEncoder.Instance };

    /// <summary>The description with the new sizes, hashes and fields.</summary>
    /// <param name="croissant">The description as it was.</param>
    /// <param name="files">The instance files that were written again, measured.</param>
    /// <param name="examples">The subtasks of these files, each with a file that has instances of it.</param>
    public static string Of(string croissant, IReadOnlyCollection<ManifestFile> files, IEnumerable<(string Subtask, string Example)> examples)
    {
        var description = JsonNode.Parse(croissant)!.AsObject();
        foreach (var part in description["distribution"]!.AsArray().OfType<JsonObject>())
        {
            if (files.FirstOrDefault(file => file.Path == (string?)part["contentUrl"]) is { } file)
            {
                part["contentSize"] = CroissantFile.SizeOf(file);
                part["sha256"] = file.Sha256;
            }
        }

        var sets = description["recordSet"]!.AsArray();
        foreach (var (subtask, example) in examples)
        {
            for (var index = 0; index < sets.Count; index++)
            {
                if ((string?)sets[index]!["@id"] == subtask)
                {
                    sets[index] = NewSet(subtask, example);
                }
            }
        }

        return description.ToJsonString(Form) + "\n";
    }

    private static JsonNode? NewSet(string subtask, string example)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            RecordSet.Write(json, subtask, example);
        }

        return JsonNode.Parse(buffer.WrittenSpan);
    }
}
