namespace Itdr.Evaluation;

/// <summary>
/// A predicted text and its reference, tokenized once for all metrics, with the memory that comparing takes. Load one
/// pair after the other into the same object: nothing is allocated once its buffers are large enough. It serves one
/// thread at a time.
/// </summary>
public sealed class TextPair
{
    private readonly Dictionary<Tokenizer, TokenizedPair> tokenized = [];
    private string prediction = "";
    private string reference = "";

    internal NGrams NGrams { get; } = new();

    internal CommonSubsequence Subsequence { get; } = new();

    internal Scratch<bool> PredictionMarks { get; } = new();

    internal Scratch<bool> ReferenceMarks { get; } = new();

    internal Scratch<bool> VocabularyMarks { get; } = new();

    internal Scratch<int> VocabularyCounts { get; } = new();

    /// <summary>Takes the next pair.</summary>
    /// <param name="predicted">The predicted text.</param>
    /// <param name="expected">The text it is compared with.</param>
    public void Load(string predicted, string expected)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(expected);
        prediction = predicted;
        reference = expected;
        foreach (var pair in tokenized.Values)
        {
            pair.IsCurrent = false;
        }
    }

    internal TokenizedPair Tokens(Tokenizer tokenizer)
    {
        if (!tokenized.TryGetValue(tokenizer, out var pair))
        {
            tokenized.Add(tokenizer, pair = new TokenizedPair());
        }

        if (!pair.IsCurrent)
        {
            pair.Fill(tokenizer, prediction, reference);
        }

        return pair;
    }
}
