namespace Itdr.Evaluation;

/// <summary>A ROUGE of single texts; its score is the mean of the F values, without resampling.</summary>
public abstract class RougeMetric : TextMetric
{
    private protected RougeMetric(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override void Measure(TextPair texts, Span<double> row) => row[0] = Compare(texts).F;

    /// <summary>Precision, recall and F of one pair of texts.</summary>
    /// <param name="texts">The pair.</param>
    public abstract RougeScore Compare(TextPair texts);

    private protected static string SignatureOf(string kind, string convention, Tokenizer tokenizer) =>
        $"{kind}|like:{convention}|value:f|tok:{tokenizer.Name}|stem:no|mean:plain|unread:empty|{DefinitionVersion}";
}
