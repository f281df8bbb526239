namespace Itdr;

/// <summary>Finds the word that denies a candidate named in a sentence, as in "anything but Aliens".</summary>
internal static class Denial
{
    private const int LongestWord = 16;

    /// <summary>How many words behind a candidate can deny it, as in "Aliens is not" or "Aliens would never".</summary>
    private const int WordsBehind = 2;

    private static readonly string[] DenyingWords =
        ["not", "cannot", "never", "no", "none", "nor", "neither", "nothing", "without", "except", "but", "avoid"];

    private static readonly (string First, string Second)[] Pairs =
        [("instead", "of"), ("rather", "than"), ("other", "than")];

    private static readonly string[] WordsThatDenyBackwards = ["not", "cannot", "never"];

    /// <summary>Where the first word stands that denies any occurrence of a candidate, or -1: one before it in its sentence, or one right behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="candidate">The whole text of the candidate.</param>
    /// <param name="first">Where it occurs first.</param>
    public static int Of(ReadOnlySpan<char> text, ReadOnlySpan<char> candidate, int first)
    {
        // Each stretch between two occurrences is read once, so that the time stays linear.
        var (read, denied) = (0, -1);
        for (var at = first; at >= 0; at = Words.IndexOf(text, candidate, at + candidate.Length, StringComparison.Ordinal))
        {
            denied = LastSentence(text[read..at], read, denied);
            read = at + candidate.Length;
            var found = denied >= 0 ? denied : Behind(text, read);
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }

    /// <summary>Where the word stands that denies a candidate on a line of its own, or -1: in a sentence that runs into the line, or right behind the name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the line starts.</param>
    /// <param name="end">Where the name on it ends.</param>
    public static int Around(ReadOnlySpan<char> text, int start, int end)
    {
        var denied = LastSentence(text[..start], offset: 0, denied: -1);
        return denied >= 0 ? denied : Behind(text, end);
    }

    /// <summary>Where the sentence that goes on at the end of a stretch was denied, or -1.</summary>
    private static int LastSentence(ReadOnlySpan<char> stretch, int offset, int denied)
    {
        for (var at = 0; at < stretch.Length;)
        {
            if (EndsSentence(stretch, at))
            {
                denied = -1;
            }

            var length = WordLength(stretch[at..]);
            if (length > 0 && denied < 0 && Denies(stretch.Slice(at, length), stretch[(at + length)..]))
            {
                denied = offset + at;
            }

            at += Math.Max(1, length);
        }

        return denied;
    }

    private static int Behind(ReadOnlySpan<char> text, int at)
    {
        for (var words = 0; words < WordsBehind; words++)
        {
            // A comma or a full stop ends what is said of the candidate itself; a dash, a colon or a bracket begins it.
            while (at < text.Length && text[at] is ' ' or '*' or '_' or '"' or '”' or '-' or '–' or '—' or ':' or '(')
            {
                at++;
            }

            var word = text.Slice(at, WordLength(text[at..]));
            if (IsOneOf(word, WordsThatDenyBackwards) || IsContracted(word))
            {
                return at;
            }

            at += word.Length;
        }

        return -1;
    }

    private static bool Denies(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        foreach (var (first, second) in Pairs)
        {
            if (word.Equals(first, StringComparison.OrdinalIgnoreCase))
            {
                var next = rest.TrimStart();
                return next[..WordLength(next)].Equals(second, StringComparison.OrdinalIgnoreCase);
            }
        }

        return IsOneOf(word, DenyingWords) || IsContracted(word);
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var denying in word.Length <= LongestWord ? words : [])
        {
            if (word.Equals(denying, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsContracted(ReadOnlySpan<char> word) =>
        word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a sentence ends here: a full stop, an exclamation or a question mark before white space, or a blank line.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '.' or '!' or '?' => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]),
        '\n' => at + 1 < text.Length && (text[at + 1] == '\n' || text[(at + 1)..].StartsWith("\r\n")),
        _ => false,
    };

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetter(text[length]) || (length > 0 && text[length] is '\'' or '’')))
        {
            length++;
        }

        return length;
    }
}
