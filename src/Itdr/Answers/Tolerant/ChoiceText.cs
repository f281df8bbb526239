namespace Itdr;

/// <summary>Finds the one candidate that a text chooses, with what models write around it.</summary>
internal static class ChoiceText
{
    /// <summary>The candidate that a stretch of text chooses.</summary>
    /// <param name="text">The stretch.</param>
    /// <param name="offset">Where it starts in the whole text.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="repairs">Where repairs are recorded.</param>
    /// <param name="denial">Where the word stands that denies the candidate, or -1.</param>
    /// <returns>Its place, or <see cref="CandidateMatch.None"/>, <see cref="CandidateMatch.Several"/> or <see cref="CandidateMatch.Denied"/>.</returns>
    public static int Find(ReadOnlySpan<char> text, int offset, CandidateKeys candidates, RepairLog repairs, out int denial)
    {
        denial = -1;
        var index = FindLine(text, offset, candidates, out var read);
        if (index >= 0)
        {
            if (Denial.Around(text, read.NameStart - offset, read.NameEnd - offset) is >= 0 and var denied)
            {
                denial = offset + denied;
                return CandidateMatch.Denied;
            }

            read.Record(repairs);
        }

        if (index == CandidateMatch.None)
        {
            index = FindInside(text, offset, candidates, repairs, out denial);
        }

        if (index == CandidateMatch.None && !text.Contains('\n'))
        {
            index = candidates.FindPart(text, out var found);
            if (index >= 0)
            {
                found.Record(repairs, offset);
            }
        }

        return index;
    }

    /// <summary>The candidate that a line of its own gives, or the start of a line before an explanation.</summary>
    /// <param name="text">The stretch.</param>
    /// <param name="offset">Where it starts in the whole text.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="repairs">Where repairs are recorded.</param>
    /// <returns>Its place, or <see cref="CandidateMatch.None"/> or <see cref="CandidateMatch.Several"/>.</returns>
    public static int FindLine(ReadOnlySpan<char> text, int offset, CandidateKeys candidates, RepairLog repairs)
    {
        var index = FindLine(text, offset, candidates, out var read);
        if (index >= 0)
        {
            read.Record(repairs);
        }

        return index;
    }

    private static int FindLine(ReadOnlySpan<char> text, int offset, CandidateKeys candidates, out Stretch read)
    {
        read = new Stretch();
        var lines = new TextLines(text, offset);
        while (lines.MoveNext())
        {
            if (!read.TryAdd(lines.Current, lines.Position, candidates))
            {
                return CandidateMatch.Several;
            }
        }

        return read.Chosen;
    }

    private static int FindOn(ReadOnlySpan<char> line, CandidateKeys candidates, out CandidateKeys.Found found, out ListMark mark)
    {
        mark = default;
        var whole = candidates.FindWhole(line, out found);
        var read = ListMark.At(line);
        if (read.IsPresent)
        {
            var marked = candidates.FindWhole(line[read.Length..], out var markedFound);
            if (marked >= 0 && whole >= 0 && marked != whole)
            {
                return CandidateMatch.Several;
            }

            if (whole == CandidateMatch.None && marked != CandidateMatch.None)
            {
                (mark, found) = (read, markedFound);
                return marked;
            }
        }

        if (whole != CandidateMatch.None)
        {
            return whole;
        }

        mark = read;
        var explained = candidates.FindExplained(line[read.Length..], out found);
        return explained >= 0 && CandidateOccurrences.AnyOther(line, candidates.Texts, explained) ? CandidateMatch.Several : explained;
    }

    private static int FindInside(ReadOnlySpan<char> text, int offset, CandidateKeys candidates, RepairLog repairs, out int denial)
    {
        denial = -1;

        // In prose only the title as it stands is the title: in other case its words may be anything.
        var index = CandidateOccurrences.Only(text, candidates.Texts, out var at);
        if (index >= 0)
        {
            if (Denial.Of(text, candidates.Texts[index], at) is >= 0 and var denied)
            {
                denial = offset + denied;
                return CandidateMatch.Denied;
            }

            var end = at + candidates.Texts[index].Length;
            Note(repairs, RepairKind.Preamble, text[..at].IsWhiteSpace() ? -1 : offset);
            Note(repairs, RepairKind.ClosingText, text[end..].IsWhiteSpace() ? -1 : offset + end);
        }

        return index;
    }

    private static void Note(RepairLog repairs, RepairKind kind, int position)
    {
        if (position >= 0)
        {
            repairs.Add(kind, position);
        }
    }

    /// <summary>What the lines that were read so far hold: the one that names the chosen candidate, and the first ones around it.</summary>
    private struct Stretch()
    {
        private Line chosen = new() { Index = CandidateMatch.None };
        private int before = -1;
        private int after = -1;
        private int blank = -1;

        /// <summary>The place of the chosen candidate, or <see cref="CandidateMatch.None"/>.</summary>
        public readonly int Chosen => chosen.Index;

        /// <summary>Where the line starts that names the candidate.</summary>
        public readonly int NameStart => chosen.Position;

        /// <summary>Where its name ends.</summary>
        public readonly int NameEnd => chosen.NameEnd;

        /// <summary>Reads one more line.</summary>
        /// <returns>Whether at most one candidate is still meant.</returns>
        public bool TryAdd(ReadOnlySpan<char> line, int position, CandidateKeys candidates)
        {
            if (line.IsWhiteSpace())
            {
                blank = blank < 0 ? position : blank;
                return true;
            }

            var index = FindOn(line.Trim(), candidates, out var found, out var mark);
            if (index == CandidateMatch.Several || (index >= 0 && chosen.Index >= 0 && index != chosen.Index))
            {
                return false;
            }

            if (index >= 0 && chosen.Index < 0)
            {
                found.Spacing |= line.Trim().Length < line.Length;
                var indent = line.Length - line.TrimStart().Length;
                var name = found.Explanation ? indent + mark.Length + found.Length : line.Length;
                chosen = new Line { Index = index, Position = position, NameEnd = position + name, Found = found, Mark = mark };
                return true;
            }

            if (chosen.Index < 0)
            {
                before = before < 0 ? position : before;
            }
            else
            {
                after = after < 0 ? position : after;
            }

            return true;
        }

        /// <summary>Records what was overlooked around the chosen candidate.</summary>
        public readonly void Record(RepairLog repairs)
        {
            Note(repairs, RepairKind.Preamble, before);
            Note(repairs, RepairKind.ClosingText, after);
            Note(repairs, RepairKind.Spacing, before < 0 && after < 0 ? blank : -1);
            chosen.Record(repairs);
        }
    }

    /// <summary>The line that names the chosen candidate.</summary>
    private struct Line
    {
        public int Index, Position, NameEnd;
        public CandidateKeys.Found Found;
        public ListMark Mark;

        public readonly void Record(RepairLog repairs)
        {
            Note(repairs, RepairKind.Numbering, Mark.IsPresent ? Position : -1);
            var found = Found;
            found.Emphasis |= Mark.Emphasized;
            found.Record(repairs, Position);
        }
    }
}
