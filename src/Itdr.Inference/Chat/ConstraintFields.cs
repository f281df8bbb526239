using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;

namespace Itdr.Inference;

/// <summary>Writes what an answer may look like, and how long it may be, into the fields of a request that the server reads.</summary>
internal sealed class ConstraintFields
{
    private const string SchemaName = "answer";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ChatOptions options;
    private readonly ChatServer server;
    private readonly List<(byte[] Path, BinaryData Value)> patches = [];

    private ConstraintFields(ChatOptions options, ChatServer server)
    {
        this.options = options;
        this.server = server;
    }

    /// <summary>Sets the fields.</summary>
    public static void Set(ChatOptions options, OutputConstraint constraint, ChatServer server, AnswerForm form)
    {
        var fields = new ConstraintFields(options, server);
        fields.Set(constraint, form);
        if (server != ChatServer.OpenAI && options.MaxOutputTokens is { } most)
        {
            // The library writes OpenAI's newer name of this field alone, which not every server reads.
            fields.Patch("max_tokens", Bytes(json => json.WriteNumberValue(most)));
        }

        if (fields.patches.Count > 0)
        {
            options.RawRepresentationFactory = client => client.GetService<ChatClient>() is null ? null : fields.Patched();
        }
    }

    private void Set(OutputConstraint constraint, AnswerForm form)
    {
        switch (form)
        {
            case AnswerForm.JsonSchema:
                SetSchema(constraint.ToJsonSchema());
                break;
            case AnswerForm.Regex:
                SetText("regex", constraint.ToRegex());
                break;
            case AnswerForm.Choice when server is ChatServer.Vllm or ChatServer.VllmGuided && constraint is ChoiceConstraint choice:
                SetField("choice", json => WriteList(json, choice.Texts));
                break;
            case AnswerForm.Grammar or AnswerForm.Choice:
                SetText("grammar", constraint.ToGbnf());
                break;
        }
    }

    private void SetSchema(JsonElement schema)
    {
        if (server == ChatServer.LlamaServer)
        {
            SetRaw("json_schema", schema.WriteTo);
            return;
        }

        options.ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, SchemaName);
        if (server == ChatServer.OpenAI)
        {
            // Without strict the schema is advice. The client turns the keywords that OpenAI then refuses into descriptions.
            options.AdditionalProperties = new AdditionalPropertiesDictionary { ["strict"] = true };
            return;
        }

        // The others take every keyword, but for one that vLLM refuses, so the client must not touch the schema.
        Patch("response_format", Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "json_schema");
            json.WriteStartObject("json_schema");
            json.WriteString("name", SchemaName);
            json.WritePropertyName("schema");
            if (server is ChatServer.Vllm or ChatServer.VllmGuided)
            {
                WriteWithoutUniqueness(json, schema);
            }
            else
            {
                schema.WriteTo(json);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }

    /// <summary>
    /// Writes a schema without <c>uniqueItems</c>: none of vLLM's backends knows it, and it answers with status 400. A
    /// ranking with an item twice is then found when the answer is read, as with every other form.
    /// </summary>
    private static void WriteWithoutUniqueness(Utf8JsonWriter json, JsonElement schema)
    {
        switch (schema.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();

                // A slot of that name is an object, the keyword a truth value.
                foreach (var property in schema.EnumerateObject().Where(static property => !(property.NameEquals("uniqueItems") && property.Value.ValueKind == JsonValueKind.True)))
                {
                    json.WritePropertyName(property.Name);
                    WriteWithoutUniqueness(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in schema.EnumerateArray())
                {
                    WriteWithoutUniqueness(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                schema.WriteTo(json);
                break;
        }
    }

    private void SetText(string kind, string text) => SetField(kind, json => json.WriteStringValue(text));

    private void SetField(string kind, Action<Utf8JsonWriter> write)
    {
        switch (server)
        {
            case ChatServer.Vllm:
                SetRaw("structured_outputs", json =>
                {
                    json.WriteStartObject();
                    json.WritePropertyName(kind);
                    write(json);
                    json.WriteEndObject();
                });
                break;
            case ChatServer.VllmGuided:
                SetRaw($"guided_{kind}", write);
                break;
            default:
                SetRaw(kind, write);
                break;
        }
    }

    /// <summary>A field that is no part of OpenAI's requests. Clients that do not use its library find it among the additional properties.</summary>
    private void SetRaw(string field, Action<Utf8JsonWriter> write)
    {
        var value = Bytes(write);
        using var document = JsonDocument.Parse(value);
        options.AdditionalProperties = new AdditionalPropertiesDictionary { [field] = document.RootElement.Clone() };
        Patch(field, value);
    }

    /// <summary>Has the OpenAI library write a field into its request as it is.</summary>
    private void Patch(string field, ReadOnlyMemory<byte> value) => patches.Add((Encoding.UTF8.GetBytes($"$.{field}"), BinaryData.FromBytes(value)));

    private ChatCompletionOptions Patched()
    {
        var request = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The library's own door for fields that it does not know, marked as experimental.
        foreach (var (path, value) in patches)
        {
            request.Patch.Set(path, value);
        }
#pragma warning restore SCME0001
        return request;
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
