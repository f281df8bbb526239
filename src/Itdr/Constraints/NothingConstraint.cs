using System.Text.Json;

namespace Itdr;

/// <summary>No value at all: what an optional slot may hold where the task has nothing to choose from. Its section is never there.</summary>
public sealed class NothingConstraint : SlotConstraint
{
    internal NothingConstraint(AnswerSlot slot)
        : base(slot)
    {
    }

    /// <inheritdoc/>
    public override bool IsExact => true;

    internal override void WriteSchema(Utf8JsonWriter json) => json.WriteString("type", "null");

    private protected override Pattern ToPattern() => throw new InvalidOperationException($"{Slot.Name} has no text here, so its section must be left out.");
}
