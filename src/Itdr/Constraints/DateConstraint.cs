using System.Text.Json;

namespace Itdr;

/// <summary>A date. The text forms let days pass that no month has, and a weekday that is another date's; the parser refuses them.</summary>
public sealed class DateConstraint : SlotConstraint
{
    private readonly DateFormat format;
    private readonly DateFormat json;

    internal DateConstraint(AnswerSlot slot, DateFormat format, DateFormat json)
        : base(slot)
    {
        this.format = format;
        this.json = json;
    }

    /// <inheritdoc/>
    public override bool IsExact => false;

    internal override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        var decimals = this.json.Shape.HasFlag(DateShape.Time) ? DatePattern.Decimals : Pattern.Empty;
        json.WriteString("pattern", $"^{RegexForm.Write(Pattern.Sequence([DatePattern.Of(this.json), decimals]))}$");
    }

    private protected override Pattern ToPattern() => DatePattern.Of(format).Named(Slot.JsonName);
}
