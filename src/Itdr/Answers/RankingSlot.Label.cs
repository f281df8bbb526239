namespace Itdr;

/// <content>Matching the text of a label, place by place.</content>
public sealed partial class RankingSlot
{
    private int ReadLabel(ref AnswerReader reader, in CandidateTexts texts, scoped CandidateTable table, scoped Span<int> order)
    {
        if (IsLines && TryMatchLines(reader.Rest, table, order))
        {
            reader.Advance(reader.Rest.Length);
            return order.Length;
        }

        var length = Match(reader.Rest, texts, order, out var matched, out var found);
        reader.Advance(length);
        if (matched < order.Length)
        {
            FailAtPlace(ref reader, texts, order[..matched], found, order.Length);
        }

        return matched;
    }

    /// <summary>Matches a whole text whose every line is one place. Where it fails, <see cref="Match"/> says why.</summary>
    private bool TryMatchLines(ReadOnlySpan<char> text, scoped CandidateTable table, Span<int> order)
    {
        if (!LabelLines.TrySplit(text, order))
        {
            return false;
        }

        var start = 0;
        for (var place = 0; place < order.Length; place++)
        {
            var line = text[start..order[place]];
            start += line.Length + 1;
            if (!Layout.EntryIs(line, place, out var mark))
            {
                return false;
            }

            order[place] = table.Take(line[mark..]);
            if (order[place] < 0)
            {
                return false;
            }
        }

        return true;
    }

    private void FailAtPlace(ref AnswerReader reader, in CandidateTexts texts, scoped ReadOnlySpan<int> ranked, int found, int places)
    {
        var place = ranked.Length + 1;
        var longest = 0;
        for (var index = 0; index < texts.Count; index++)
        {
            if (!ranked.Contains(index) && texts[index].Length > longest && reader.Rest.StartsWith(texts[index]))
            {
                longest = texts[index].Length;
            }
        }

        if (found == CandidateMatch.None && longest > 0)
        {
            // The candidate itself is there; what is wrong is what follows it.
            reader.Advance(longest);
            reader.Fail(Name, place < places ? $"place {place + 1} of {places}" : "the end of the ranking");
            return;
        }

        reader.Fail(Name, $"{CandidateMatch.Expected(found, Source)} not ranked yet, as place {place} of {places}");
    }

    private void RequireOneReading(ref PromptWriter writer, int start, in CandidateTexts texts, scoped ReadOnlySpan<int> order)
    {
        // Lines that hold no line break read in one way only; everything else is read back once to be sure.
        if (IsLines)
        {
            return;
        }

        var length = writer.Length;
        Span<int> readBack = order.Length <= MostOnStack ? stackalloc int[order.Length] : new int[order.Length];
        for (var follower = EndsBefore.AtEnd ? -1 : 0; follower < EndsBefore.Literals.Count; follower++)
        {
            writer.Append(follower < 0 ? null : EndsBefore.Literals[follower]);
            Match(writer.Written[start..], texts, readBack, out _, out _);
            writer.Truncate(length);
            if (!order.SequenceEqual(readBack))
            {
                throw Refuse($"reads in more than one way, because one of {Source} holds what separates them or what follows");
            }
        }
    }

    /// <summary>Matches as many places as stand at the front of a text, and returns the length of what was matched.</summary>
    private int Match(ReadOnlySpan<char> text, in CandidateTexts texts, Span<int> order, out int matched, out int found)
    {
        Span<bool> taken = texts.Count <= MostOnStack ? stackalloc bool[texts.Count] : new bool[texts.Count];
        taken.Clear();
        order.Fill(CandidateMatch.None);
        var position = 0;
        found = CandidateMatch.None;
        for (matched = 0; matched < order.Length; matched++)
        {
            if (!Layout.EntryBegins(text[position..], matched, out var mark))
            {
                return position;
            }

            var rest = text[(position + mark)..];
            var isLast = matched == order.Length - 1;
            found = EndsLines(isLast) ? FindLine(rest, texts, taken, isLast) : FindPlace(rest, texts, taken, matched, isLast);
            if (found >= 0 && Layout.Style != ListStyle.Inline && texts[found].ContainsAny(LineBreaks))
            {
                // The writer refuses such an entry, so no label has it.
                found = CandidateMatch.None;
            }

            if (found < 0)
            {
                return position + mark;
            }

            taken[found] = true;
            order[matched] = found;
            position += mark + texts[found].Length;
        }

        return position;
    }

    /// <summary>Whether every place is a line that ends with nothing but its line break or the answer.</summary>
    private bool IsLines => EndsLines(isLast: false) && EndsLines(isLast: true);

    /// <summary>Whether a place ends with its line, and so is one whole text: the writer refuses line breaks in the entries of a list.</summary>
    private bool EndsLines(bool isLast) =>
        Layout.Style != ListStyle.Inline && (isLast ? EndsBefore is { AtEnd: true, Literals.Count: 0 } : Layout.Separator == "\n");

    private static int FindLine(ReadOnlySpan<char> text, in CandidateTexts texts, ReadOnlySpan<bool> taken, bool isLast)
    {
        var end = isLast ? text.Length : text.IndexOf('\n');
        if (end < 0)
        {
            return CandidateMatch.None;
        }

        for (var index = 0; index < taken.Length; index++)
        {
            if (!taken[index] && text[..end].SequenceEqual(texts[index]))
            {
                return index;
            }
        }

        return CandidateMatch.None;
    }

    private int FindPlace(ReadOnlySpan<char> text, in CandidateTexts texts, ReadOnlySpan<bool> taken, int place, bool isLast)
    {
        var found = CandidateMatch.None;
        for (var index = 0; index < taken.Length; index++)
        {
            if (taken[index] || !text.StartsWith(texts[index]))
            {
                continue;
            }

            var rest = text[texts[index].Length..];
            if (isLast ? !EndsBefore.Matches(rest) : !Layout.EntryBegins(rest, place + 1, out _))
            {
                continue;
            }

            if (found != CandidateMatch.None)
            {
                return CandidateMatch.Several;
            }

            found = index;
        }

        return found;
    }
}
