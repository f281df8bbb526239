using System.Text;
using LLama;
using LLama.Native;

namespace Itdr.LLamaSharp.Tokens;

/// <summary>
/// Tokenizes text that goes on after other text. A SentencePiece tokenizer puts a space before what it is given, as if
/// it began a line; so it is given something short before the text, which is taken off the tokens again.
/// </summary>
internal sealed class SeamTokenizer
{
    private static readonly string[] Candidates = ["\n", "a", "."];

    private readonly LLamaWeights weights;
    private readonly VocabularyBytes bytes;
    private readonly TokenMarks marks;
    private readonly (string Text, LLamaToken[] Tokens)[] anchors;

    public SeamTokenizer(LLamaWeights weights, VocabularyBytes bytes)
    {
        (this.weights, this.bytes, marks) = (weights, bytes, new TokenMarks(weights, bytes));
        var addsNothing = bytes.Spell(Tokenize("a", special: false), "a"u8);

        // Where a line break is two tokens, the dummy space and the break itself, both are the anchor's.
        anchors = addsNothing ? [] : [.. Candidates.Select(text => (text, Tokenize(text, special: false)))];
    }

    /// <summary>The tokens of plain text: control text in it stays text, or a value could speak for the model.</summary>
    public LLamaToken[] Plain(string text) => [.. marks.Cut(text).SelectMany(PlainPiece)];

    /// <summary>The tokens of a part of a chat template, whose control text becomes control tokens.</summary>
    public LLamaToken[] Control(string text)
    {
        foreach (var (anchor, front) in anchors)
        {
            var tokens = Tokenize(anchor + text, special: true);
            if (tokens.AsSpan().StartsWith(front))
            {
                return tokens[front.Length..];
            }
        }

        return Tokenize(text, special: true);
    }

    /// <summary>The tokens of a whole prompt's beginning: the start token, if the model wants one, and once only.</summary>
    public LLamaToken[] Beginning(string text)
    {
        var tokens = weights.Tokenize(text, add_bos: true, special: true, Encoding.UTF8);
        return tokens.Length > 1 && weights.Vocab.BOS is { } start && tokens[0] == start && tokens[1] == start ? tokens[1..] : tokens;
    }

    private LLamaToken[] PlainPiece(string text)
    {
        if (anchors.Length == 0)
        {
            return Tokenize(text, special: false);
        }

        var spelled = Encoding.UTF8.GetBytes(text);
        foreach (var (anchor, front) in anchors)
        {
            var tokens = Tokenize(anchor + text, special: false);
            if (tokens.AsSpan().StartsWith(front) && bytes.Spell(tokens.AsSpan(front.Length), spelled))
            {
                return tokens[front.Length..];
            }
        }

        return Tokenize(text, special: false);
    }

    private LLamaToken[] Tokenize(string text, bool special) => weights.Tokenize(text, add_bos: false, special, Encoding.UTF8);
}
