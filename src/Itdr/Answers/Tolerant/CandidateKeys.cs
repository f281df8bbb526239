namespace Itdr;

/// <summary>Finds the candidate that a piece of an answer means, by the steps of a tolerant reading. Every step that fits two candidates is an ambiguity.</summary>
internal sealed class CandidateKeys
{
    private const int ShortestPart = 3;
    private const int Marks = 64;
    private static readonly string[] Delimiters = [" - ", " – ", " — ", ": ", " (", ", ", "; ", ". ", " because ", " by ", ":"];

    private readonly string[] texts;
    private readonly TitleKey[][] keys;
    private readonly HashSet<string> reduced;
    private readonly int longest;

    private CandidateKeys(string[] texts)
    {
        this.texts = texts;
        longest = texts.Length == 0 ? 0 : texts.Max(static text => text.Length);
        keys = [.. Enum.GetValues<TitleKey.Level>().Select(level => texts.Select(text => TitleKey.Of(text, level)).ToArray())];
        reduced = keys[^1].Select(static key => key.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The candidates' whole texts.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>Prepares the texts of some candidates.</summary>
    public static CandidateKeys Of(in CandidateTexts texts)
    {
        var copies = new string[texts.Count];
        for (var index = 0; index < copies.Length; index++)
        {
            copies[index] = texts[index].ToString();
        }

        return new CandidateKeys(copies);
    }

    /// <summary>Prepares the texts of a closed set.</summary>
    public static CandidateKeys Of(IReadOnlyList<string> texts) => new([.. texts]);

    /// <summary>The candidate that a piece of text is, but for what the repairs ignore.</summary>
    /// <returns>Its place, or <see cref="CandidateMatch.None"/> or <see cref="CandidateMatch.Several"/>.</returns>
    public int FindWhole(ReadOnlySpan<char> content, out Found found)
    {
        found = default;
        for (var index = 0; index < texts.Length; index++)
        {
            if (content.SequenceEqual(texts[index]))
            {
                return index;
            }
        }

        // Most lines of a long answer are no candidate: what is not one after all reductions is none before them.
        if (content.Length > longest + Marks || content.IsWhiteSpace() || !reduced.Contains(TitleKey.Of(content, TitleKey.Level.Punctuation).Text))
        {
            return CandidateMatch.None;
        }

        // In the order of the repairs: spacing, emphasis, quotes, then case, then punctuation.
        foreach (var (level, comparison) in ((TitleKey.Level, StringComparison)[])
            [
                (TitleKey.Level.Spacing, StringComparison.Ordinal),
                (TitleKey.Level.Emphasis, StringComparison.Ordinal),
                (TitleKey.Level.Quotes, StringComparison.Ordinal),
                (TitleKey.Level.Quotes, StringComparison.OrdinalIgnoreCase),
                (TitleKey.Level.Punctuation, StringComparison.OrdinalIgnoreCase),
            ])
        {
            var key = TitleKey.Of(content, level);
            var index = Only(keys[(int)level], candidate => candidate.Text.Equals(key.Text, comparison));
            if (index != CandidateMatch.None)
            {
                found = index >= 0 ? Found.Between(content, key, texts[index], keys[(int)level][index]) : default;
                return index;
            }
        }

        return CandidateMatch.None;
    }

    /// <summary>The candidate that a piece of text names before a delimiter and more.</summary>
    public int FindExplained(ReadOnlySpan<char> content, out Found found)
    {
        found = default;
        var only = CandidateMatch.None;
        var head = content[..Math.Min(content.Length, longest + Marks)];
        for (var at = 1; at < head.Length; at++)
        {
            if (!DelimiterAt(content[at..]))
            {
                continue;
            }

            var index = FindWhole(head[..at], out var differences);
            if (index == CandidateMatch.Several || (index >= 0 && only >= 0 && index != only))
            {
                return CandidateMatch.Several;
            }

            if (index >= 0 && only < 0)
            {
                (only, found) = (index, differences);
                found.Length = at;
            }
        }

        found.Explanation = true;
        return only;
    }

    /// <summary>The one candidate of which a piece of text is a part, by whole words.</summary>
    public int FindPart(ReadOnlySpan<char> content, out Found found)
    {
        found = new Found { Part = true };
        if (content.Length > longest + Marks)
        {
            return CandidateMatch.None;
        }

        var key = TitleKey.Of(content, TitleKey.Level.Punctuation);
        if (key.Text.Length < ShortestPart)
        {
            return CandidateMatch.None;
        }

        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            var index = Only(keys[(int)TitleKey.Level.Spacing], candidate => Words.IndexOf(candidate.Text, key.Text, 0, comparison) >= 0);
            if (index != CandidateMatch.None)
            {
                found.Emphasis = key.Emphasis > 0;
                found.Quotes = key.Quotes > 0;
                found.Punctuation = key.Punctuation > 0;
                found.Case = comparison == StringComparison.OrdinalIgnoreCase;
                return index;
            }
        }

        return CandidateMatch.None;
    }

    private static bool DelimiterAt(ReadOnlySpan<char> text)
    {
        foreach (var delimiter in Delimiters)
        {
            if (text.StartsWith(delimiter, StringComparison.Ordinal) && text.Length > delimiter.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static int Only(TitleKey[] candidates, Func<TitleKey, bool> fits)
    {
        var only = CandidateMatch.None;
        for (var index = 0; index < candidates.Length; index++)
        {
            if (fits(candidates[index]))
            {
                if (only != CandidateMatch.None)
                {
                    return CandidateMatch.Several;
                }

                only = index;
            }
        }

        return only;
    }

    /// <summary>What was overlooked to find a candidate.</summary>
    public struct Found
    {
        public bool Spacing, Emphasis, Quotes, Case, Punctuation, Explanation, Part;

        /// <summary>How long the name before an explanation is.</summary>
        public int Length;

        /// <summary>What tells a piece of text from a candidate that it equals once both are reduced.</summary>
        public static Found Between(ReadOnlySpan<char> content, TitleKey key, string candidate, TitleKey candidateKey)
        {
            var found = new Found
            {
                Spacing = content.Trim().Length != content.Length || candidate.AsSpan().Trim().Length != candidate.Length,
                Emphasis = key.Emphasis != candidateKey.Emphasis,
                Quotes = key.Quotes != candidateKey.Quotes,
                Case = key.Text != candidateKey.Text,
                Punctuation = key.Punctuation != candidateKey.Punctuation,
            };

            // The two differ, since the text was not found as it stands; what is left is spacing inside.
            found.Spacing |= found.Equals(default(Found));
            return found;
        }

        /// <summary>Records the repairs.</summary>
        public readonly void Record(RepairLog log, int position)
        {
            Record(log, position, Spacing, RepairKind.Spacing);
            Record(log, position, Emphasis, RepairKind.Emphasis);
            Record(log, position, Quotes, RepairKind.Quotes);
            Record(log, position, Case, RepairKind.Case);
            Record(log, position, Punctuation, RepairKind.TrailingPunctuation);
            Record(log, position, Explanation, RepairKind.Explanation);
            Record(log, position, Part, RepairKind.PartialTitle);
        }

        private static void Record(RepairLog log, int position, bool needed, RepairKind kind)
        {
            if (needed)
            {
                log.Add(kind, position);
            }
        }
    }
}
