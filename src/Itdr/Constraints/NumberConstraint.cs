using System.Text.Json;

namespace Itdr;

/// <summary>A number, within bounds or one of a few.</summary>
public sealed class NumberConstraint : SlotConstraint
{
    private readonly Pattern pattern;

    internal NumberConstraint(AnswerSlot slot, Pattern pattern, bool isExact)
        : base(slot)
    {
        this.pattern = pattern;
        IsExact = isExact;
    }

    /// <summary>Whether the number is whole.</summary>
    public bool IsWhole { get; internal init; }

    /// <summary>The least value, in JSON's notation; null for none.</summary>
    public string? Minimum { get; internal init; }

    /// <summary>The greatest value, in JSON's notation; null for none.</summary>
    public string? Maximum { get; internal init; }

    /// <summary>The only texts of the number, from the least to the greatest; empty where they are too many to list.</summary>
    public IReadOnlyList<string> Texts { get; internal init; } = [];

    /// <summary>The only values of the number, in JSON's notation; empty where its bounds and <see cref="IsWhole"/> say it all, or the values are too many to list.</summary>
    public IReadOnlyList<string> Values { get; internal init; } = [];

    /// <inheritdoc/>
    public override bool IsExact { get; }

    internal override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", IsWhole ? "integer" : "number");
        if (Values.Count > 0)
        {
            json.WriteStartArray("enum");
            foreach (var value in Values)
            {
                json.WriteRawValue(value);
            }

            json.WriteEndArray();
            return;
        }

        WriteBound(json, "minimum", Minimum);
        WriteBound(json, "maximum", Maximum);
    }

    private protected override Pattern ToPattern() => pattern.Named(Slot.JsonName);

    private static void WriteBound(Utf8JsonWriter json, string name, string? bound)
    {
        if (bound is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(bound);
        }
    }
}
