using LLama;
using LLama.Native;

namespace Itdr.LLamaSharp.Tokens;

/// <summary>The bytes of all tokens, read once: asking llama.cpp for each would cost a call for each.</summary>
internal sealed class VocabularyBytes
{
    private readonly byte[] bytes;
    private readonly int[] ends;
    private readonly bool[] isEnd;

    public VocabularyBytes(LLamaWeights weights)
    {
        var (model, vocabulary) = (weights.NativeHandle, weights.Vocab);
        var count = vocabulary.Count;
        ends = new int[count];
        isEnd = new bool[count];
        var all = new List<byte>(count * 8);
        Span<byte> piece = stackalloc byte[512];
        for (var index = 0; index < count; index++)
        {
            LLamaToken token = index;
            isEnd[index] = token.IsEndOfGeneration(vocabulary);
            if (!isEnd[index] && !token.IsControl(vocabulary))
            {
                // Not as a special token: a control token stands for no text, and neither does an unknown one.
                var length = (int)model.TokenToSpan(token, piece);
                if (length > piece.Length)
                {
                    // Asked again, because the length of a piece that did not fit is given and nothing written.
                    var longer = new byte[length];
                    length = (int)model.TokenToSpan(token, longer);
                    all.AddRange(longer.AsSpan(0, length));
                }
                else
                {
                    all.AddRange(piece[..length]);
                }
            }

            ends[index] = all.Count;
        }

        bytes = [.. all];
    }

    /// <summary>The number of tokens.</summary>
    public int Count => ends.Length;

    /// <summary>The bytes of a token; none for a control token.</summary>
    public ReadOnlySpan<byte> Of(int token)
    {
        var start = token == 0 ? 0 : ends[token - 1];
        return bytes.AsSpan(start, ends[token] - start);
    }

    /// <summary>Whether a token ends the model's turn.</summary>
    public bool IsEnd(int token) => isEnd[token];

    /// <summary>Whether tokens spell a text.</summary>
    public bool Spell(ReadOnlySpan<LLamaToken> tokens, ReadOnlySpan<byte> text)
    {
        foreach (var token in tokens)
        {
            var part = Of((int)token);
            if (part.IsEmpty || !text.StartsWith(part))
            {
                return false;
            }

            text = text[part.Length..];
        }

        return text.IsEmpty;
    }
}
