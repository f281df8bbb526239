using System.Text.Json;

namespace Itdr;

/// <summary>Free text that ends before what may follow it.</summary>
public sealed class TextConstraint : SlotConstraint
{
    internal TextConstraint(TextSlot slot)
        : base(slot)
    {
    }

    /// <summary>What ends the text, and so cannot stand inside it.</summary>
    public TextEnd EndsBefore => Slot.EndsBefore;

    /// <summary>Whether the text holds at least one character.</summary>
    public bool NeedsText => Slot.IsOptional || EndsBefore.AtEnd || IsEntry;

    /// <summary>Whether the text may neither start nor end with white space.</summary>
    public bool IsTrimmed => EndsBefore.AtEnd || IsEntry;

    /// <summary>Whether the text holds no line break.</summary>
    public bool StaysOnLine => IsEntry;

    /// <inheritdoc/>
    public override bool IsExact => (!IsTrimmed || TextAutomaton.EndsTrimmed(EndsBefore.Literals)) && !EndsBefore.Literals.Any(TextAutomaton.IsBeyondClasses);

    internal override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        if (NeedsText)
        {
            json.WriteNumber("minLength", 1);
        }
    }

    private bool IsEntry => ((TextSlot)Slot).IsEntry;

    private protected override Pattern ToPattern() => TextAutomaton.Pattern(IsEntry ? EndsBefore.OrLine : EndsBefore, NeedsText, IsTrimmed).Named(Slot.JsonName);
}
