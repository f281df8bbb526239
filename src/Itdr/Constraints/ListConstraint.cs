using System.Text.Json;

namespace Itdr;

/// <summary>A list of values. The numbers before the entries of a numbered list may be any in the text forms; the parser refuses those that do not count.</summary>
public sealed class ListConstraint : SlotConstraint
{
    internal ListConstraint(AnswerSlot slot, ListLayout layout, SlotConstraint entry)
        : base(slot)
    {
        Layout = layout;
        Entry = entry;
    }

    /// <summary>How the list is laid out.</summary>
    public ListLayout Layout { get; }

    /// <summary>What one entry may hold.</summary>
    public SlotConstraint Entry { get; }

    /// <inheritdoc/>
    public override bool IsExact => Layout.Style != ListStyle.Numbered && Entry.IsExact;

    internal override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        Entry.WriteSchema(json);
        json.WriteEndObject();
        if (Slot.IsOptional)
        {
            json.WriteNumber("minItems", 1);
        }
    }

    private protected override Pattern ToPattern()
    {
        var entry = Entry.Pattern;
        var next = Pattern.Sequence([Pattern.Of(Layout.Separator), NextMark(), entry]);
        var list = Pattern.Sequence([Pattern.Of(Layout.Mark(0)), entry, Pattern.Star(next)]);
        return Slot.IsOptional ? list : Pattern.Optional(list);
    }

    private Pattern NextMark() => Layout.Style == ListStyle.Numbered
        ? Pattern.Sequence([WholeNumberPattern.Between(2, null), Pattern.Of(". ")])
        : Pattern.Of(Layout.Mark(1));
}
