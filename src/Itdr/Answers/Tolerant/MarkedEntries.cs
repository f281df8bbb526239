namespace Itdr;

/// <summary>Reads the entries of a list that stand on lines behind marks, with talk before and after them.</summary>
/// <param name="slot">The list.</param>
/// <param name="entries">Where the entries go.</param>
/// <param name="log">Where repairs are recorded.</param>
internal sealed class MarkedEntries<T>(ListSlot<T> slot, List<T> entries, RepairLog log)
{
    private int talk = -1;
    private int number = -1;

    /// <summary>Reads all lines of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where it stands in the answer.</param>
    /// <returns>What was expected where the text has something else, or null.</returns>
    public string? Read(ReadOnlySpan<char> text, int offset)
    {
        var lines = new TextLines(text, offset);
        while (lines.MoveNext())
        {
            var line = lines.Current;
            var indent = line.Length - line.TrimStart().Length;
            var mark = ListMark.At(line[indent..]);
            if (!mark.IsPresent)
            {
                talk = talk < 0 && !line.IsWhiteSpace() ? lines.Position : talk;
            }
            else if (Problem(mark) is { } problem)
            {
                return problem;
            }
            else if (!TryTake(line, indent, mark, lines.Position))
            {
                return "an entry of the list behind each of its marks";
            }
        }

        if (talk >= 0)
        {
            log.Add(RepairKind.ClosingText, talk);
        }

        return null;
    }

    private string? Problem(ListMark mark) =>
        talk >= 0 && entries.Count > 0 ? "an entry of the list on each of its lines"
        : mark.IsNumbered && mark.Number <= number ? "numbers that rise"
        : null;

    private bool TryTake(ReadOnlySpan<char> line, int indent, ListMark mark, int position)
    {
        if (talk >= 0)
        {
            log.Add(RepairKind.Preamble, talk);
            talk = -1;
        }

        number = mark.IsNumbered ? mark.Number : number;
        NoteMark(line, indent, mark, position);
        if (!slot.Entry.TryReadEntry(line[(indent + mark.Length)..], position + indent + mark.Length, log, out var value))
        {
            return false;
        }

        entries.Add(value!);
        return true;
    }

    private void NoteMark(ReadOnlySpan<char> line, int indent, ListMark mark, int position)
    {
        if (!slot.Layout.EntryIs(line[indent..], entries.Count, out var length) || mark.Length < length || length == 0)
        {
            log.Add(RepairKind.Numbering, position);
        }
        else if (indent > 0 || mark.Length > length)
        {
            log.Add(RepairKind.Spacing, position);
        }
    }
}
