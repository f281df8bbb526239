using System.Globalization;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Records;

/// <summary>The record at which a scan stands; fields are named by the index of the wanted column.</summary>
internal sealed class Record(RecordReader reader, RecordLayout layout)
{
    /// <summary>The line on which it begins.</summary>
    public long Line => reader.Line;

    /// <summary>Whether the file has a column.</summary>
    public bool Has(int column) => layout.Places[column] >= 0;

    /// <summary>The bytes of a field, without quotes around them; what is escaped inside stays so. Nothing if the file lacks the column.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => Has(column) ? reader.Bytes(layout.Places[column]) : default;

    /// <summary>The text of a field; empty if the file lacks the column.</summary>
    public string Text(int column) => Has(column) ? reader.Text(layout.Places[column]) : "";

    /// <summary>Reads a whole number of digits alone, 1 to 18 of them.</summary>
    public bool TryWhole(int column, out long number)
    {
        var digits = Bytes(column);
        number = 0;
        return digits.Length is > 0 and <= 18 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads a whole number that may be written as a decimal one, as <c>34.0</c>.</summary>
    public bool TryRoundedWhole(int column, out long number)
    {
        const NumberStyles Decimal = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        number = 0;
        if (!decimal.TryParse(Bytes(column), Decimal, CultureInfo.InvariantCulture, out var value)
            || value != decimal.Truncate(value) || Math.Abs(value) > 1_000_000_000_000_000_000)
        {
            return false;
        }

        number = (long)value;
        return true;
    }

    /// <summary>What stands in a field, as a clause of a message.</summary>
    public string Found(int column) => FoundText.Field(layout.Columns[column], Text(column));
}

/// <summary>What is wrong with a record.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Column">The index of the wanted column at fault.</param>
internal readonly record struct RecordFault(RowFault Fault, int Column);
