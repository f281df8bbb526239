namespace Itdr.Evaluation;

/// <summary>BLEU-n of a corpus: the counts of all texts are added up before any division. One reference a text.</summary>
/// <param name="order">The longest n-gram, 1 to 9.</param>
/// <param name="convention">How it is computed.</param>
/// <param name="name">The name by which it was asked for; null makes <c>corpus-bleu-n</c>.</param>
public sealed class CorpusBleu(int order, BleuConvention convention, string? name = null) : TextMetric(name ?? $"corpus-bleu-{order}")
{
    /// <inheritdoc/>
    public override int Width { get; } = BleuCounts.Width(Bleu.RequireOrder(order));

    /// <inheritdoc/>
    public override string Signature => Bleu.SignatureOf("corpus", order, convention);

    /// <inheritdoc/>
    public override void Measure(TextPair texts, Span<double> row) => Bleu.Write(texts, convention, row);

    /// <inheritdoc/>
    public override double Finish(ReadOnlySpan<double> sums, int count) =>
        count == 0 ? double.NaN : Bleu.Score(sums, convention, effectiveOrder: false);
}
