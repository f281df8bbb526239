using System.Text.Json;

namespace Itdr.Datasets.Exporting;

/// <summary>
/// <c>dataset_info.json</c>, by which LLaMA-Factory finds and reads files. It takes every column and every tag that is left
/// out as absent once one of them is named, so all that are used are named.
/// </summary>
/// <param name="Formatting">How LLaMA-Factory reads a record: <c>alpaca</c> or <c>sharegpt</c>.</param>
/// <param name="Columns">The columns by the names that LLaMA-Factory gives them.</param>
/// <param name="Tags">The tags of messages by the names that LLaMA-Factory gives them; empty for alpaca.</param>
internal sealed record LlamaFactoryInfo(
    string Formatting, IReadOnlyList<(string Name, string Value)> Columns, IReadOnlyList<(string Name, string Value)> Tags)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "dataset_info.json";

    /// <summary>Records of instruction, input and output.</summary>
    public static LlamaFactoryInfo Alpaca { get; } =
        new("alpaca", [("prompt", RowForms.Instruction), ("query", RowForms.Input), ("response", RowForms.Output)], []);

    /// <summary>Conversations of a human and a gpt.</summary>
    public static LlamaFactoryInfo ShareGpt { get; } = new("sharegpt", [("messages", RowForms.Conversations)], TagsOf("from", "value", "human", "gpt"));

    /// <summary>Messages of a user and an assistant, which LLaMA-Factory reads as conversations with other names.</summary>
    public static LlamaFactoryInfo Chat { get; } = new("sharegpt", [("messages", RowForms.Messages)], TagsOf("role", "content", "user", "assistant"));

    /// <summary>Writes the file.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="files">The data sets by their names, with the names of their files.</param>
    public void Write(OutputFolder folder, IEnumerable<(string Name, string File)> files)
    {
        using var stream = folder.CreateFile(FileName);
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            foreach (var (name, file) in files)
            {
                json.WriteStartObject(name);
                json.WriteString("file_name", file);
                json.WriteString("formatting", Formatting);
                Write(json, "columns", Columns);
                Write(json, "tags", Tags);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<(string Name, string Value)> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var value in values)
        {
            json.WriteString(value.Name, value.Value);
        }

        json.WriteEndObject();
    }

    // The last three never occur in our rows, but a tag that is missing here is no tag at all there.
    private static (string Name, string Value)[] TagsOf(string role, string content, string user, string assistant) =>
    [
        ("role_tag", role), ("content_tag", content), ("user_tag", user), ("assistant_tag", assistant),
        ("observation_tag", "observation"), ("function_tag", "function_call"), ("system_tag", "system"),
    ];
}
