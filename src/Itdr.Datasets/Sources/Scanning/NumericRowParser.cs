using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>
/// Reads the lines of a numeric file strictly: every field is a number and nothing else, so an empty field, a sign, a
/// quote or a blank is a fault and never a zero.
/// </summary>
internal sealed class NumericRowParser
{
    private const int MostDigits = 18;
    private const int Thousandths = 3;

    private readonly NumericColumn[] columns;
    private readonly byte separator;
    private readonly long lowest;
    private readonly long highest;
    private readonly long step;

    public NumericRowParser(NumericLayout layout)
    {
        columns = [.. layout.Columns];
        separator = checked((byte)layout.Separator);
        lowest = (long)(layout.Scale.Minimum * 1000);
        highest = (long)(layout.Scale.Maximum * 1000);
        step = (long)(layout.Scale.Step * 1000);
    }

    /// <summary>Reads one line, without its line end.</summary>
    /// <param name="line">The line.</param>
    /// <param name="row">What it says.</param>
    /// <param name="fault">Why it cannot be taken.</param>
    /// <returns>Whether it can be taken.</returns>
    public bool TryParse(ReadOnlySpan<byte> line, out NumericRow row, out RowFault fault)
    {
        row = default;
        var position = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            var read = columns[column] switch
            {
                NumericColumn.User => Whole(line, ref position, out row.User),
                NumericColumn.Item => Whole(line, ref position, out row.Item),
                NumericColumn.Rating => Fraction(line, ref position, out row.Rating),
                _ => WholeSigned(line, ref position, out row.Time),
            };
            if (!read || (position < line.Length && line[position] != separator))
            {
                fault = FaultOf(line);
                return false;
            }

            if (position == line.Length != (column == columns.Length - 1))
            {
                fault = FaultOf(line);
                return false;
            }

            position++;
        }

        fault = RowFault.RatingOffScale;
        return row.Rating >= lowest && row.Rating <= highest && (row.Rating - lowest) % step == 0;
    }

    private static bool Whole(ReadOnlySpan<byte> line, ref int position, out ulong value)
    {
        value = 0;
        var start = position;
        while (position < line.Length && (uint)(line[position] - '0') is var digit and < 10)
        {
            value = (value * 10) + digit;
            position++;
        }

        return position - start is > 0 and <= MostDigits;
    }

    private static bool WholeSigned(ReadOnlySpan<byte> line, ref int position, out long value)
    {
        var read = Whole(line, ref position, out var whole);
        value = (long)whole;
        return read;
    }

    /// <summary>Reads <c>4</c>, <c>4.0</c> or <c>4.125</c> as thousandths.</summary>
    private static bool Fraction(ReadOnlySpan<byte> line, ref int position, out long value)
    {
        var read = Whole(line, ref position, out var whole);
        value = (long)whole * 1000;
        if (!read || value / 1000 != (long)whole || position == line.Length || line[position] != '.')
        {
            return read && value / 1000 == (long)whole;
        }

        position++;
        var start = position;
        read = Whole(line, ref position, out var fraction);
        var digits = position - start;
        for (var missing = digits; missing < Thousandths; missing++)
        {
            fraction *= 10;
        }

        value += (long)fraction;
        return read && digits <= Thousandths;
    }

    /// <summary>The fault of a line that could not be read: first its number of fields, then their content.</summary>
    private RowFault FaultOf(ReadOnlySpan<byte> line)
    {
        var fields = line.Count(separator) + 1;
        return fields < columns.Length ? RowFault.TooFewFields
            : fields > columns.Length ? RowFault.TooManyFields
            : RowFault.NotANumber;
    }
}
