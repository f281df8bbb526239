namespace Itdr.Evaluation;

/// <summary>
/// MRR, or MRR@k: 1 over the place of the first relevant item, and 0 if none stands in the first k places. Its mean
/// over lists is the mean reciprocal rank.
/// </summary>
/// <param name="depth">How many places count.</param>
/// <param name="name">The name by which it was asked for.</param>
public sealed class ReciprocalRank(int depth = RankingMetric.WholeList, string name = "mrr") : RankingMetric(name, depth)
{
    /// <inheritdoc/>
    public override string Signature => $"mrr{At}|unread:0|{DefinitionVersion}";

    private protected override double Compute(ReadOnlySpan<double> gains, ReadOnlySpan<double> relevance)
    {
        var top = Top(gains);
        for (var index = 0; index < top.Length; index++)
        {
            if (top[index] > 0)
            {
                return 1.0 / (index + 1);
            }
        }

        return 0;
    }

    private protected override double Expect(ReadOnlySpan<double> relevance, int places)
    {
        var relevant = Relevant(relevance);
        var noneBefore = 1.0;
        var expected = 0.0;
        for (var place = 0; place < Math.Min(Depth, places); place++)
        {
            var left = (double)(relevance.Length - place);
            expected += noneBefore * (relevant / left) / (place + 1);
            noneBefore *= Math.Max(0, left - relevant) / left;
        }

        return expected;
    }
}
