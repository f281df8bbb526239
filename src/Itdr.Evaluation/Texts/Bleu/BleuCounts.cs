namespace Itdr.Evaluation;

/// <summary>
/// What BLEU is computed from, laid over a row of numbers so that the counts of many texts can be added up: the
/// lengths of prediction and reference, then for each order its matches, then for each order its n-grams.
/// </summary>
internal readonly ref struct BleuCounts
{
    private const int Lengths = 2;

    private readonly ReadOnlySpan<double> row;

    public BleuCounts(ReadOnlySpan<double> row) => this.row = row;

    public int Order => (row.Length - Lengths) / 2;

    public double Predicted => row[0];

    public double Expected => row[1];

    public static int Width(int order) => Lengths + (2 * order);

    public double Matches(int order) => row[Lengths + order - 1];

    public double Total(int order) => row[Lengths + Order + order - 1];

    /// <summary>Counts the n-grams of one pair of texts.</summary>
    /// <param name="texts">The pair.</param>
    /// <param name="tokenizer">What the tokens are.</param>
    /// <param name="leastTotal">The least that an order counts as having: NLTK counts at least one n-gram.</param>
    /// <param name="row">Where the counts go.</param>
    public static void Write(TextPair texts, Tokenizer tokenizer, int leastTotal, Span<double> row)
    {
        var tokens = texts.Tokens(tokenizer);
        var order = (row.Length - Lengths) / 2;
        row[0] = tokens.Prediction.All.Length;
        row[1] = tokens.Reference.All.Length;
        texts.NGrams.Start(tokens);
        for (var n = 1; n <= order; n++)
        {
            row[Lengths + n - 1] = texts.NGrams.Matches();
            row[Lengths + order + n - 1] = Math.Max(leastTotal, texts.NGrams.Predicted);
            if (n < order)
            {
                texts.NGrams.Extend();
            }
        }
    }
}
