using System.Text.Json;

namespace Itdr.Datasets.Exporting;

/// <summary>The shapes that one row has in JSON.</summary>
internal static class RowForms
{
    public const string Instruction = "instruction";
    public const string Input = "input";
    public const string Output = "output";
    public const string Conversations = "conversations";
    public const string Messages = "messages";

    /// <summary>
    /// <c>instruction</c>, <c>input</c>, <c>output</c>. Where there is no instruction the prompt takes its place, since the
    /// field is required; the user's turn is the same either way.
    /// </summary>
    public static void Alpaca(Utf8JsonWriter json, ExportRow row)
    {
        json.WriteStartObject();
        json.WriteString(Instruction, row.Instruction.Length > 0 ? row.Instruction : row.Prompt);
        json.WriteString(Input, row.Instruction.Length > 0 ? row.Prompt : "");
        json.WriteString(Output, row.Label);
        json.WriteEndObject();
    }

    /// <summary><c>conversations</c> of a human and a gpt.</summary>
    public static void ShareGpt(Utf8JsonWriter json, ExportRow row)
    {
        json.WriteStartObject();
        json.WriteStartArray(Conversations);
        Message(json, ("from", "human"), ("value", row.Turn));
        Message(json, ("from", "gpt"), ("value", row.Label));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary><c>messages</c> of a user and an assistant.</summary>
    public static void Chat(Utf8JsonWriter json, ExportRow row)
    {
        json.WriteStartObject();
        json.WriteStartArray(Messages);
        Message(json, ("role", "user"), ("content", row.Turn));
        Message(json, ("role", "assistant"), ("content", row.Label));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// <c>prompt</c> and <c>completion</c>, each a list of one message, to which TRL applies the model's own chat template; as
    /// bare texts it would glue the label to the end of the prompt.
    /// </summary>
    public static void PromptCompletion(Utf8JsonWriter json, ExportRow row)
    {
        json.WriteStartObject();
        json.WriteStartArray("prompt");
        Message(json, ("role", "user"), ("content", row.Turn));
        json.WriteEndArray();
        json.WriteStartArray("completion");
        Message(json, ("role", "assistant"), ("content", row.Label));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, (string Name, string Value) who, (string Name, string Value) what)
    {
        json.WriteStartObject();
        json.WriteString(who.Name, who.Value);
        json.WriteString(what.Name, what.Value);
        json.WriteEndObject();
    }
}
