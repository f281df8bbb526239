using System.Globalization;
using System.Runtime.CompilerServices;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>
/// Reads the lines of a numeric file strictly: every field is a number and nothing else, so an empty field, a sign, a
/// quote or a blank is a fault and never a zero.
/// </summary>
internal sealed class NumericRowParser
{
    private const int Thousandths = 3;
    private const NumberStyles Signed = NumberStyles.AllowLeadingSign;
    private const ulong MostWhole = 1_000_000_000;

    private readonly NumericColumn[] columns;
    private readonly byte separator;
    private readonly long lowest;
    private readonly long highest;
    private readonly long step;
    private readonly long earliest;
    private readonly long latest;
    private readonly RatingScale? scale;
    private readonly byte[] userPrefix;
    private readonly byte[] itemPrefix;

    public NumericRowParser(NumericLayout layout)
    {
        columns = [.. layout.Columns];
        separator = checked((byte)layout.Separator);
        // Without a column of ratings every rating is 0.
        lowest = (long)((layout.Scale?.Minimum ?? 0) * 1000);
        highest = (long)((layout.Scale?.Maximum ?? 0) * 1000);
        step = (long)((layout.Scale?.Step ?? 1) * 1000);
        (earliest, latest) = (layout.Times.First, layout.Times.Last);
        scale = layout.Scale;
        userPrefix = System.Text.Encoding.UTF8.GetBytes(layout.UserPrefix);
        itemPrefix = System.Text.Encoding.UTF8.GetBytes(layout.ItemPrefix);
    }

    /// <summary>Reads the row at the front of a text.</summary>
    /// <param name="text">The text; its end ends the row as a line end does.</param>
    /// <param name="row">What the row says.</param>
    /// <returns>The bytes of the row with its line end, or 0 if it cannot be taken; <see cref="FaultOf"/> says why.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ReadOnlySpan<byte> text, out NumericRow row)
    {
        row = default;
        var position = 0;
        foreach (var column in columns)
        {
            // What stands between two fields stands before every field but the first.
            if (position > 0 && (position == text.Length || text[position++] != separator))
            {
                return 0;
            }

            if (!ReadField(column, text, ref position, ref row))
            {
                return 0;
            }
        }

        return IsOnScale(row.Rating) && IsInTime(row.Time) ? EndOfLine(text, position) : 0;
    }

    /// <summary>Why a line cannot be taken: first its number of fields, then their content.</summary>
    /// <param name="line">The line, without its line end.</param>
    /// <param name="column">The index of the column at fault, or -1 if it is the whole line.</param>
    public RowFault FaultOf(ReadOnlySpan<byte> line, out int column)
    {
        column = -1;
        var fields = line.Count(separator) + 1;
        if (fields != columns.Length)
        {
            return fields < columns.Length ? RowFault.TooFewFields : RowFault.TooManyFields;
        }

        for (var index = 0; index < columns.Length; index++)
        {
            if (FaultIn(columns[index], FieldOf(line, index)) is { } fault)
            {
                column = index;
                return fault;
            }
        }

        return RowFault.NotANumber;
    }

    /// <summary>A field of a line that has so many.</summary>
    public ReadOnlySpan<byte> FieldOf(ReadOnlySpan<byte> line, int index)
    {
        for (; index > 0; index--)
        {
            line = line[(line.IndexOf(separator) + 1)..];
        }

        var end = line.IndexOf(separator);
        return end < 0 ? line : line[..end];
    }

    private RowFault? FaultIn(NumericColumn column, ReadOnlySpan<byte> field)
    {
        var (row, position) = (default(NumericRow), 0);
        var isRead = ReadField(column, field, ref position, ref row) && position == field.Length;
        if (isRead)
        {
            return column == NumericColumn.Rating && !IsOnScale(row.Rating) ? RowFault.RatingOffScale
                : column == NumericColumn.Time && !IsInTime(row.Time) ? RowFault.TimeOutOfRange
                : null;
        }

        // A number with a sign is never taken, but to call it no number would be wrong.
        return column switch
        {
            NumericColumn.Rating when decimal.TryParse(field, Signed | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rating) && !scale!.Contains(rating) =>
                RowFault.RatingOffScale,
            NumericColumn.Time when long.TryParse(field, Signed, CultureInfo.InvariantCulture, out var time) && !IsInTime(time) => RowFault.TimeOutOfRange,
            NumericColumn.User when userPrefix.Length > 0 => RowFault.BrokenId,
            NumericColumn.Item when itemPrefix.Length > 0 => RowFault.BrokenId,
            _ => RowFault.NotANumber,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadField(NumericColumn column, ReadOnlySpan<byte> text, ref int position, ref NumericRow row)
    {
        switch (column)
        {
            case NumericColumn.User:
                return ReadId(userPrefix, text, ref position, out row.User);
            case NumericColumn.Item:
                return ReadId(itemPrefix, text, ref position, out row.Item);
            case NumericColumn.Rating:
                return ReadFraction(text, ref position, out row.Rating);
            default:
                var read = DigitRun.Read(text, ref position, out var time);
                row.Time = (long)time;
                return read;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadId(byte[] prefix, ReadOnlySpan<byte> text, ref int position, out ulong id) =>
        prefix.Length == 0 ? DigitRun.Read(text, ref position, out id) : ReadPrefixed(prefix, text, ref position, out id);

    /// <summary>Reads an id of a fixed text and a number; one with a needless zero would be told as another.</summary>
    private static bool ReadPrefixed(byte[] prefix, ReadOnlySpan<byte> text, ref int position, out ulong id)
    {
        id = 0;
        if (!text[position..].StartsWith(prefix))
        {
            return false;
        }

        var first = position += prefix.Length;
        return DigitRun.Read(text, ref position, out id) && (text[first] != '0' || position == first + 1);
    }

    /// <summary>Reads <c>4</c>, <c>4.0</c> or <c>4.125</c> as thousandths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadFraction(ReadOnlySpan<byte> text, ref int position, out long value)
    {
        value = 0;
        if (!DigitRun.Read(text, ref position, out var whole) || whole > MostWhole)
        {
            return false;
        }

        value = (long)whole * 1000;
        if (position == text.Length || text[position] != '.')
        {
            return true;
        }

        var start = ++position;
        if (!DigitRun.Read(text, ref position, out var fraction) || position - start > Thousandths)
        {
            return false;
        }

        value += (long)fraction * (position - start) switch { 1 => 100, 2 => 10, _ => 1 };
        return true;
    }

    private bool IsOnScale(long rating) => rating >= lowest && rating <= highest && (rating - lowest) % step == 0;

    private bool IsInTime(long time) => time >= earliest && time <= latest;

    private static int EndOfLine(ReadOnlySpan<byte> text, int position)
    {
        if (position < text.Length && text[position] == '\r')
        {
            position++;
        }

        return position == text.Length ? position
            : text[position] == '\n' ? position + 1
            : 0;
    }
}
