namespace Itdr.Evaluation;

/// <summary>The tokens of two texts under one tokenizer, as numbers: equal tokens have equal numbers, from 0 up.</summary>
internal sealed class TokenizedPair
{
    private readonly TokenTable table = new();

    public bool IsCurrent { get; set; }

    public TokenList Prediction { get; } = new();

    public TokenList Reference { get; } = new();

    /// <summary>How many different tokens there are.</summary>
    public int Vocabulary => table.Count;

    public void Fill(Tokenizer tokenizer, string prediction, string reference)
    {
        table.Clear();
        Prediction.Clear(table);
        tokenizer.Tokenize(prediction, Prediction);
        Prediction.EndSentence();
        Reference.Clear(table);
        tokenizer.Tokenize(reference, Reference);
        Reference.EndSentence();
        IsCurrent = true;
    }
}
