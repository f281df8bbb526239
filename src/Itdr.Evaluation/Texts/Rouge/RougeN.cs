namespace Itdr.Evaluation;

/// <summary>ROUGE-n as rouge_score has it: n-grams counted as often as they stand in both texts.</summary>
/// <param name="order">The length of the n-grams, 1 to 9.</param>
/// <param name="name">The name by which it was asked for; null makes <c>rouge-n</c>.</param>
public sealed class RougeN(int order, string? name = null) : RougeMetric(name ?? $"rouge-{order}")
{
    /// <summary>The length of the n-grams.</summary>
    public int Order { get; } = Bleu.RequireOrder(order);

    /// <inheritdoc/>
    public override string Signature => SignatureOf($"rouge-{Order}", "rouge-score", Tokenizer.AsciiWords);

    /// <inheritdoc/>
    public override RougeScore Compare(TextPair texts)
    {
        texts.NGrams.Start(texts.Tokens(Tokenizer.AsciiWords), Order);
        return RougeScore.Of(texts.NGrams.Matches(), texts.NGrams.Predicted, texts.NGrams.Expected);
    }
}
