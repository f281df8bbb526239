namespace Itdr;

/// <summary>The text of a number inside an answer: how far it reaches.</summary>
internal static class NumberText
{
    /// <summary>
    /// The length of the number at the front of a text: digits, perhaps after a minus, and where a fraction is
    /// allowed a decimal point with digits and an exponent. 0 if there is none.
    /// </summary>
    public static int Length(ReadOnlySpan<char> text, bool fraction)
    {
        var sign = text.StartsWith('-') ? 1 : 0;
        var end = Digits(text, sign);
        if (end == sign || !fraction)
        {
            return end == sign ? 0 : end;
        }

        if (end < text.Length && text[end] == '.' && Digits(text, end + 1) is var pointEnd && pointEnd > end + 1)
        {
            end = pointEnd;
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (Digits(text, exponent) is var exponentEnd && exponentEnd > exponent)
            {
                end = exponentEnd;
            }
        }

        return end;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
        {
            from++;
        }

        return from;
    }
}
