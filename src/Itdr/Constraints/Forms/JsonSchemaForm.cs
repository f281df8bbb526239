using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Itdr;

/// <summary>Writes the slots of a constraint as the JSON schema of an object.</summary>
internal static class JsonSchemaForm
{
    // A schema is sent as JSON, never put into a page, and a model reads its titles best as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of an answer within a constraint.</summary>
    public static JsonElement Write(OutputConstraint constraint)
    {
        var slots = Slots(constraint, isOptional: false).ToArray();
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var (slot, isOptional) in slots)
            {
                WriteProperty(json, slot, isOptional);
            }

            json.WriteEndObject();
            json.WriteStartArray("required");
            foreach (var (slot, _) in slots.Where(static slot => !slot.IsOptional))
            {
                json.WriteStringValue(slot.Slot.JsonName);
            }

            json.WriteEndArray();
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void WriteProperty(Utf8JsonWriter json, SlotConstraint slot, bool isOptional)
    {
        json.WriteStartObject(slot.Slot.JsonName);
        isOptional &= slot is not NothingConstraint;
        if (isOptional)
        {
            json.WriteStartArray("anyOf");
            json.WriteStartObject();
        }

        slot.WriteSchema(json);
        if (isOptional)
        {
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "null");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(SlotConstraint Slot, bool IsOptional)> Slots(OutputConstraint constraint, bool isOptional) =>
        constraint is SlotConstraint slot
            ? [(slot, isOptional || slot.Slot.IsOptional)]
            : constraint.Parts.SelectMany(part => Slots(part, isOptional || constraint is OptionalConstraint));
}
