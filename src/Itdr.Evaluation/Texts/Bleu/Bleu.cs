namespace Itdr.Evaluation;

/// <summary>
/// BLEU-n of single texts: the mean of the sentences' scores, each with equal weights for the orders 1 to n and one
/// reference. It is not the BLEU of the corpus; see <see cref="CorpusBleu"/>.
/// </summary>
/// <param name="order">The longest n-gram, 1 to 9.</param>
/// <param name="convention">How it is computed.</param>
/// <param name="name">The name by which it was asked for; null makes <c>bleu-n</c>.</param>
public sealed class Bleu(int order, BleuConvention convention, string? name = null) : TextMetric(name ?? $"bleu-{order}")
{
    /// <summary>The longest n-gram.</summary>
    public int Order { get; } = RequireOrder(order);

    /// <inheritdoc/>
    public override string Signature => SignatureOf("sentence-mean", Order, convention);

    /// <inheritdoc/>
    public override void Measure(TextPair texts, Span<double> row)
    {
        Span<double> counts = stackalloc double[BleuCounts.Width(Order)];
        Write(texts, convention, counts);
        row[0] = Score(counts, convention, effectiveOrder: true);
    }

    internal static int RequireOrder(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 9);
        return order;
    }

    internal static void Write(TextPair texts, BleuConvention convention, Span<double> row) =>
        BleuCounts.Write(texts, convention.Tokenizer, convention.Smoothing == BleuSmoothing.Exponential ? 0 : 1, row);

    internal static double Score(ReadOnlySpan<double> counts, BleuConvention convention, bool effectiveOrder) =>
        convention.Smoothing == BleuSmoothing.Exponential
            ? SacreBleu.Score(new BleuCounts(counts), effectiveOrder)
            : NltkBleu.Score(new BleuCounts(counts), convention.Smoothing);

    internal static string SignatureOf(string level, int order, BleuConvention convention) =>
        $"bleu-{order}|level:{level}|nrefs:1|case:mixed|tok:{convention.Tokenizer.Name}|smooth:{convention.Name}|scale:1|unread:empty|{DefinitionVersion}";
}
