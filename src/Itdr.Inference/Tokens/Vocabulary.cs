using System.Buffers;

namespace Itdr.Inference;

/// <summary>What masks need to know of all tokens of an engine; made once for it.</summary>
internal sealed class Vocabulary
{
    private static readonly SearchValues<byte> NumberSigns = SearchValues.Create("0123456789.-"u8);

    /// <summary>Whether each token is a control token, which no text holds.</summary>
    private readonly bool[] isControl;

    public Vocabulary(ITokenEngine engine)
    {
        isControl = new bool[engine.VocabularySize];
        var numeric = new List<int>();
        var ends = new List<int>();
        for (var token = 0; token < isControl.Length; token++)
        {
            var bytes = engine.Bytes(token);
            isControl[token] = bytes.IsEmpty;
            if (engine.IsEnd(token))
            {
                ends.Add(token);
                isControl[token] = true;
            }
            else if (!bytes.IsEmpty && bytes.TrimStart(" "u8).IndexOfAnyExcept(NumberSigns) < 0)
            {
                numeric.Add(token);
            }
        }

        Numeric = [.. numeric];
        Ends = [.. ends];
    }

    /// <summary>The tokens that a number, with spaces before it, may be made of.</summary>
    public IReadOnlyList<int> Numeric { get; }

    /// <summary>The tokens that end the model's turn.</summary>
    public IReadOnlyList<int> Ends { get; }

    public int Size => isControl.Length;

    /// <summary>A mask that bans control tokens, those that end the turn among them.</summary>
    public bool[] BanControl() => (bool[])isControl.Clone();
}
