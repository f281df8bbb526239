namespace Itdr;

/// <content>What a tolerant reading overlooks around and between the slots.</content>
public ref partial struct AnswerReader
{
    private static readonly string[] Thinking = ["think", "thinking"];
    private const string FenceMark = "```";

    /// <summary>The repairs, or null in a strict reading.</summary>
    internal readonly RepairLog? Log => log;

    /// <summary>Whether nothing of the answer was read yet.</summary>
    internal readonly bool IsAtStart => !anyRead;

    /// <summary>Starts a tolerant reading: white space and a thinking block around the answer are overlooked at once.</summary>
    /// <param name="text">The text.</param>
    public static AnswerReader Tolerant(ReadOnlySpan<char> text)
    {
        var reader = new AnswerReader(text, new RepairLog());
        reader.TrimOuter(RepairKind.OuterWhiteSpace);
        reader.SkipThinking();
        if (reader.Failure is null && reader.Position == reader.end)
        {
            reader.Fail(null, "an answer");
        }

        return reader;
    }

    /// <summary>Leaves the answer inside a fence, if there is one, as what is to be read. Slots that hold more than free text call it first.</summary>
    internal void EnterFence()
    {
        if (log is null || fenceRead || Failure is not null)
        {
            return;
        }

        fenceRead = true;
        if (!Rest.Contains(FenceMark, StringComparison.Ordinal))
        {
            return;
        }

        var marks = FindFence(out var opens, out var inside, out var closes);
        if (marks > 2)
        {
            FailAt(null, "one fenced block", closes);
        }

        if (marks is 0 or > 2 || inside < 0)
        {
            return;
        }

        log.Add(RepairKind.Fence, opens);
        NoteText(RepairKind.Preamble, Position, opens);
        if (closes >= 0)
        {
            NoteText(RepairKind.ClosingText, text[closes..end].IndexOf('\n') is >= 0 and var line ? closes + line : end, end);
            end = closes;
        }

        Position = inside;
        TrimOuter(null);
    }

    /// <summary>Leaves the answer inside a fence that stands around all of what is left.</summary>
    internal void EnterWholeFence()
    {
        if (Rest.StartsWith(FenceMark) && Rest.EndsWith(FenceMark))
        {
            EnterFence();
        }
    }

    /// <summary>The number of fence lines in what is left; where the first one and the second one stand, and the first line between them.</summary>
    private readonly int FindFence(out int opens, out int inside, out int closes)
    {
        opens = inside = closes = -1;
        var lines = new TextLines(Rest, Position);
        var marks = 0;
        while (lines.MoveNext())
        {
            if (!lines.Current.TrimStart().StartsWith(FenceMark))
            {
                inside = opens >= 0 && closes < 0 && inside < 0 ? lines.Position : inside;
                continue;
            }

            marks++;
            opens = opens < 0 ? lines.Position : opens;
            closes = marks == 2 ? lines.Position : closes;
        }

        return marks;
    }

    /// <summary>Marks the answer as begun: what is left over from here on is closing text.</summary>
    internal void Began() => anyRead = true;

    /// <summary>
    /// Goes to the front of what a slot's stretch of the text holds, without the white space around it: what stands
    /// before it is recorded here, and what stands behind it by the literal that follows.
    /// </summary>
    /// <param name="slotEnd">What may follow the slot.</param>
    /// <param name="length">The length of the stretch.</param>
    /// <param name="keepIndent">Whether the white space before the first line's text says how far its lines are set in.</param>
    /// <returns>Whether the slot ends; false after a failure.</returns>
    internal bool TryStretch(TextEnd slotEnd, out int length, bool keepIndent = false)
    {
        EnterFence();
        length = SlotLength(slotEnd);
        if (length < 0 || Failure is not null)
        {
            return false;
        }

        length = TrimStretch(length, keepIndent);
        return true;
    }

    /// <summary>Goes past the white space at the front of a stretch, and gives the length of the rest without the white space behind it.</summary>
    internal int TrimStretch(int length, bool keepIndent = false)
    {
        var stretch = Rest[..length];
        var blank = length - stretch.TrimStart().Length;
        blank = keepIndent ? stretch[..blank].LastIndexOf('\n') + 1 : blank;
        if (blank > 0)
        {
            log!.Add(RepairKind.Spacing, Position);
            Position += blank;
        }

        return stretch[blank..].TrimEnd().Length;
    }

    /// <summary>The length of what is left before the slot's end: the end of the text, or the first literal that may follow.</summary>
    internal readonly int SlotLength(TextEnd slotEnd)
    {
        var rest = Rest;
        var first = slotEnd.AtEnd ? rest.Length : -1;
        foreach (var literal in slotEnd.Literals)
        {
            // As the label writes it, wherever that stands, goes before a loose one: text in front of it may hold its like.
            var index = rest.IndexOf(literal, StringComparison.Ordinal);
            index = index < 0 ? rest.IndexOf(literal, StringComparison.OrdinalIgnoreCase) : index;
            index = index < 0 && literal.Trim().Length > 0 ? rest.IndexOf(literal.Trim(), StringComparison.OrdinalIgnoreCase) : index;
            first = index >= 0 && (first < 0 || index < first) ? index : first;
        }

        return first;
    }

    private void TrimOuter(RepairKind? kind)
    {
        var rest = Rest;
        var start = rest.Length - rest.TrimStart().Length;
        var trimmed = rest.Trim();
        if (kind is { } recorded && trimmed.Length < rest.Length)
        {
            log!.Add(recorded, start > 0 ? Position : Position + trimmed.Length);
        }

        Position += start;
        end = Position + trimmed.Length;
    }

    /// <summary>Makes every line end of the answer a line feed, so that no slot has to know the others.</summary>
    /// <returns>Whether there were others.</returns>
    internal bool TryUnifyLineEnds()
    {
        if (Rest.IndexOf('\r') is not (>= 0 and var other))
        {
            return false;
        }

        log!.Add(RepairKind.LineEnds, Position + other);
        lineEnds = new UnifiedLineEnds(text[..end], Position);
        text = lineEnds.Text();
        end = text.Length;
        return true;
    }

    private void SkipThinking()
    {
        foreach (var name in Thinking)
        {
            var close = $"</{name}>";
            var at = Rest.LastIndexOf(close, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                log!.Add(RepairKind.ThinkBlock, Position);
                Position += at + close.Length;
                TrimOuter(null);
            }
            else if (Rest.StartsWith($"<{name}>", StringComparison.OrdinalIgnoreCase))
            {
                Fail(null, $"\"{close}\" and an answer after it");
            }
        }
    }

    private bool TryLiteralTolerantly(string literal)
    {
        EnterFence();
        var at = Position;
        if (!LooseLiteral.StandsAt(Rest, literal, out var length, out var differences))
        {
            if (anyRead || !FindLine(literal, Position, out at, out length, out differences))
            {
                return false;
            }

            NoteText(RepairKind.Preamble, Position, at);
        }

        differences.Record(log!, at);
        Position = at + length;
        anyRead = true;
        return true;
    }

    private bool TryLineTolerantly(string literal)
    {
        EnterFence();
        var window = Position;
        if (!FindLine(literal, from: 0, out var at, out var length, out var differences))
        {
            return false;
        }

        if (FindLine(literal, at + length, out var again, out _, out _))
        {
            FailAt(null, $"{Quote(literal.Trim())} once", again);
            return false;
        }

        if (at < window)
        {
            FailAt(null, $"{Quote(literal.Trim())} in its own place", at);
            return false;
        }

        NoteText(anyRead ? RepairKind.Explanation : RepairKind.Preamble, Position, at);
        if (anyRead && text[Position..at] is not "\n" && text[Position..at].IsWhiteSpace())
        {
            log!.Add(RepairKind.Spacing, Position);
        }

        differences.Record(log!, at);
        Position = at + length;
        anyRead = true;
        return true;
    }

    private readonly bool FindLine(string literal, int from, out int at, out int length, out LooseLiteral.Differences differences)
    {
        var lines = new TextLines(text[from..end], from);
        while (lines.MoveNext())
        {
            // A search that starts inside a line has no business with the rest of it.
            if (from > 0 && lines.Position == from && text[from - 1] != '\n' && from != Position)
            {
                continue;
            }

            // A literal that ends with its line takes the line break too.
            var line = lines.Current;
            var lineEnd = lines.Position + line.Length;
            var reach = literal.EndsWith('\n') && lineEnd < end ? lineEnd + 1 : lineEnd;
            var indent = line.Length - line.TrimStart().Length;
            var mark = ListMark.At(line[indent..]);
            foreach (var skip in (int[])[indent, indent + mark.Length])
            {
                if (LooseLiteral.StandsAt(text[(lines.Position + skip)..reach], literal, out length, out differences))
                {
                    differences.Numbering = skip > indent;
                    differences.Spacing |= indent > 0;
                    differences.Emphasis |= skip > indent && mark.Emphasized;
                    at = lines.Position;
                    length += skip;
                    return true;
                }
            }
        }

        (at, length, differences) = (-1, 0, default);
        return false;
    }

    private void EndTolerantly()
    {
        if (!anyRead)
        {
            Fail(null, "an answer");
            return;
        }

        NoteText(RepairKind.ClosingText, Position, end);
        Position = end;
    }

    private readonly void NoteText(RepairKind kind, int from, int to)
    {
        if (from < to && !text[from..to].IsWhiteSpace())
        {
            log!.Add(kind, from);
        }
    }
}
