using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>The records of one subtask as Croissant describes them. The fields of task and answer are those of the first instance, whatever the subtask.</summary>
internal static class RecordSet
{
    /// <summary>The media type of instance files.</summary>
    public const string Encoding = "application/jsonlines";

    private static readonly string[] Plain = ["id", "user", "item"];
    private static readonly string[] Nested = ["task", "answer"];

    /// <summary>The id of the files of a subtask.</summary>
    public static string FilesOf(string subtask) => $"{subtask}-files";

    /// <summary>Writes the record set of a subtask.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="subtask">The id of the subtask.</param>
    /// <param name="example">A file with instances of it.</param>
    public static void Write(Utf8JsonWriter json, string subtask, string example)
    {
        json.WriteStartObject();
        json.WriteString("@type", "cr:RecordSet");
        json.WriteString("@id", subtask);
        json.WriteString("name", subtask);
        json.WriteStartObject("key");
        json.WriteString("@id", $"{subtask}/id");
        json.WriteEndObject();
        json.WriteStartArray("field");
        WriteSplit(json, subtask);
        using (var lines = new JsonLinesReader(File.OpenRead(example), Path.GetFileName(example)))
        {
            if (lines.Read())
            {
                WriteFields(json, subtask, lines.Root);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, string subtask, JsonElement instance)
    {
        foreach (var name in Plain.Where(name => instance.TryGetProperty(name, out _)))
        {
            WriteField(json, subtask, name, $"$.{name}", "sc:Text", isRepeated: false);
        }

        foreach (var part in Nested.Where(part => instance.TryGetProperty(part, out _)))
        {
            foreach (var property in instance.GetProperty(part).EnumerateObject())
            {
                if (KindOf(property.Value) is var (path, type, isRepeated))
                {
                    WriteField(json, subtask, $"{part}/{property.Name}", $"$.{part}.{property.Name}{path}", type, isRepeated);
                }
            }
        }

        if (instance.TryGetProperty("relevance", out _))
        {
            WriteField(json, subtask, "relevance", "$.relevance[*]", "sc:Float", isRepeated: true);
        }
    }

    /// <summary>How a value is reached and what it is; of items the title, and null for what has no simple type.</summary>
    private static (string Path, string Type, bool IsRepeated)? KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ("", "sc:Text", false),
        JsonValueKind.Number => ("", "sc:Float", false),
        JsonValueKind.True or JsonValueKind.False => ("", "sc:Boolean", false),
        JsonValueKind.Object when value.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.String => (".title", "sc:Text", false),
        JsonValueKind.Array when value.GetArrayLength() > 0 && KindOf(value[0]) is ({ } path, { } type, false) => ($"[*]{path}", type, true),
        _ => null,
    };

    private static void WriteField(Utf8JsonWriter json, string subtask, string name, string path, string type, bool isRepeated)
    {
        WriteStart(json, subtask, name, type);
        if (isRepeated)
        {
            json.WriteBoolean("repeated", true);
        }

        json.WriteStartObject("source");
        WriteReference(json, "fileSet", FilesOf(subtask));
        json.WriteStartObject("extract");
        json.WriteString("jsonPath", path);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The split stands in the name of the file.</summary>
    private static void WriteSplit(Utf8JsonWriter json, string subtask)
    {
        WriteStart(json, subtask, "split", "sc:Text");
        json.WriteStartObject("source");
        WriteReference(json, "fileSet", FilesOf(subtask));
        json.WriteStartObject("extract");
        json.WriteString("fileProperty", "filename");
        json.WriteEndObject();
        json.WriteStartObject("transform");
        json.WriteString("regex", @"^.*\.(train|val|test)\.jsonl$");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter json, string subtask, string name, string type)
    {
        json.WriteStartObject();
        json.WriteString("@type", "cr:Field");
        json.WriteString("@id", $"{subtask}/{name}");
        json.WriteString("name", name);
        json.WriteString("dataType", type);
    }

    private static void WriteReference(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }
}
