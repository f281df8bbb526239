using System.Globalization;

namespace Itdr;

/// <summary>Reads a list of values, with what models write around it: other marks, talk before and after, looser separators.</summary>
internal static class ListReading
{
    private const string Expected = "a list of values, one a line behind marks or all on one line";

    /// <summary>Reads the list that a slot's stretch of the text gives; the stretch is then read.</summary>
    public static T[]? Read<T>(ref AnswerReader reader, ListSlot<T> slot)
    {
        if (!reader.TryStretch(slot.EndsBefore, out var length))
        {
            reader.Fail(slot.Name, Expected);
            return null;
        }

        var entries = new List<T>();
        var problem = ReadStretch(reader.Rest[..length], reader.Position, slot, entries, reader.Log!);
        if (problem is null && slot.IsOptional && entries.Count == 0)
        {
            problem = "a list that is not empty";
        }

        if (problem is not null)
        {
            reader.Fail(slot.Name, problem);
            return null;
        }

        reader.Advance(length);
        reader.Began();
        return [.. entries];
    }

    private static string? ReadStretch<T>(ReadOnlySpan<char> text, int offset, ListSlot<T> slot, List<T> entries, RepairLog log)
    {
        var (lines, marked) = Count(text, slot.Layout);
        if (lines == 0)
        {
            return null;
        }

        // Without marks only one line is sure to be the list: another could be talk about it.
        return marked > 0 ? new MarkedEntries<T>(slot, entries, log).Read(text, offset)
            : lines == 1 ? ReadLine(text, offset, slot, entries, log)
            : Expected;
    }

    private static (int Lines, int Marked) Count(ReadOnlySpan<char> text, ListLayout layout)
    {
        var (count, marked) = (0, 0);
        var lines = new TextLines(text, 0);
        while (lines.MoveNext())
        {
            var line = lines.Current.Trim();
            count += line.IsEmpty ? 0 : 1;
            marked += ListMark.At(line).IsPresent ? 1 : 0;
        }

        // On one line a mark may as well be the start of the first value.
        return (count, layout.Style == ListStyle.Inline && count == 1 ? 0 : marked);
    }

    private static string? ReadLine<T>(ReadOnlySpan<char> text, int offset, ListSlot<T> slot, List<T> entries, RepairLog log)
    {
        if (slot.Layout.Style != ListStyle.Inline)
        {
            if (text.Trim(" -*+•–").IsEmpty)
            {
                return "an entry of the list behind its mark";
            }

            log.Add(RepairKind.Numbering, offset);
        }

        var separator = SeparatorOf(slot.Layout);
        var pieces = new List<string>();
        var from = 0;
        while (from <= text.Length)
        {
            var length = text[from..].IndexOf(separator);
            var piece = length < 0 ? text[from..] : text.Slice(from, length);
            if (!slot.Entry.TryReadEntry(piece.Trim(), offset + from, log, out var value))
            {
                return "an entry of the list between its separators";
            }

            entries.Add(value!);
            pieces.Add(piece.Trim().ToString());
            if (length < 0)
            {
                break;
            }

            from += length + separator.Length;
        }

        if (!text.SequenceEqual(string.Join(slot.Layout.Separator, pieces)))
        {
            log.Add(RepairKind.Spacing, offset);
        }

        return null;
    }

    private static string SeparatorOf(ListLayout layout)
    {
        // A separator that is nothing but white space is not told from white space, and without it a word or a dash stands inside words too.
        var separator = layout.Style == ListStyle.Inline ? layout.Separator.Trim() : "";
        return separator.Length == 0 || separator.Any(static character => char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation)
            ? layout.Separator
            : separator;
    }
}
