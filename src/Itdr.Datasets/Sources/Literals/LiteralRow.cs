using System.Globalization;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>One line of a file: the values of the fields that were asked for.</summary>
/// <param name="fields">The names of the fields.</param>
internal sealed class LiteralRow(IReadOnlyList<string> fields)
{
    private readonly LiteralValue?[] values = new LiteralValue?[fields.Count];

    /// <summary>Its number, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The value of a field; null if the line does not have it.</summary>
    public LiteralValue? this[int field]
    {
        get => values[field];
        set => values[field] = value;
    }

    /// <summary>Empties it for the next line.</summary>
    public void Begin(long line)
    {
        Line = line;
        Array.Clear(values);
    }

    /// <summary>What a field says as text: a text or a number; empty if it is missing or something else.</summary>
    public string Text(int field) => values[field] is { Kind: LiteralKind.Text or LiteralKind.Number } value ? value.Text : "";

    /// <summary>Reads a number, be it written as a number or in a text.</summary>
    public bool TryNumber(int field, out double number) =>
        double.TryParse(Text(field), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Reads a whole number, which may be written with a fraction of zero.</summary>
    public bool TryWhole(int field, out long number)
    {
        number = 0;
        if (long.TryParse(Text(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        if (TryNumber(field, out var fraction) && Math.Abs(fraction) < 1e15 && fraction == Math.Truncate(fraction))
        {
            number = (long)fraction;
            return true;
        }

        return false;
    }

    /// <summary>What stands in a field, as a clause of a message.</summary>
    public string Found(int field) => FoundText.Field(fields[field], Text(field));
}
