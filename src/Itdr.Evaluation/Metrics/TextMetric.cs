namespace Itdr.Evaluation;

/// <summary>
/// A measure of a predicted text against one reference text, 0 to 1. An answer that cannot be read counts as the
/// empty text, which scores 0.
/// </summary>
public abstract class TextMetric : Metric
{
    private protected TextMetric(string name)
        : base(name)
    {
    }

    /// <summary>Writes what one pair of texts contributes.</summary>
    /// <param name="texts">The pair.</param>
    /// <param name="row">Where the numbers go, <see cref="Metric.Width"/> of them.</param>
    public abstract void Measure(TextPair texts, Span<double> row);

    /// <summary>The score of one pair of texts.</summary>
    /// <param name="texts">The pair.</param>
    public double Score(TextPair texts)
    {
        Span<double> row = stackalloc double[Width];
        Measure(texts, row);
        return Finish(row, 1);
    }

    /// <summary>The score of one pair of texts. For many pairs, or many metrics of one, use a <see cref="TextPair"/>.</summary>
    /// <param name="prediction">The predicted text.</param>
    /// <param name="reference">The text it is compared with.</param>
    public double Score(string prediction, string reference)
    {
        var texts = new TextPair();
        texts.Load(prediction, reference);
        return Score(texts);
    }
}
