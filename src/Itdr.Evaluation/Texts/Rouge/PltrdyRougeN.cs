namespace Itdr.Evaluation;

/// <summary>ROUGE-n as pltrdy/rouge 1.0.1 has it. A text without a sentence, which the original refuses, scores 0;
/// of white space alone the original makes one empty word, so here too.</summary>
/// <param name="order">The length of the n-grams, 1 to 9.</param>
/// <param name="counting">What is counted.</param>
/// <param name="name">The name by which it was asked for; null makes <c>rouge-n</c>.</param>
public sealed class PltrdyRougeN(int order, PltrdyCounting counting = PltrdyCounting.Exclusive, string? name = null)
    : RougeMetric(name ?? $"rouge-{order}")
{
    /// <summary>The length of the n-grams.</summary>
    public int Order { get; } = Bleu.RequireOrder(order);

    /// <inheritdoc/>
    public override string Signature => SignatureOf($"rouge-{Order}", ConventionOf(counting), Tokenizer.FullStops);

    /// <inheritdoc/>
    public override RougeScore Compare(TextPair texts)
    {
        texts.NGrams.Start(texts.Tokens(Tokenizer.FullStops), Order);
        if (counting == PltrdyCounting.All)
        {
            return RougeScore.OfPltrdy(texts.NGrams.Matches(), texts.NGrams.Predicted, texts.NGrams.Expected);
        }

        var (predicted, expected, both) = texts.NGrams.Different();
        return RougeScore.OfPltrdy(both, predicted, expected);
    }

    internal static string ConventionOf(PltrdyCounting counting) => counting == PltrdyCounting.Exclusive ? "pltrdy" : "pltrdy-all";
}
