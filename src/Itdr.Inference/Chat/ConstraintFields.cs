using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;

namespace Itdr.Inference;

/// <summary>Writes what an answer may look like into the options of a request, in the field that the server reads.</summary>
internal static class ConstraintFields
{
    private const string SchemaName = "answer";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sets the field.</summary>
    public static void Set(ChatOptions options, OutputConstraint constraint, ChatServer server, AnswerForm form)
    {
        switch (form)
        {
            case AnswerForm.JsonSchema:
                SetSchema(options, constraint.ToJsonSchema(), server);
                break;
            case AnswerForm.Regex:
                SetText(options, server, "regex", constraint.ToRegex());
                break;
            case AnswerForm.Choice when server is ChatServer.Vllm or ChatServer.VllmGuided && constraint is ChoiceConstraint choice:
                SetField(options, server, "choice", json => WriteList(json, choice.Texts));
                break;
            case AnswerForm.Grammar or AnswerForm.Choice:
                SetText(options, server, "grammar", constraint.ToGbnf());
                break;
        }
    }

    private static void SetSchema(ChatOptions options, JsonElement schema, ChatServer server)
    {
        if (server == ChatServer.LlamaServer)
        {
            SetRaw(options, "json_schema", schema.WriteTo);
            return;
        }

        options.ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, SchemaName);
        if (server == ChatServer.OpenAI)
        {
            // Without strict the schema is advice. The client turns the keywords that OpenAI then refuses into descriptions.
            options.AdditionalProperties = new AdditionalPropertiesDictionary { ["strict"] = true };
            return;
        }

        // The others take every keyword, so the client must not touch the schema.
        var format = Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "json_schema");
            json.WriteStartObject("json_schema");
            json.WriteString("name", SchemaName);
            json.WritePropertyName("schema");
            schema.WriteTo(json);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        Patch(options, "response_format", format);
    }

    private static void SetText(ChatOptions options, ChatServer server, string kind, string text) =>
        SetField(options, server, kind, json => json.WriteStringValue(text));

    private static void SetField(ChatOptions options, ChatServer server, string kind, Action<Utf8JsonWriter> write)
    {
        switch (server)
        {
            case ChatServer.Vllm:
                SetRaw(options, "structured_outputs", json =>
                {
                    json.WriteStartObject();
                    json.WritePropertyName(kind);
                    write(json);
                    json.WriteEndObject();
                });
                break;
            case ChatServer.VllmGuided:
                SetRaw(options, $"guided_{kind}", write);
                break;
            default:
                SetRaw(options, kind, write);
                break;
        }
    }

    /// <summary>A field that is no part of OpenAI's requests. Clients that do not use its library find it among the additional properties.</summary>
    private static void SetRaw(ChatOptions options, string field, Action<Utf8JsonWriter> write)
    {
        var value = Bytes(write);
        using var document = JsonDocument.Parse(value);
        options.AdditionalProperties = new AdditionalPropertiesDictionary { [field] = document.RootElement.Clone() };
        Patch(options, field, value);
    }

    /// <summary>Has the OpenAI library write a field into its request as it is.</summary>
    private static void Patch(ChatOptions options, string field, ReadOnlyMemory<byte> value)
    {
        var path = Encoding.UTF8.GetBytes($"$.{field}");
        var json = BinaryData.FromBytes(value);
        options.RawRepresentationFactory = client => client.GetService<ChatClient>() is null ? null : Patched(path, json);
    }

    private static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            write(json);
        }

        return bytes.WrittenMemory;
    }

    private static ChatCompletionOptions Patched(byte[] path, BinaryData value)
    {
        var request = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The library's own door for fields that it does not know, marked as experimental.
        request.Patch.Set(path, value);
#pragma warning restore SCME0001
        return request;
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
