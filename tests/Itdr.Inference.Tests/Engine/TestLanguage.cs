namespace Itdr.Inference.Tests.Engine;

/// <summary>What a test engine speaks: a tokenizer, whose tokens are followed by four control tokens, and a model of all of them.</summary>
internal sealed record TestLanguage(BytePairTokenizer Tokenizer, Func<int[], float[]> Logits)
{
    /// <summary>The language that most tests share.</summary>
    public static TestLanguage Fitted { get; } = new(TestModel.Tokenizer, static history => TestModel.Model.Logits(history));

    public int Start => Tokenizer.Count;

    public int Turn => Tokenizer.Count + 1;

    public int End => Tokenizer.Count + 2;

    public int OtherEnd => Tokenizer.Count + 3;

    public int VocabularySize => Tokenizer.Count + 4;

    /// <summary>A tokenizer that was fitted on some text only so far, and a model whose logits are drawn anew for each history.</summary>
    public static TestLanguage Random(string text, int merges, int seed)
    {
        var tokenizer = new BytePairTokenizer(text, merges);
        return new TestLanguage(tokenizer, history =>
        {
            var state = history.Aggregate((ulong)seed, static (state, token) => (state ^ (ulong)(token + 1)) * 0x100000001B3);
            var random = new Random((int)(state ^ (state >> 32)));
            return [.. Enumerable.Range(0, tokenizer.Count + 4).Select(_ => (random.NextSingle() * 12) - 6)];
        });
    }

    public int[] Encode(string text)
    {
        var tokens = new List<int>();
        Tokenizer.Encode(text, tokens);
        return [.. tokens];
    }
}
