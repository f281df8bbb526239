using System.Globalization;

namespace Itdr;

/// <summary>Reads the text of a date, piece by piece of its format.</summary>
internal static class DateReading
{
    // More than any number of a date, and one digit more still fits.
    private const int MostValue = 99_999_999;

    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary>Reads the date at the front of a text.</summary>
    /// <param name="format">The format.</param>
    /// <param name="text">The text.</param>
    /// <param name="comparison">How names are compared.</param>
    /// <param name="fields">What the text says.</param>
    /// <returns>The length of the date's text, or -1 if there is none.</returns>
    public static int Read(DateFormat format, ReadOnlySpan<char> text, StringComparison comparison, out DateFields fields)
    {
        fields = default;
        var at = 0;
        foreach (var element in format.Elements)
        {
            var length = element.Digits > 0 ? ReadNumber(element, text[at..], ref fields) : ReadName(element, text[at..], comparison, ref fields);
            if (length < 0)
            {
                return -1;
            }

            at += length;
        }

        return at;
    }

    /// <summary>The names of a piece that is no number; null for a literal.</summary>
    public static IReadOnlyList<string>? NamesOf(DateElement element) => element.Part switch
    {
        DatePart.MonthName => Names.MonthNames[..12],
        DatePart.ShortMonthName => Names.AbbreviatedMonthNames[..12],
        DatePart.DayName => Names.DayNames,
        DatePart.ShortDayName => Names.AbbreviatedDayNames,
        DatePart.HalfDay when element.Text.Length == 1 => [Names.AMDesignator[..1], Names.PMDesignator[..1]],
        DatePart.HalfDay => [Names.AMDesignator, Names.PMDesignator],
        _ => null,
    };

    private static int ReadName(DateElement element, ReadOnlySpan<char> text, StringComparison comparison, ref DateFields fields)
    {
        if (NamesOf(element) is not { } names)
        {
            return text.StartsWith(element.Text, comparison) ? element.Text.Length : -1;
        }

        for (var index = 0; index < names.Count; index++)
        {
            if (!text.StartsWith(names[index], comparison))
            {
                continue;
            }

            switch (element.Part)
            {
                case DatePart.MonthName or DatePart.ShortMonthName:
                    fields.Month = index + 1;
                    break;
                case DatePart.HalfDay:
                    fields.IsAfternoon = index == 1;
                    break;
            }

            return names[index].Length;
        }

        return -1;
    }

    private static int ReadNumber(DateElement element, ReadOnlySpan<char> text, ref DateFields fields)
    {
        var length = 0;
        var value = 0;
        while (length < element.MostDigits && value <= MostValue && length < text.Length && char.IsAsciiDigit(text[length]))
        {
            value = (value * 10) + text[length] - '0';
            length++;
        }

        if (length == 0 || length < element.Digits)
        {
            return -1;
        }

        Set(element, value, ref fields);
        return length;
    }

    private static void Set(DateElement element, int value, ref DateFields fields)
    {
        switch (element.Part)
        {
            case DatePart.Year:
                fields.Year = value;
                break;
            case DatePart.Month:
                fields.Month = value;
                break;
            case DatePart.Day:
                fields.Day = value;
                break;
            case DatePart.Hour:
                fields.Hour = value;
                break;
            case DatePart.HalfDayHour:
                fields.HalfDayHour = value;
                break;
            case DatePart.Minute:
                fields.Minute = value;
                break;
            case DatePart.Second:
                fields.Second = value;
                break;
            case DatePart.Fraction:
                // Where a format writes the decimals twice, the longer text says more.
                fields.Ticks = Math.Max(fields.Ticks, value * (int)Math.Pow(10, 7 - element.Digits));
                break;
        }
    }
}
