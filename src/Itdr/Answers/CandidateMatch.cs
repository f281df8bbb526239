using System.Runtime.CompilerServices;

namespace Itdr;

/// <summary>Finding a candidate: by value among the task's own, and by its whole text in an answer.</summary>
internal static class CandidateMatch
{
    /// <summary>No candidate stands there.</summary>
    public const int None = -1;

    /// <summary>More than one candidate can be read there.</summary>
    public const int Several = -2;

    /// <summary>One candidate stands there, but its sentence denies it.</summary>
    public const int Denied = -3;

    /// <summary>The place of a value among the candidates: the instance itself before one that is equal to it.</summary>
    public static int IndexOf<T>(IReadOnlyList<T> candidates, T value)
    {
        if (!typeof(T).IsValueType)
        {
            for (var index = 0; index < candidates.Count; index++)
            {
                if (ReferenceEquals(candidates[index], value))
                {
                    return index;
                }
            }
        }

        for (var index = 0; index < candidates.Count; index++)
        {
            if (EqualityComparer<T>.Default.Equals(candidates[index], value))
            {
                return index;
            }
        }

        return None;
    }

    /// <summary>The one candidate whose text stands at the front and is followed by what may end the slot.</summary>
    public static int Find(ReadOnlySpan<char> text, in CandidateTexts texts, TextEnd end)
    {
        var found = None;
        for (var index = 0; index < texts.Count; index++)
        {
            if (text.StartsWith(texts[index]) && end.Matches(text[texts[index].Length..]))
            {
                if (found != None)
                {
                    return Several;
                }

                found = index;
            }
        }

        return found;
    }

    /// <summary>What keeps candidates from being told apart, as a clause that follows the slot's name; null if nothing does.</summary>
    [SkipLocalsInit]
    public static string? Flaw(in CandidateTexts texts, string source)
    {
        var size = CandidateTable.Size(texts.Count);
        return Flaw(texts, new CandidateTable(texts, size <= CandidateTable.MostOnStack ? stackalloc int[size] : new int[size]), source);
    }

    /// <summary>What keeps candidates from being told apart, or null; the table holds the candidates then.</summary>
    public static string? Flaw(in CandidateTexts texts, CandidateTable table, string source)
    {
        if (texts.Count == 0)
        {
            return $"cannot be read back: {source} is empty";
        }

        if (!table.TryFill(out var first, out var twin))
        {
            return $"cannot be read back: {source} {first + 1} and {twin + 1} have the same text \"{texts[first]}\"";
        }

        return table.Find("") is >= 0 and var empty ? $"cannot be read back: {source} {empty + 1} has no text" : null;
    }

    /// <summary>What was expected where <see cref="Find"/> gave no place.</summary>
    public static string Expected(int found, string source) => found switch
    {
        Several => $"a text that is only one of {source}",
        Denied => $"one of {source} that the sentence does not deny",
        _ => $"one of {source}",
    };
}
