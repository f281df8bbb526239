using System.Globalization;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Anime;

/// <summary>What makes the fields of the Anime Dataset 2023 fit for use. Each step is open to the tests by its name.</summary>
internal static class AnimeText
{
    private const string Unknown = "UNKNOWN";
    private const string NoSynopsis = "No description available for this anime.";
    private const string ForAdults = "Rx";
    private const int DigitsOfAYear = 4;

    /// <summary>A field on one line, or null where the file has <c>UNKNOWN</c>, nothing, or says in words that it has no synopsis.</summary>
    public static string? Known(string text)
    {
        var clean = TitleCleaning.LineBreaksToSpaces(TitleCleaning.DecodeEntities(text)).Trim();
        return clean is "" or Unknown or NoSynopsis ? null : clean;
    }

    /// <summary>A number that the file writes as <c>26.0</c>, as <c>26</c>; null where it has none.</summary>
    public static string? Count(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : null;

    /// <summary>The members of a list between commas; none where the file has <c>UNKNOWN</c>.</summary>
    public static IReadOnlyList<string> List(string text) =>
        Known(text) is { } known ? known.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];

    /// <summary>Whether an age class says that an anime is for adults alone; such ones are left out.</summary>
    public static bool IsForAdults(string ageClass) => ageClass.StartsWith(ForAdults, StringComparison.Ordinal);

    /// <summary>The year of a time such as <c>1985-03-04T00:00:00+00:00</c>, or null where it is none.</summary>
    public static int? Year(string time) =>
        time.Length > DigitsOfAYear && time[DigitsOfAYear] == '-' && int.TryParse(time.AsSpan(0, DigitsOfAYear), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    /// <summary>A place as a user wrote it, on one line and no longer than a title; null where nothing stands.</summary>
    public static string? Place(string text) => TitleCleaning.Clean(text) is { Length: > 0 } place ? place : null;
}
