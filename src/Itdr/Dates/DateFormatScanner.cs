using System.Text;

namespace Itdr;

/// <summary>Takes a custom format of dates apart, letter by letter.</summary>
/// <param name="format">The format.</param>
/// <param name="shape">What the dates hold.</param>
internal sealed class DateFormatScanner(string format, DateShape shape)
{
    private const string Letters = "dMyhHmsfFtKzg%";
    private const int MostDecimals = 7;

    private readonly StringBuilder literal = new();
    private int at;

    /// <summary>The pieces, in the order of the text.</summary>
    public List<DateElement> Elements { get; } = [];

    /// <summary>Takes the whole format apart.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Scan()
    {
        while (at < format.Length)
        {
            var letter = format[at];
            var flaw = letter is '\'' or '"' ? Quotation(letter)
                : letter == '\\' ? Escape()
                : Refusal(letter) ?? (Letters.IndexOf(letter) < 0 ? Text(letter) : Specifier(letter));
            if (flaw is not null)
            {
                return flaw;
            }
        }

        EndLiteral();
        return null;
    }

    private string? Text(char letter)
    {
        literal.Append(letter);
        at++;
        return null;
    }

    private string? Escape()
    {
        if (at + 1 == format.Length)
        {
            return @"it ends with '\', which must stand before a character";
        }

        literal.Append(format[at + 1]);
        at += 2;
        return null;
    }

    private string? Quotation(char quote)
    {
        var end = at + 1;
        for (; end < format.Length && format[end] != quote; end++)
        {
            if (format[end] == '\\')
            {
                return @"it has a '\' between quotes, which .NET reads in one way for a date with a time and in another for a date or a time alone; put the text outside of the quotes, with '\' before each character";
            }

            literal.Append(format[end]);
        }

        at = end + 1;
        return end < format.Length ? null : $"the text behind {quote} is never closed";
    }

    private string? Specifier(char letter)
    {
        var count = 1;
        while (at + count < format.Length && format[at + count] == letter)
        {
            count++;
        }

        if (letter is 'f' or 'F' && count > MostDecimals)
        {
            return $"'{new string(letter, count)}' asks for more than seven decimals of a second";
        }

        EndLiteral();
        Elements.Add(Element(letter, count));
        at += count;
        return null;
    }

    private void EndLiteral()
    {
        if (literal.Length > 0)
        {
            Elements.Add(new DateElement(DatePart.Literal, 0, literal.ToString()));
            literal.Clear();
        }
    }

    private string? Refusal(char letter) => letter switch
    {
        'K' or 'z' => $"'{letter}' writes a time zone, which depends on the machine; write the date without one",
        'g' => "'g' writes an era; write the date without one",
        '%' => "'%' stands only before a letter that is the whole format",
        'd' or 'M' or 'y' or '/' when !shape.HasFlag(DateShape.Date) => $"'{letter}' belongs to a day, and the value is a time of day; quote it if it is text",
        'h' or 'H' or 'm' or 's' or 'f' or 'F' or 't' or ':' when !shape.HasFlag(DateShape.Time) => $"'{letter}' belongs to a time of day, and the value is a day; quote it if it is text",
        _ => null,
    };

    private static DateElement Element(char letter, int count) => letter switch
    {
        'd' => count switch { <= 2 => new(DatePart.Day, count), 3 => new(DatePart.ShortDayName, 0), _ => new(DatePart.DayName, 0) },
        'M' => count switch { <= 2 => new(DatePart.Month, count), 3 => new(DatePart.ShortMonthName, 0), _ => new(DatePart.MonthName, 0) },
        'y' => count >= 4 ? new(DatePart.Year, count) : new(DatePart.YearOfCentury, count),
        'H' => new(DatePart.Hour, Math.Min(count, 2)),
        'h' => new(DatePart.HalfDayHour, Math.Min(count, 2)),
        'm' => new(DatePart.Minute, Math.Min(count, 2)),
        's' => new(DatePart.Second, Math.Min(count, 2)),
        'f' => new(DatePart.Fraction, count),
        'F' => new(DatePart.ShortFraction, count),
        _ => new(DatePart.HalfDay, 0, count == 1 ? "t" : "tt"),
    };
}
