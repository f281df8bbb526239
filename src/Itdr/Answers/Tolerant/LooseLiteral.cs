namespace Itdr;

/// <summary>Compares a literal of a template with a text, overlooking spacing, emphasis and case.</summary>
internal static class LooseLiteral
{
    /// <summary>Whether a literal stands at the front of a text, and how far it reaches.</summary>
    public static bool StandsAt(ReadOnlySpan<char> text, ReadOnlySpan<char> literal, out int length, out Differences differences)
    {
        // White space before the literal belongs to nothing.
        var at = literal.Length > 0 && char.IsWhiteSpace(literal[0]) ? 0 : WhiteSpace(text);
        differences = new Differences { Spacing = at > 0 };
        length = 0;
        for (var index = 0; index < literal.Length; index++)
        {
            var expected = literal[index];
            at += SkipEmphasis(text[at..], expected, ref differences);
            if (char.IsWhiteSpace(expected))
            {
                // Between two words of a name people also write a line.
                var line = at < text.Length && text[at] is '_' or '-' && index + 1 < literal.Length;
                var wanted = 1 + WhiteSpace(literal[(index + 1)..]);

                // White space beyond the literal's own may belong to what follows: behind an empty list, the next literal.
                var isEnd = index + wanted == literal.Length && text[at..].StartsWith(literal[index..]);
                var blank = line ? 1 : isEnd ? wanted : WhiteSpace(text[at..]);
                differences.Spacing |= !text.Slice(at, blank).SequenceEqual(literal.Slice(index, wanted));
                at += blank;
                index += wanted - 1;
                continue;
            }

            // White space before a colon is the same colon.
            var gap = expected == ':' ? WhiteSpace(text[at..]) : 0;
            if (at + gap >= text.Length || char.ToUpperInvariant(text[at + gap]) != char.ToUpperInvariant(expected))
            {
                return false;
            }

            differences.Spacing |= gap > 0;
            differences.Case |= text[at + gap] != expected;
            at += gap + 1;
        }

        length = at;
        return true;
    }

    private static int SkipEmphasis(ReadOnlySpan<char> text, char expected, ref Differences differences)
    {
        if (expected is '*' or '_' or '`')
        {
            return 0;
        }

        var marks = text.Length - text.TrimStart("*_`").Length;
        differences.Emphasis |= marks > 0;
        return marks;
    }

    private static int WhiteSpace(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;

    /// <summary>How the text differed from the literal.</summary>
    public struct Differences
    {
        public bool Spacing, Emphasis, Case, Numbering;

        /// <summary>Records the repairs.</summary>
        public readonly void Record(RepairLog log, int position)
        {
            if (Spacing)
            {
                log.Add(RepairKind.Spacing, position);
            }

            if (Emphasis)
            {
                log.Add(RepairKind.Emphasis, position);
            }

            if (Case)
            {
                log.Add(RepairKind.Case, position);
            }

            if (Numbering)
            {
                log.Add(RepairKind.Numbering, position);
            }
        }
    }
}
