namespace Itdr;

/// <summary>The mark before an entry of a list, in any of the ways that people and models write one.</summary>
/// <param name="Length">The length of the mark with the white space after it; 0 if there is none.</param>
/// <param name="Number">The number of a numbered mark, or -1.</param>
/// <param name="Emphasized">Whether emphasis opens before the mark or around it.</param>
internal readonly record struct ListMark(int Length, int Number, bool Emphasized)
{
    private const int MostDigits = 6;

    /// <summary>Whether there is a mark.</summary>
    public bool IsPresent => Length > 0;

    /// <summary>Whether the mark counts.</summary>
    public bool IsNumbered => IsPresent && Number >= 0;

    /// <summary>Reads the mark at the front of a line that starts with no white space.</summary>
    public static ListMark At(ReadOnlySpan<char> line)
    {
        var heading = HeadingLength(line);
        if (heading > 0 && At(line[heading..]) is { IsNumbered: true } headed)
        {
            return new ListMark(heading + headed.Length, headed.Number, true);
        }

        var emphasis = line.StartsWith("**") || line.StartsWith("__") ? 2 : 0;
        var mark = NumberAt(line[emphasis..]);
        if (mark.IsPresent)
        {
            // Emphasis may close right behind the mark, or go on around the title.
            var end = emphasis + mark.Length;
            end += emphasis > 0 && line[end..].StartsWith(line[..emphasis]) ? emphasis : 0;
            return new ListMark(end + WhiteSpace(line[end..]), mark.Number, emphasis > 0);
        }

        return line.Length > 1 && line[0] is '-' or '*' or '•' or '–' or '+' && char.IsWhiteSpace(line[1])
            ? new ListMark(1 + WhiteSpace(line[1..]), -1, false)
            : default;
    }

    private static int HeadingLength(ReadOnlySpan<char> line)
    {
        var marks = line.Length - line.TrimStart('#').Length;
        return marks is > 0 and <= 6 && marks < line.Length && line[marks] == ' ' ? marks + 1 : 0;
    }

    private static ListMark NumberAt(ReadOnlySpan<char> text)
    {
        var open = text.StartsWith('(') || text.StartsWith('#') ? 1 : 0;
        var end = open;
        while (end < text.Length && end - open < MostDigits && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end == open)
        {
            return default;
        }

        var number = int.Parse(text[open..end], System.Globalization.CultureInfo.InvariantCulture);
        var close = CloseLength(text[end..], open == 1 ? text[0] : '\0');
        return close < 0 ? default : new ListMark(end + close, number, false);
    }

    private static int CloseLength(ReadOnlySpan<char> rest, char opened)
    {
        if (opened == '(')
        {
            return rest.StartsWith(')') ? 1 : -1;
        }

        if (!rest.IsEmpty && rest[0] is '.' or ')' or ':' && (rest.Length == 1 || !char.IsAsciiDigit(rest[1])))
        {
            return 1;
        }

        if (rest.StartsWith(" - ") || rest.StartsWith(" – "))
        {
            return 3;
        }

        return opened == '#' && (rest.IsEmpty || rest[0] == ' ') ? 0 : -1;
    }

    private static int WhiteSpace(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;
}
