namespace Itdr.Evaluation;

internal sealed class AsciiWordTokenizer : Tokenizer
{
    // The only characters outside ASCII whose lower case holds an ASCII letter: the sign of the kelvin, and the
    // dotted capital I, which Python lower-cases to an i and a combining dot.
    private const char Kelvin = '\u212a';
    private const char DottedI = '\u0130';

    public override string Name => "ascii-words";

    internal override void Tokenize(ReadOnlySpan<char> text, TokenList tokens)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var start = index;
            while (index < text.Length && char.IsAsciiLetterOrDigit(text[index]))
            {
                index++;
            }

            tokens.AppendLower(text[start..index]);
            if (index < text.Length)
            {
                Divide(text[index], tokens);
            }
        }

        tokens.EndToken();
    }

    /// <summary>Takes a character that is no letter or digit of ASCII.</summary>
    private static void Divide(char character, TokenList tokens)
    {
        if (character == Kelvin)
        {
            tokens.AppendLower("k");
            return;
        }

        if (character == DottedI)
        {
            tokens.AppendLower("i");
        }

        tokens.EndToken();
        if (character == '\n')
        {
            tokens.EndSentence();
        }
    }
}
