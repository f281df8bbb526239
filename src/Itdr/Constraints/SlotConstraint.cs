using System.Text.Json;

namespace Itdr;

/// <summary>What one slot of an answer may hold.</summary>
public abstract class SlotConstraint : OutputConstraint
{
    private protected SlotConstraint(AnswerSlot slot) => Slot = slot;

    /// <summary>The slot.</summary>
    public AnswerSlot Slot { get; }

    /// <summary>Writes the schema of the slot's JSON value: the members of an object that has been begun.</summary>
    internal abstract void WriteSchema(Utf8JsonWriter json);

    private protected static void WriteClosedSet(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteString("type", "string");
        json.WriteStartArray("enum");
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
