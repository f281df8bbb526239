using System.Globalization;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.BookCrossing;

/// <summary>What makes the fields of BookCrossing fit for use. Each step is open to the tests by its name.</summary>
internal static class BookCrossingText
{
    /// <summary>The dump was made in 2004; a book announced for the year after is possible, a later one is a slip.</summary>
    private const int LastYear = 2005;

    private const int FirstYear = 1000;
    private const int PartsOfALocation = 3;

    /// <summary>The key of a book: the number as people typed it, without white space around it, in capital letters.</summary>
    public static string Key(string isbn) => isbn.Trim().ToUpperInvariant();

    /// <summary>A title or name: its letters repaired, then cleaned as every title is.</summary>
    public static string Title(string text) => TitleCleaning.Clean(Mojibake.Repair(text));

    /// <summary>The year of publication, or null for 0, a year to come or one before printing.</summary>
    /// <param name="year">The year as the file has it.</param>
    public static string? Year(long year) => year is >= FirstYear and <= LastYear ? year.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>
    /// The location as <c>city, state, country</c>, its parts trimmed of white space and quotes; null unless there are exactly these three
    /// and each says something, since people typed <c>n/a</c>, blanks and whole addresses.
    /// </summary>
    public static string? Location(string text)
    {
        var parts = TitleCleaning.Clean(text).Split(',').Select(static part => part.Trim().Trim('"').Trim()).ToList();
        return parts.Count == PartsOfALocation && parts.TrueForAll(static part => part.Length > 0 && part != "n/a") ? string.Join(", ", parts) : null;
    }
}
