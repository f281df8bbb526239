namespace Itdr;

/// <summary>
/// A .NET format of dates in the invariant culture, taken apart. The compiler of declarations shares this file with the
/// runtime, so that what it proves of a format is what the runtime does.
/// </summary>
internal sealed class DateFormat
{
    private readonly List<DateElement> elements;

    private DateFormat(string custom, DateShape shape, List<DateElement> elements)
    {
        Custom = custom.Length == 1 ? "%" + custom : custom;
        Shape = shape;
        this.elements = elements;
    }

    /// <summary>The format as a custom one, which writes the same whatever type holds the date.</summary>
    public string Custom { get; }

    /// <summary>What the dates hold.</summary>
    public DateShape Shape { get; }

    /// <summary>The pieces, in the order of the text.</summary>
    public IReadOnlyList<DateElement> Elements => elements;

    /// <summary>The format of a type of dates where a template names none.</summary>
    public static string Default(DateShape shape) => shape switch
    {
        DateShape.Date => "yyyy-MM-dd",
        DateShape.Time => "HH:mm:ss",
        _ => "yyyy-MM-dd HH:mm:ss",
    };

    /// <summary>Takes a format apart.</summary>
    /// <param name="format">The format, a standard or a custom one.</param>
    /// <param name="shape">What the dates hold.</param>
    /// <param name="flaw">What is wrong with the format, or null.</param>
    /// <returns>The format, or null if it is none of this shape.</returns>
    public static DateFormat? Parse(string format, DateShape shape, out string? flaw)
    {
        var custom = format.Length == 1 ? Standard(format[0], shape)
            : format.Length == 2 && format[0] == '%' ? format.Substring(1)
            : format;
        if (custom is null)
        {
            flaw = $"'{format}' is not a standard format of such a date; a single letter of a custom format is written '%{format}'";
            return null;
        }

        var scanner = new DateFormatScanner(custom, shape);
        flaw = scanner.Scan();
        return flaw is null ? new DateFormat(custom, shape, scanner.Elements) : null;
    }

    /// <summary>Why no reader could tell the value from a text of this format, or null if one can.</summary>
    public string? WhyUnreadable()
    {
        if (elements.Any(element => element.Part == DatePart.ShortFraction))
        {
            return "'F' leaves out zeros, so a reader cannot see where the date ends; use 'f'";
        }

        if (elements.Any(element => element is { Part: DatePart.YearOfCentury, Digits: 3 }))
        {
            return "'yyy' writes as many digits as the year has; use 'yyyy'";
        }

        if (Missing() is { } missing)
        {
            return missing;
        }

        for (var index = 1; index < elements.Count; index++)
        {
            if (elements[index - 1].IsOpen && StartsWithDigit(elements[index]))
            {
                return "a number without a fixed number of digits is followed by a digit, so a reader cannot see where it ends; double its letter or put other text between";
            }
        }

        return null;
    }

    /// <summary>Whether the text can end with a number that has no fixed number of digits, so that a digit behind it would be taken in.</summary>
    public bool EndsOpen => elements.Count > 0 && elements[elements.Count - 1].IsOpen;

    private static bool StartsWithDigit(DateElement element) =>
        element.Digits > 0 || (element.Part == DatePart.Literal && element.Text[0] is >= '0' and <= '9');

    private string? Missing()
    {
        if (Shape.HasFlag(DateShape.Date))
        {
            if (!Has(DatePart.Year))
            {
                return Has(DatePart.YearOfCentury) ? "it loses the century; write the year as 'yyyy'" : "it loses the year; add 'yyyy'";
            }

            if (!Has(DatePart.Month) && !Has(DatePart.MonthName) && !Has(DatePart.ShortMonthName))
            {
                return "it loses the month; add 'MM', 'MMM' or 'MMMM'";
            }

            if (!Has(DatePart.Day))
            {
                return "it loses the day of the month; add 'dd'";
            }
        }

        if (!Shape.HasFlag(DateShape.Time))
        {
            return null;
        }

        if (!Has(DatePart.Hour) && !(Has(DatePart.HalfDayHour) && Has(DatePart.HalfDay)))
        {
            return Has(DatePart.HalfDayHour) ? "it loses which half of the day is meant; use 'HH', or add 'tt'"
                : Shape.HasFlag(DateShape.Date) ? "it loses the time of day; make the property a DateOnly, or add 'HH:mm'" : "it loses the hour; add 'HH'";
        }

        return Has(DatePart.Minute) ? null : "it loses the minute; add 'mm'";
    }

    private bool Has(DatePart part) => elements.Any(element => element.Part == part);

    private static string? Standard(char letter, DateShape shape)
    {
        const string Day = "MM/dd/yyyy", LongDay = "dddd, dd MMMM yyyy", Minutes = "HH:mm", Seconds = "HH:mm:ss";
        return (letter, shape) switch
        {
            ('d', not DateShape.Time) => Day,
            ('D', not DateShape.Time) => LongDay,
            ('m' or 'M', not DateShape.Time) => "MMMM dd",
            ('y' or 'Y', not DateShape.Time) => "yyyy MMMM",
            ('o' or 'O', DateShape.Date) => "yyyy-MM-dd",
            ('r' or 'R', DateShape.Date) => "ddd, dd MMM yyyy",
            ('t', not DateShape.Date) => Minutes,
            ('T', not DateShape.Date) => Seconds,
            ('o' or 'O', DateShape.Time) => "HH:mm:ss.fffffff",
            ('r' or 'R', DateShape.Time) => Seconds,
            ('f', DateShape.Date | DateShape.Time) => $"{LongDay} {Minutes}",
            ('F', DateShape.Date | DateShape.Time) => $"{LongDay} {Seconds}",
            ('g', DateShape.Date | DateShape.Time) => $"{Day} {Minutes}",
            ('G', DateShape.Date | DateShape.Time) => $"{Day} {Seconds}",
            ('r' or 'R', DateShape.Date | DateShape.Time) => "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
            ('s', DateShape.Date | DateShape.Time) => "yyyy-MM-dd'T'HH:mm:ss",
            ('u', DateShape.Date | DateShape.Time) => "yyyy-MM-dd HH:mm:ss'Z'",
            _ => null,
        };
    }
}
