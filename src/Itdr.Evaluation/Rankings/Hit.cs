namespace Itdr.Evaluation;

/// <summary>Hit@k: 1 if a relevant item stands in the first k places, else 0. It is trec_eval's <c>success</c>.</summary>
/// <param name="depth">How many places count.</param>
/// <param name="name">The name by which it was asked for.</param>
public sealed class Hit(int depth = 1, string name = "hit") : RankingMetric(name, depth)
{
    /// <inheritdoc/>
    public override string Signature => $"hit{At}|unread:0|{DefinitionVersion}";

    private protected override double Compute(ReadOnlySpan<double> gains, ReadOnlySpan<double> relevance) =>
        Relevant(Top(gains)) > 0 ? 1 : 0;

    private protected override double Expect(ReadOnlySpan<double> relevance, int places)
    {
        var irrelevant = relevance.Length - Relevant(relevance);
        var miss = 1.0;
        for (var place = 0; place < Math.Min(Depth, places); place++)
        {
            miss *= Math.Max(0, irrelevant - place) / (double)(relevance.Length - place);
        }

        return 1 - miss;
    }
}
