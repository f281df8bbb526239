namespace Itdr;

/// <summary>Finding a text inside another as whole words.</summary>
internal static class Words
{
    /// <summary>The first place from <paramref name="from"/> on where a text stands with no letter or digit running on at either end, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> sought, int from, StringComparison comparison)
    {
        while (from <= text.Length - sought.Length)
        {
            var index = text[from..].IndexOf(sought, comparison);
            if (index < 0)
            {
                return -1;
            }

            index += from;
            if (!RunsOn(text, index - 1, index) && !RunsOn(text, index + sought.Length - 1, index + sought.Length))
            {
                return index;
            }

            from = index + 1;
        }

        return -1;
    }

    private static bool RunsOn(ReadOnlySpan<char> text, int left, int right) =>
        left >= 0 && right < text.Length && char.IsLetterOrDigit(text[left]) && char.IsLetterOrDigit(text[right]);
}
