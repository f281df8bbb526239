namespace Itdr;

/// <summary>The candidates whose whole texts stand somewhere inside a text.</summary>
internal static class CandidateOccurrences
{
    /// <summary>The one candidate that occurs in a text, by whole words; an occurrence inside that of a longer candidate does not count.</summary>
    public static int Only(ReadOnlySpan<char> text, IReadOnlyList<string> candidates, out int at)
    {
        var only = CandidateMatch.None;
        at = -1;
        for (var index = 0; index < candidates.Count; index++)
        {
            var first = FirstOwn(text, candidates, index);
            if (first < 0)
            {
                continue;
            }

            if (only != CandidateMatch.None)
            {
                return CandidateMatch.Several;
            }

            (only, at) = (index, first);
        }

        return only;
    }

    /// <summary>Whether a text names a candidate besides one.</summary>
    public static bool AnyOther(ReadOnlySpan<char> text, IReadOnlyList<string> candidates, int known) => AnyBut(text, candidates, [known]);

    /// <summary>Whether a text names a candidate that is none of some.</summary>
    public static bool AnyBut(ReadOnlySpan<char> text, IReadOnlyList<string> candidates, ReadOnlySpan<int> known)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            if (!known.Contains(index) && FirstOwn(text, candidates, index) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int FirstOwn(ReadOnlySpan<char> text, IReadOnlyList<string> candidates, int index)
    {
        var candidate = candidates[index];
        var from = 0;
        while (candidate.Length > 0 && Words.IndexOf(text, candidate, from, StringComparison.Ordinal) is >= 0 and var at)
        {
            if (!IsInsideLonger(text, candidates, candidate.Length, at))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    private static bool IsInsideLonger(ReadOnlySpan<char> text, IReadOnlyList<string> candidates, int length, int at)
    {
        foreach (var longer in candidates)
        {
            if (longer.Length <= length)
            {
                continue;
            }

            // The longer text would have to start at most so far before that it still covers the shorter one.
            var start = Math.Max(0, at + length - longer.Length);
            var end = Math.Min(text.Length, at + longer.Length);
            if (end - start >= longer.Length && text[start..end].Contains(longer, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
