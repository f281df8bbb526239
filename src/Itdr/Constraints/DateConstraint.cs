using System.Text.Json;

namespace Itdr;

/// <summary>A date. The text forms let days pass that no month has, and a weekday that is another date's; the parser refuses them.</summary>
public sealed class DateConstraint : SlotConstraint
{
    private readonly DateFormat format;
    private readonly DateFormat json;
    private readonly DatePrefix prefix;

    internal DateConstraint(AnswerSlot slot, DateFormat format, DateFormat json)
        : base(slot)
    {
        this.format = format;
        this.json = json;
        prefix = new DatePrefix(format);
    }

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <summary>Whether a label's date can begin with a text: whether some date of the calendar does, its weekday and leap years included.</summary>
    /// <param name="text">The text in UTF-8; a character at its end may be cut.</param>
    public bool CanBecome(ReadOnlySpan<byte> text) => prefix.CanBecome(text);

    /// <summary>Whether a text is a whole date, which the parser reads.</summary>
    /// <param name="text">The text in UTF-8.</param>
    public bool Is(ReadOnlySpan<byte> text) => prefix.Is(text);

    internal override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        var decimals = this.json.Shape.HasFlag(DateShape.Time) ? DatePattern.Decimals : Pattern.Empty;
        json.WriteString("pattern", $"^{RegexForm.Write(Pattern.Sequence([DatePattern.Of(this.json), decimals]))}$");
    }

    private protected override Pattern ToPattern() => DatePattern.Of(format).Named(Slot.JsonName);
}
