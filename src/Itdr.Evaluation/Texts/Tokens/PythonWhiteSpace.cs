namespace Itdr.Evaluation;

/// <summary>White space as Python's <c>str.split()</c> and <c>str.rstrip()</c> see it.</summary>
internal static class PythonWhiteSpace
{
    // Python also splits at the four separators of ASCII, which .NET does not count as white space. Letters are asked first, since most are.
    public static bool Is(char character) =>
        character is not (> ' ' and < '\u0080') && (char.IsWhiteSpace(character) || character is >= '\u001c' and <= '\u001f');

    /// <summary>Adds the runs of other characters as tokens, and says whether there was one.</summary>
    public static bool Split(ReadOnlySpan<char> text, TokenList tokens)
    {
        var start = -1;
        var any = false;
        for (var index = 0; index < text.Length; index++)
        {
            if (!Is(text[index]))
            {
                start = start < 0 ? index : start;
            }
            else if (start >= 0)
            {
                tokens.Add(text[start..index]);
                start = -1;
                any = true;
            }
        }

        if (start >= 0)
        {
            tokens.Add(text[start..]);
            any = true;
        }

        return any;
    }
}
