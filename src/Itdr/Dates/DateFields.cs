namespace Itdr;

/// <summary>What a date's text says, number by number.</summary>
internal struct DateFields
{
    public int Year, Month, Day, Minute, Second;

    /// <summary>The hour, from 0 to 23; null where the text does not say.</summary>
    public int? Hour;

    /// <summary>The hour of its half of the day, from 1 to 12.</summary>
    public int HalfDayHour;

    /// <summary>The part of a second, in units of 100 nanoseconds.</summary>
    public int Ticks;

    /// <summary>Whether the half-day hour counts from noon; null where the text does not say.</summary>
    public bool? IsAfternoon;

    /// <summary>The time of day.</summary>
    /// <returns>The time, or null if there is no such time.</returns>
    public readonly TimeOnly? Time()
    {
        var hour = Hour ?? (HalfDayHour is < 1 or > 12 ? -1 : (HalfDayHour % 12) + (IsAfternoon == true ? 12 : 0));
        return hour is >= 0 and < 24 && Minute < 60 && Second < 60 ? new TimeOnly(hour, Minute, Second).Add(new TimeSpan(Ticks)) : null;
    }

    /// <summary>The day.</summary>
    /// <returns>The day, or null if there is no such day.</returns>
    public readonly DateOnly? Date() =>
        Year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month) ? new DateOnly(Year, Month, Day) : null;
}
