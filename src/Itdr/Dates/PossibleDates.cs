namespace Itdr;

/// <summary>The dates that are left while the pieces of a text are read: a set for each piece, and the calendar that ties them together.</summary>
internal sealed class PossibleDates
{
    /// <summary>More than any number of a date that still fits.</summary>
    public const int Beyond = 100_000_000;

    // The days of the week and the leap years come again after this many years.
    private const int Cycle = 400;

    private int firstYear = 1;
    private int lastYear = 9999;
    private UInt128 yearsOfCentury = UInt128.MaxValue;
    private ulong months = ulong.MaxValue;
    private ulong days = ulong.MaxValue;
    private ulong weekdays = ulong.MaxValue;
    private ulong hours = (1UL << 24) - 1;
    private ulong minutes = (1UL << 60) - 1;
    private ulong seconds = (1UL << 60) - 1;
    private int firstTick;
    private int lastTick = 9_999_999;

    /// <summary>Keeps the dates that have one of some names; any literal changes nothing.</summary>
    /// <param name="part">What the names say.</param>
    /// <param name="names">The names by their place, as bits.</param>
    public void Limit(DatePart part, uint names)
    {
        switch (part)
        {
            case DatePart.MonthName or DatePart.ShortMonthName:
                months &= (ulong)names << 1;
                break;
            case DatePart.DayName or DatePart.ShortDayName:
                weekdays &= names;
                break;
            case DatePart.HalfDay:
                hours &= ((names & 1) != 0 ? 0xFFFUL : 0) | ((names & 2) != 0 ? 0xFFF000UL : 0);
                break;
        }
    }

    /// <summary>Keeps the dates whose number is a given one, or begins like it.</summary>
    /// <param name="element">The piece that the number is.</param>
    /// <param name="value">The number's digits so far.</param>
    /// <param name="length">How many they are.</param>
    /// <param name="mayGrow">Whether more digits may follow.</param>
    public void Limit(DateElement element, int value, int length, bool mayGrow)
    {
        switch (element.Part)
        {
            case DatePart.Year:
                var (first, last) = Between(value, mayGrow ? element.Digits - length : 0);
                (firstYear, lastYear) = (Math.Max(firstYear, first), Math.Min(lastYear, last));
                break;
            case DatePart.Fraction:
                (first, last) = Between(value, 7 - length);
                (firstTick, lastTick) = (Math.Max(firstTick, first), Math.Min(lastTick, last));
                break;
            case DatePart.YearOfCentury:
                yearsOfCentury &= Numbers(element, value, length, mayGrow, 0, 99);
                break;
            case DatePart.Month:
                months &= (ulong)Numbers(element, value, length, mayGrow, 1, 12);
                break;
            case DatePart.Day:
                days &= (ulong)Numbers(element, value, length, mayGrow, 1, 31);
                break;
            case DatePart.Hour:
                hours &= (ulong)Numbers(element, value, length, mayGrow, 0, 23);
                break;
            case DatePart.HalfDayHour:
                var hour = (ulong)Numbers(element, value, length, mayGrow, 1, 12);
                var morning = (hour & 0xFFE) | (hour >> 12);
                hours &= morning | (morning << 12);
                break;
            case DatePart.Minute:
                minutes &= (ulong)Numbers(element, value, length, mayGrow, 0, 59);
                break;
            case DatePart.Second:
                seconds &= (ulong)Numbers(element, value, length, mayGrow, 0, 59);
                break;
        }
    }

    /// <summary>Whether a date is left.</summary>
    public bool Any()
    {
        if (hours == 0 || minutes == 0 || seconds == 0 || firstTick > lastTick)
        {
            return false;
        }

        for (var year = firstYear; year <= lastYear && year < firstYear + Cycle; year++)
        {
            if ((yearsOfCentury >> (year % 100) & 1) != 0 && AnyDay(year))
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyDay(int year)
    {
        for (var month = 1; month <= 12; month++)
        {
            if ((months >> month & 1) == 0)
            {
                continue;
            }

            var weekday = (int)new DateOnly(year, month, 1).DayOfWeek;
            for (var day = 1; day <= DateTime.DaysInMonth(year, month); day++)
            {
                if ((days >> day & 1) != 0 && (weekdays >> ((weekday + day - 1) % 7) & 1) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The numbers that begin with some digits and have a number of digits more.</summary>
    private static (int First, int Last) Between(int value, int more)
    {
        var scale = Math.Pow(10, more);
        return ((int)Math.Min(value * scale, Beyond), (int)Math.Min((value * scale) + scale - 1, Beyond));
    }

    /// <summary>The numbers of a range whose text begins with some digits, or is just them, as bits.</summary>
    private static UInt128 Numbers(DateElement element, int value, int length, bool mayGrow, int least, int greatest)
    {
        UInt128 numbers = 0;
        for (var number = least; number <= greatest; number++)
        {
            var digits = element.Digits > 1 || number >= 10 ? 2 : 1;
            var isIt = digits == length ? number == value : mayGrow && digits > length && number / 10 == value;
            numbers |= isIt ? UInt128.One << number : 0;
        }

        return numbers;
    }
}
