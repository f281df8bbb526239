using System.Text;

namespace Itdr.Inference;

/// <summary>Turns text into tokens that spell it exactly.</summary>
internal sealed class TextTokens(ITokenEngine engine)
{
    private readonly List<int> tokens = [];

    /// <summary>The tokens of a text that goes on after other text.</summary>
    /// <exception cref="TokenEngineException">The tokens do not spell the text.</exception>
    public int[] Exact(string text)
    {
        tokens.Clear();
        engine.Tokenize(text, tokens);
        if (!Spells(Encoding.UTF8.GetBytes(text)))
        {
            throw new TokenEngineException(TokenEngineError.NotExact,
                $"The tokens of the text \"{text.ReplaceLineEndings("\\n")}\" do not spell it; the model's tokenizer changes text, so use plain generation with it.");
        }

        return [.. tokens];
    }

    /// <summary>The number of tokens at the front that spell no more than the front of the text they were made of.</summary>
    /// <param name="made">The tokens.</param>
    /// <param name="front">The front of their text.</param>
    public int CountWithin(ReadOnlySpan<int> made, ReadOnlySpan<char> front)
    {
        var left = Encoding.UTF8.GetByteCount(front);
        for (var count = 0; count < made.Length; count++)
        {
            left -= engine.Bytes(made[count]).Length;
            if (left < 0)
            {
                return count;
            }
        }

        return made.Length;
    }

    private bool Spells(ReadOnlySpan<byte> bytes)
    {
        foreach (var token in tokens)
        {
            var part = engine.Bytes(token);
            if (part.IsEmpty || !bytes.StartsWith(part))
            {
                return false;
            }

            bytes = bytes[part.Length..];
        }

        return bytes.IsEmpty;
    }
}
