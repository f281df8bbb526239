using System.Globalization;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>Times that a source writes as a date. A time without a zone is taken as UTC, so that the order is all that it tells.</summary>
internal static class ClockTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>From the start of 1995 to the start of 2100, in seconds since 1970: the times at which anybody can have rated anything in a source.</summary>
    public static TimeRange Seconds { get; } = new(788_918_400, 4_102_444_800);

    /// <summary>The same in milliseconds.</summary>
    public static TimeRange Milliseconds { get; } = new(Seconds.First * 1000, Seconds.Last * 1000);

    /// <summary>Reads a day, with a time of day or without, as seconds since 1970.</summary>
    public static bool TryRead(string text, out long seconds)
    {
        var isTime = DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time);
        seconds = isTime ? new DateTimeOffset(time).ToUnixTimeSeconds() : 0;
        return isTime;
    }
}
