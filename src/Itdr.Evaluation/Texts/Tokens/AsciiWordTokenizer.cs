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
        foreach (var character in text)
        {
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
            {
                tokens.Append(character);
            }
            else if (char.IsAsciiLetterUpper(character))
            {
                tokens.Append((char)(character | 0x20));
            }
            else
            {
                EndToken(character, tokens);
            }
        }

        tokens.EndToken();
    }

    private static void EndToken(char character, TokenList tokens)
    {
        if (character == Kelvin)
        {
            tokens.Append('k');
            return;
        }

        if (character == DottedI)
        {
            tokens.Append('i');
        }

        tokens.EndToken();
        if (character == '\n')
        {
            tokens.EndSentence();
        }
    }
}
