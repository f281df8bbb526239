using System.Buffers;
using System.Globalization;
using System.Net;

namespace Itdr.Datasets.Tables;

/// <summary>The steps that make a source's text fit to stand on one line of a prompt. Each is public to the tests by its name.</summary>
internal static class TitleCleaning
{
    /// <summary>The most UTF-16 code units that a title keeps, the ellipsis included.</summary>
    public const int MostCharacters = 200;

    private const char Ellipsis = '…';

    private static readonly SearchValues<char> LineBreaksAndControls = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(static code => (char)code).Where(BreaksALine)]);

    /// <summary>All steps: entities decoded, line breaks made spaces, trimmed, cut.</summary>
    /// <param name="text">The text as the source has it.</param>
    /// <returns>The clean text, which may be empty.</returns>
    public static string Clean(string? text) =>
        text is null ? "" : CutAtWord(LineBreaksToSpaces(DecodeEntities(text)).Trim(), MostCharacters);

    /// <summary>Replaces HTML entities, <c>&amp;amp;</c> and <c>&amp;#351;</c> alike, by what they stand for.</summary>
    public static string DecodeEntities(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    /// <summary>Replaces each line break, with the white space around it, by one space, and any other control character by a space.</summary>
    public static string LineBreaksToSpaces(string text)
    {
        if (!text.AsSpan().ContainsAny(LineBreaksAndControls))
        {
            return text;
        }

        var result = new System.Text.StringBuilder(text.Length);
        foreach (var line in text.Split([.. text.Where(BreaksALine).Distinct()], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            result.Append(result.Length > 0 ? " " : "").Append(line);
        }

        return result.ToString();
    }

    /// <summary>Cuts a long text after its last whole word that leaves room for an ellipsis.</summary>
    /// <param name="text">The text, without white space around it.</param>
    /// <param name="most">The most UTF-16 code units to keep, the ellipsis included; at least 2.</param>
    public static string CutAtWord(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var room = most - 1;
        var end = text.AsSpan(0, room + 1).LastIndexOf(' ');
        if (end <= 0)
        {
            end = WholeCharacters(text, room);
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), [Ellipsis]);
    }

    /// <summary>The length of the longest front of a text that fits and ends between two characters as a reader sees them.</summary>
    private static int WholeCharacters(string text, int room)
    {
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= room)
        {
            end = next;
        }

        // One character longer than the room: cut inside it, but never inside a surrogate pair.
        return end > 0 ? end : char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
    }

    private static bool BreaksALine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
