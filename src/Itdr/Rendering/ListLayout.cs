using System.Globalization;

namespace Itdr;

/// <summary>How the entries of one list are laid out: the style and what stands between two entries.</summary>
public sealed class ListLayout
{
    private const int LongestMark = 16;
    private const int OneDigit = 9;

    /// <summary>Describes a layout.</summary>
    /// <param name="style">The style.</param>
    /// <param name="separator">What stands between two entries; null for the style's own.</param>
    public ListLayout(ListStyle style, string? separator = null)
    {
        Style = style;
        Separator = separator ?? (style is ListStyle.Inline ? ", " : "\n");
    }

    /// <summary>Entries on one line, separated by <c>", "</c>.</summary>
    public static ListLayout Inline { get; } = new(ListStyle.Inline);

    /// <summary>One entry a line, numbered from one.</summary>
    public static ListLayout Numbered { get; } = new(ListStyle.Numbered);

    /// <summary>One entry a line, behind a dash.</summary>
    public static ListLayout Bulleted { get; } = new(ListStyle.Bulleted);

    /// <summary>The style.</summary>
    public ListStyle Style { get; }

    /// <summary>What stands between two entries.</summary>
    public string Separator { get; }

    /// <summary>What stands before an entry, after the separator: <c>"3. "</c>, <c>"- "</c> or nothing.</summary>
    /// <param name="index">The entry's place in the list, from 0.</param>
    public string Mark(int index)
    {
        Span<char> mark = stackalloc char[LongestMark];
        return mark[..WriteMark(mark, index)].ToString();
    }

    /// <summary>Writes a list of values.</summary>
    /// <typeparam name="T">The type of the entries.</typeparam>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="entries">The entries, in order; an empty list writes nothing.</param>
    /// <param name="write">Writes one entry.</param>
    public void Write<T>(ref PromptWriter writer, IReadOnlyList<T> entries, FragmentWriter<T> write)
    {
        // Most lists are arrays, whose entries take no call.
        var array = entries as T[];
        var count = entries.Count;
        for (var index = 0; index < count; index++)
        {
            BeginEntry(ref writer, index);
            write(ref writer, array is null ? entries[index] : array[index]);
        }
    }

    /// <summary>Writes a list of strings.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="entries">The entries, in order.</param>
    public void Write(ref PromptWriter writer, IReadOnlyList<string> entries)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            BeginEntry(ref writer, index);
            writer.Append(entries[index]);
        }
    }

    /// <summary>Writes what stands before an entry: the separator, unless it is the first, and the entry's mark.</summary>
    internal void BeginEntry(ref PromptWriter writer, int index)
    {
        if (index > 0 && Separator.Length == 1)
        {
            writer.Append(Separator[0]);
        }
        else if (index > 0)
        {
            writer.Append(Separator);
        }

        if (Style == ListStyle.Inline)
        {
            return;
        }

        // Most lists are short: their marks are written without formatting a number.
        if (Style == ListStyle.Numbered && index >= OneDigit)
        {
            writer.Append(index + 1);
            writer.Append(". ");
            return;
        }

        var mark = writer.Next(Style == ListStyle.Numbered ? 3 : 2);
        mark[^1] = ' ';
        mark[^2] = Style == ListStyle.Numbered ? '.' : '-';
        mark[0] = Style == ListStyle.Numbered ? (char)('1' + index) : '-';
    }

    /// <summary>Whether a text goes on with the start of an entry, and how long that start is.</summary>
    internal bool EntryBegins(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 0;
        if (index > 0)
        {
            if (!text.StartsWith(Separator))
            {
                return false;
            }

            length = Separator.Length;
        }

        if (!EntryIs(text[length..], index, out var mark))
        {
            return false;
        }

        length += mark;
        return true;
    }

    /// <summary>Whether a line starts with the mark of an entry, and how long that is.</summary>
    internal bool EntryIs(ReadOnlySpan<char> line, int index, out int length)
    {
        if (Style == ListStyle.Numbered && index < OneDigit)
        {
            length = 3;
            return line.Length >= 3 && line[0] == '1' + index && line[1] == '.' && line[2] == ' ';
        }

        if (Style == ListStyle.Numbered)
        {
            return NumberIs(line, index + 1, out length);
        }

        length = Style == ListStyle.Bulleted ? 2 : 0;
        return length == 0 || (line.Length >= 2 && line[0] == '-' && line[1] == ' ');
    }

    /// <summary>Whether a line starts with a number, a dot and a space; the digits are compared as they are, without writing the number.</summary>
    private static bool NumberIs(ReadOnlySpan<char> line, int number, out int length)
    {
        var digits = 1;
        for (var rest = number; rest > OneDigit; rest /= 10)
        {
            digits++;
        }

        length = digits + 2;
        if (line.Length < length || line[digits] != '.' || line[digits + 1] != ' ')
        {
            return false;
        }

        for (var digit = digits - 1; digit >= 0; digit--)
        {
            if (line[digit] != '0' + (number % 10))
            {
                return false;
            }

            number /= 10;
        }

        return true;
    }

    private int WriteMark(Span<char> mark, int index)
    {
        switch (Style)
        {
            case ListStyle.Numbered:
                (index + 1).TryFormat(mark, out var digits, provider: CultureInfo.InvariantCulture);
                mark[digits] = '.';
                mark[digits + 1] = ' ';
                return digits + 2;
            case ListStyle.Bulleted:
                mark[0] = '-';
                mark[1] = ' ';
                return 2;
            default:
                return 0;
        }
    }
}
