using System.Globalization;

namespace Itdr.Datasets.Synthesis;

/// <summary>Moments in the forms that the sources write.</summary>
internal static class SyntheticTime
{
    /// <summary>Writes a moment by a format of .NET, in English, in universal time.</summary>
    /// <param name="seconds">Seconds since 1970.</param>
    /// <param name="format">The format.</param>
    public static string Text(long seconds, string format) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString(format, CultureInfo.InvariantCulture);
}
