namespace Itdr;

/// <summary>Reads a ranking that stands on one line, with what models write around and between its entries.</summary>
internal static class InlineRanking
{
    /// <summary>Whether a text that should be one line has its entries on lines of their own.</summary>
    public static bool IsOnLines(ReadOnlySpan<char> text, CandidateKeys candidates)
    {
        var entries = 0;
        var lines = new TextLines(text, 0);
        while (entries < 2 && lines.MoveNext())
        {
            var line = lines.Current.Trim();
            entries += candidates.FindWhole(line[ListMark.At(line).Length..], out _) >= 0 ? 1 : 0;
        }

        return entries > 1;
    }

    /// <summary>Reads the ranking; the reader fails at the first entry that is no candidate.</summary>
    /// <returns>How many places were read.</returns>
    public static int Read(ref AnswerReader reader, scoped ReadOnlySpan<char> region, CandidateKeys candidates, ListLayout layout, string slot, scoped Span<int> order)
    {
        var places = 0;
        var at = Start(region, candidates, out var several);
        if (at < 0)
        {
            reader.Fail(slot, several ? "a text that is only one of the candidates" : "one of the candidates");
            return 0;
        }

        if (at > 0)
        {
            reader.Log!.Add(RepairKind.Preamble, reader.Position);
        }

        while (true)
        {
            var index = EntryAt(region[at..], candidates, layout, out var length, out var found);
            if (index < 0)
            {
                reader.FailAt(slot, CandidateMatch.Expected(index, "the candidates"), reader.Position + at);
                return places;
            }

            found.Record(reader.Log!, reader.Position + at);
            Enter(order, ref places, index, reader.Log!, reader.Position + at);
            at += length;
            var separator = SeparatorLength(region[at..], layout, out var exact);
            if (separator == 0 || region[(at + separator)..].IsWhiteSpace())
            {
                NoteEnd(reader.Log!, region[at..], reader.Position + at);
                return places;
            }

            if (!exact)
            {
                reader.Log!.Add(RepairKind.Spacing, reader.Position + at);
            }

            at += separator;
        }
    }

    private static void Enter(Span<int> order, ref int places, int index, RepairLog log, int position)
    {
        if (order[..places].Contains(index))
        {
            log.Add(RepairKind.RepeatedItem, position);
        }
        else if (places < order.Length)
        {
            order[places++] = index;
        }
    }

    private static int Start(ReadOnlySpan<char> region, CandidateKeys candidates, out bool several)
    {
        // The list stands at the front, or behind the last colon or line break of a preamble.
        several = false;
        foreach (var start in (int[])[0, After(region, region.LastIndexOf('\n')), After(region, region.LastIndexOf(": "))])
        {
            if (start < 0)
            {
                continue;
            }

            var index = EntryAt(region[start..], candidates, null, out _, out _);
            several |= index == CandidateMatch.Several;
            if (index >= 0)
            {
                return start;
            }
        }

        return -1;
    }

    private static int After(ReadOnlySpan<char> region, int mark) =>
        mark < 0 ? -1 : mark + 1 + (region.Length - mark - 1 - region[(mark + 1)..].TrimStart().Length);

    /// <summary>The candidate that stands at the front of a text before a separator, the end of the line, or closing punctuation.</summary>
    private static int EntryAt(ReadOnlySpan<char> text, CandidateKeys candidates, ListLayout? layout, out int length, out CandidateKeys.Found found)
    {
        (length, found) = (0, default);
        var only = CandidateMatch.None;
        for (var index = 0; index < candidates.Texts.Count; index++)
        {
            if (!Stands(text, candidates.Texts[index], layout, out var reach, out var differences))
            {
                continue;
            }

            if (only != CandidateMatch.None)
            {
                return CandidateMatch.Several;
            }

            (only, length, found) = (index, reach, differences);
        }

        return only;
    }

    private static bool Stands(ReadOnlySpan<char> text, string candidate, ListLayout? layout, out int length, out CandidateKeys.Found found)
    {
        found = default;
        var open = text.Length - text.TrimStart("*_`\"'“‘«").Length;
        length = open + candidate.Length;
        // The title itself may start with such a mark.
        if (text.StartsWith(candidate, StringComparison.OrdinalIgnoreCase))
        {
            (open, length) = (0, candidate.Length);
        }
        else if (!text[open..].StartsWith(candidate, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        found.Case = !text.Slice(open, candidate.Length).SequenceEqual(candidate);
        var close = open == 0 ? 0 : text.Length - length - text[length..].TrimStart("*_`\"'”’»").Length;
        found.Emphasis = text[..open].ContainsAny("*_`");
        found.Quotes = text[..open].ContainsAny("\"'“‘«");
        length += close;
        var rest = text[length..];
        return rest.IsEmpty || SeparatorLength(rest, layout ?? ListLayout.Inline, out _) > 0 || rest[0] is '.' or '!' or '\n';
    }

    private static int SeparatorLength(ReadOnlySpan<char> text, ListLayout layout, out bool exact)
    {
        exact = text.StartsWith(layout.Separator);
        if (exact)
        {
            return layout.Separator.Length;
        }

        var blank = text.Length - text.TrimStart().Length;
        var mark = layout.Separator.Trim();
        return mark.Length > 0 && text[blank..].StartsWith(mark)
            ? blank + mark.Length + (text.Length - blank - mark.Length - text[(blank + mark.Length)..].TrimStart().Length)
            : 0;
    }

    private static void NoteEnd(RepairLog log, ReadOnlySpan<char> rest, int position)
    {
        var unpunctuated = rest.TrimStart(".,;!");
        if (unpunctuated.Length < rest.Length)
        {
            log.Add(RepairKind.TrailingPunctuation, position);
        }

        if (!unpunctuated.IsWhiteSpace())
        {
            log.Add(RepairKind.ClosingText, position + rest.Length - unpunctuated.Length);
        }
    }
}
