namespace Itdr.Evaluation;

/// <summary>
/// MAP, or MAP@k: the precision at the place of each relevant item among the first k, summed and divided by
/// min(relevant candidates, k). Without a depth it is trec_eval's <c>map</c> and scikit-learn's
/// <c>average_precision_score</c>; with one it is RecBole's. Its mean over lists is the mean average precision.
/// </summary>
/// <param name="depth">How many places count.</param>
/// <param name="name">The name by which it was asked for.</param>
public sealed class AveragePrecision(int depth = RankingMetric.WholeList, string name = "map") : RankingMetric(name, depth)
{
    /// <inheritdoc/>
    public override string Signature => $"map{At}|over:min(relevant,k)|unread:0|{DefinitionVersion}";

    private protected override double Compute(ReadOnlySpan<double> gains, ReadOnlySpan<double> relevance)
    {
        var top = Top(gains);
        var hits = 0;
        var sum = 0.0;
        for (var index = 0; index < top.Length; index++)
        {
            if (top[index] > 0)
            {
                hits++;
                sum += hits / (double)(index + 1);
            }
        }

        return sum / Math.Min(Relevant(relevance), Depth);
    }

    private protected override double Expect(ReadOnlySpan<double> relevance, int places)
    {
        var relevant = Relevant(relevance);

        // Given that one relevant item holds a place, each place before it is relevant with this probability.
        var before = relevance.Length > 1 ? (relevant - 1.0) / (relevance.Length - 1) : 0;
        var sum = 0.0;
        for (var place = 1; place <= Math.Min(Depth, places); place++)
        {
            sum += relevant / (double)relevance.Length * (1 + ((place - 1) * before)) / place;
        }

        return sum / Math.Min(relevant, Depth);
    }
}
