namespace Itdr;

/// <summary>Reads a ranking that has one entry a line, with what models write before, between and after the entries.</summary>
internal sealed class RankingLines
{
    private readonly CandidateKeys candidates;
    private readonly ListLayout layout;
    private readonly RepairLog repairs;
    private readonly int[] order;
    private int places;
    private int entries;
    private int entryIndent;
    private int lastNumber = -1;
    private bool numbersRepeat = true;
    private bool anyMark;
    private bool anyPreamble;
    private int blankLine = -1;
    private int otherText = -1;
    private int firstEntry = -1;

    /// <summary>Prepares to read.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="layout">The layout of the label.</param>
    /// <param name="repairs">Where repairs are recorded.</param>
    /// <param name="places">How many places the ranking has.</param>
    public RankingLines(CandidateKeys candidates, ListLayout layout, RepairLog repairs, int places)
    {
        this.candidates = candidates;
        this.layout = layout;
        this.repairs = repairs;
        order = new int[places];
    }

    /// <summary>The candidates that were ranked, best first.</summary>
    public ReadOnlySpan<int> Ranked => order.AsSpan(0, places);

    /// <summary>What was expected where reading stopped, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Where reading stopped.</summary>
    public int ProblemPosition { get; private set; }

    /// <summary>Reads a stretch of text to its end.</summary>
    public void Read(ReadOnlySpan<char> text, int offset)
    {
        var lines = new TextLines(text, offset);
        while (Problem is null && lines.MoveNext())
        {
            ReadLine(lines.Current, lines.Position);
        }

        if (Problem is null && places > 0)
        {
            Finish(text, offset);
        }
    }

    /// <summary>Whether a line is the next entry as the label writes it.</summary>
    public bool IsEntry(ReadOnlySpan<char> line) => FindEntry(line, out _) >= 0;

    /// <summary>Reads one line.</summary>
    public void ReadLine(ReadOnlySpan<char> line, int position)
    {
        if (line.IsWhiteSpace())
        {
            blankLine = places > 0 && blankLine < 0 ? position : blankLine;
            return;
        }

        var indent = line.Length - line.TrimStart().Length;
        var content = line[indent..];
        var mark = ListMark.At(content);
        var index = Find(line, content, mark, out var found, out var isMarked);
        if (index >= 0)
        {
            Enter(index, line, position, indent, isMarked ? mark : default, found);
        }
        else if (index == CandidateMatch.Several)
        {
            Fail("a text that is only one of the candidates", position);
        }
        else if (mark.IsPresent && !(places > 0 && indent > entryIndent))
        {
            Fail("one of the candidates", position + indent + mark.Length);
        }
        else
        {
            otherText = otherText < 0 ? position : otherText;
        }
    }

    private int FindEntry(ReadOnlySpan<char> line, out CandidateKeys.Found found)
    {
        found = default;
        return layout.EntryIs(line, entries, out var label) && candidates.FindWhole(line[label..], out found) is >= 0 and var exact && found.Equals(default(CandidateKeys.Found))
            ? exact
            : CandidateMatch.None;
    }

    /// <summary>The candidate that a line names: as the label writes it, else with its mark taken off or as a whole; both, if they differ, are an ambiguity.</summary>
    private int Find(ReadOnlySpan<char> line, ReadOnlySpan<char> content, ListMark mark, out CandidateKeys.Found found, out bool isMarked)
    {
        if (FindEntry(line, out found) is >= 0 and var exact)
        {
            isMarked = mark.IsPresent;
            return exact;
        }

        var whole = candidates.FindWhole(content, out var wholeFound);
        isMarked = false;
        found = wholeFound;
        if (!mark.IsPresent)
        {
            return whole;
        }

        var rest = content[mark.Length..];
        var marked = candidates.FindWhole(rest, out var markedFound);
        marked = marked == CandidateMatch.None ? candidates.FindExplained(rest, out markedFound) : marked;
        marked = marked == CandidateMatch.None ? candidates.FindPart(rest, out markedFound) : marked;
        if (marked == CandidateMatch.None || whole == marked)
        {
            return whole;
        }

        isMarked = true;
        found = markedFound;
        return whole == CandidateMatch.None ? marked : CandidateMatch.Several;
    }

