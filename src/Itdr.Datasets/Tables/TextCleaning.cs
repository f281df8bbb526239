using System.Text.RegularExpressions;

namespace Itdr.Datasets.Tables;

/// <summary>The steps that make what people wrote about an item fit to stand on one line of a prompt; see <see cref="TitleCleaning"/> for titles.</summary>
internal static partial class TextCleaning
{
    /// <summary>All steps but the cut: tags removed, entities decoded, line breaks made spaces, trimmed.</summary>
    /// <param name="text">The text as the source has it.</param>
    /// <returns>The clean text, which may be empty.</returns>
    public static string Clean(string? text) =>
        text is null ? "" : TitleCleaning.LineBreaksToSpaces(TitleCleaning.DecodeEntities(TagsToSpaces(text))).Trim();

    /// <summary>Replaces the tags of HTML, <c>&lt;br /&gt;</c> and <c>&lt;/p&gt;</c> alike, by one space; a lone <c>&lt;</c> stays, and so does what is no tag of a text.</summary>
    public static string TagsToSpaces(string text) => text.Contains('<', StringComparison.Ordinal) ? Tags().Replace(text, " ") : text;

    [GeneratedRegex(@"\s*(?:</?(?:br|p|b|i|u|a|em|strong|span|div|ul|ol|li|hr|h[1-6]|img|font|table|tr|td|blockquote|video|input)(?:\s+[a-z-]+\s*=[^<>]{0,500})?\s*/?>\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tags();
}
