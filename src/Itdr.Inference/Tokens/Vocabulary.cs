namespace Itdr.Inference;

/// <summary>What masks need to know of all tokens of an engine; made once for it.</summary>
internal sealed class Vocabulary
{
    /// <summary>Whether each token is a control token, which no text holds.</summary>
    private readonly bool[] isControl;

    public Vocabulary(ITokenEngine engine)
    {
        isControl = new bool[engine.VocabularySize];
        var byFirstByte = Enumerable.Range(0, 256).Select(static _ => new List<int>()).ToArray();
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
            else if (!bytes.IsEmpty)
            {
                byFirstByte[bytes[0]].Add(token);
                LongestText = Math.Max(LongestText, bytes.Length);
            }
        }

        ByFirstByte = [.. byFirstByte.Select(static tokens => tokens.ToArray())];
        Ends = [.. ends];
    }

    /// <summary>The tokens that are text, by the first byte of their text.</summary>
    public IReadOnlyList<int[]> ByFirstByte { get; }

    /// <summary>The most bytes of one token.</summary>
    public int LongestText { get; }

    /// <summary>The tokens that end the model's turn.</summary>
    public IReadOnlyList<int> Ends { get; }

    public int Size => isControl.Length;

    /// <summary>A mask that bans control tokens, those that end the turn among them.</summary>
    public bool[] BanControl() => (bool[])isControl.Clone();
}
