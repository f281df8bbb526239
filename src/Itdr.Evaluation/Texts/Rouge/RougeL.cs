namespace Itdr.Evaluation;

/// <summary>ROUGE-L as rouge_score has it: the longest common subsequence of the two texts as wholes.</summary>
/// <param name="name">The name by which it was asked for.</param>
public sealed class RougeL(string name = "rouge-l") : RougeMetric(name)
{
    /// <inheritdoc/>
    public override string Signature => SignatureOf("rouge-l", "rouge-score", Tokenizer.AsciiWords);

    /// <inheritdoc/>
    public override RougeScore Compare(TextPair texts)
    {
        var tokens = texts.Tokens(Tokenizer.AsciiWords);
        var predicted = tokens.Prediction.All;
        var expected = tokens.Reference.All;
        return RougeScore.Of(texts.Subsequence.Length(predicted, expected, tokens.Vocabulary), predicted.Length, expected.Length);
    }
}