    private void Enter(int index, ReadOnlySpan<char> line, int position, int indent, ListMark mark, CandidateKeys.Found found)
    {
        if (!NumberFollows(mark, position))
        {
            return;
        }

        NoteTextBefore(position, mark.IsPresent);
        if (Problem is not null)
        {
            return;
        }

        if (Ranked.Contains(index))
        {
            repairs.Add(RepairKind.RepeatedItem, position);
            entries++;
            return;
        }

        if (places == order.Length)
        {
            // Places beyond those asked for say nothing about them.
            otherText = otherText < 0 ? position : otherText;
            return;
        }

        NoteForm(line, position, indent, mark);
        if (mark.Emphasized)
        {
            found.Emphasis = true;
        }

        found.Record(repairs, position);
        entryIndent = places == 0 ? indent : entryIndent;
        anyMark |= mark.IsPresent;
        firstEntry = places == 0 ? position : firstEntry;
        order[places++] = index;
        entries++;
    }

    private void NoteForm(ReadOnlySpan<char> line, int position, int indent, ListMark mark)
    {
        var isLabels = layout.EntryIs(line[indent..], entries, out var length);
        if (isLabels && indent == 0 && mark.Length == length)
        {
            return;
        }

        var sameMark = mark.Emphasized
            ? layout.Style == ListStyle.Numbered && mark.Number == entries + 1
            : isLabels && mark.IsPresent;
        if (!sameMark)
        {
            repairs.Add(RepairKind.Numbering, position);
        }

        if (indent > 0 || (isLabels && mark.Length > length))
        {
            repairs.Add(RepairKind.Spacing, position);
        }
    }

    private bool NumberFollows(ListMark mark, int position)
    {
        if (!mark.IsNumbered)
        {
            return true;
        }

        if (lastNumber < 0 && mark.Number > 1 && otherText >= 0 && places == 0)
        {
            // "Sure: 1. Alien" above "2. Aliens": what came first stands in the text before, not in a line of its own.
            Fail("the first entry on a line of its own", otherText);
            return false;
        }

        if (lastNumber >= 0)
        {
            numbersRepeat &= mark.Number == lastNumber;
            if (mark.Number < lastNumber || (mark.Number == lastNumber && !numbersRepeat))
            {
                Fail("numbers that rise", position);
                return false;
            }
        }

        lastNumber = mark.Number;
        return true;
    }

    private void NoteTextBefore(int position, bool isMarked)
    {
        if (otherText >= 0)
        {
            if (places > 0 && !anyMark && !isMarked)
            {
                Fail("one of the candidates", otherText);
                return;
            }

            anyPreamble |= places == 0;
            repairs.Add(places == 0 ? RepairKind.Preamble : RepairKind.Explanation, otherText);
        }

        if (blankLine >= 0)
        {
            repairs.Add(RepairKind.Spacing, blankLine);
        }

        otherText = -1;
        blankLine = -1;
    }

    private void Finish(ReadOnlySpan<char> text, int offset)
    {
        // Without marks, text before or after a list that lacks places may be an entry that is no candidate.
        if (!anyMark && places < order.Length && (anyPreamble || otherText >= 0))
        {
            Fail("one of the candidates", anyPreamble ? offset : otherText);
        }
        else if (places < order.Length && anyPreamble && CandidateOccurrences.AnyBut(text[..(firstEntry - offset)], candidates.Texts, Ranked))
        {
            Fail("each candidate that the text before the list names in a line of its own", offset);
        }
        else if (otherText >= 0)
        {
            repairs.Add(RepairKind.ClosingText, otherText);
        }
    }

    private void Fail(string expected, int position)
    {
        Problem ??= expected;
        ProblemPosition = position;
    }
}
