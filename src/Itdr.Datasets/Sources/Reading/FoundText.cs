using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>What stands in a file at a fault, as a short clause of a message.</summary>
internal static class FoundText
{
    private const int MostCharacters = 40;

    /// <summary>What stands in a field.</summary>
    /// <param name="column">The name of its column.</param>
    /// <param name="text">The field.</param>
    public static string Field(string column, string text) => $"{column} is \"{Short(text)}\"";

    /// <summary>What stands in a line.</summary>
    public static string Line(string text) => $"the line is \"{Short(text)}\"";

    /// <summary>A text on one line, cut if it is long.</summary>
    public static string Short(string text)
    {
        // A line can be as long as the file, and no more of it than is shown needs cleaning.
        var front = TitleCleaning.LineBreaksToSpaces(text[..Math.Min(text.Length, 4 * MostCharacters)]);
        return front.Length <= MostCharacters && text.Length <= 4 * MostCharacters ? front : front[..Math.Min(front.Length, MostCharacters)] + "…";
    }
}
