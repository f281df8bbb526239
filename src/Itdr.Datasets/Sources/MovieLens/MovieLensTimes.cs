using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.MovieLens;

/// <summary>When a rating on MovieLens can have been given.</summary>
internal static class MovieLensTimes
{
    /// <summary>
    /// From the start of 1995, the year of the first ratings, to the start of 2100, in seconds since 1970. The bounds are wide
    /// enough for any release, and a time that lost a digit when a file was cut lies outside of them.
    /// </summary>
    public static TimeRange Range { get; } = new(788_918_400, 4_102_444_800);
}
