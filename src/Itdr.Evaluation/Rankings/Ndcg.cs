using System.Buffers;

namespace Itdr.Evaluation;

/// <summary>
/// NDCG@k: the sum of the first k gains, each divided by log2(place + 1), over the same sum of the best possible
/// order. The gain is the relevance itself. Equal to scikit-learn's <c>ndcg_score</c> without ties, and for binary
/// relevance to trec_eval's <c>ndcg_cut</c>.
/// </summary>
/// <param name="depth">How many places count.</param>
/// <param name="name">The name by which it was asked for.</param>
public sealed class Ndcg(int depth = RankingMetric.WholeList, string name = "ndcg") : RankingMetric(name, depth)
{
    private const int MostOnStack = 128;

    /// <inheritdoc/>
    public override string Signature => $"ndcg{At}|gain:relevance|discount:log2|ideal:min(relevant,k)|missing:0|unread:0|{DefinitionVersion}";

    private protected override double Compute(ReadOnlySpan<double> gains, ReadOnlySpan<double> relevance) =>
        Sum(Top(gains)) / Ideal(relevance);

    private protected override double Expect(ReadOnlySpan<double> relevance, int places)
    {
        var mean = 0.0;
        foreach (var value in relevance)
        {
            mean += value / relevance.Length;
        }

        var discounts = 0.0;
        for (var place = 1; place <= Math.Min(Depth, places); place++)
        {
            discounts += 1 / Math.Log2(place + 1);
        }

        return mean * discounts / Ideal(relevance);
    }

    private static double Sum(ReadOnlySpan<double> gains)
    {
        var sum = 0.0;
        for (var index = 0; index < gains.Length; index++)
        {
            sum += gains[index] / Math.Log2(index + 2);
        }

        return sum;
    }

    private double Ideal(ReadOnlySpan<double> relevance)
    {
        double[]? rented = null;
        var best = relevance.Length <= MostOnStack
            ? stackalloc double[relevance.Length]
            : (rented = ArrayPool<double>.Shared.Rent(relevance.Length)).AsSpan(0, relevance.Length);
        relevance.CopyTo(best);
        best.Sort();
        best.Reverse();
        var ideal = Sum(Top(best));
        if (rented is not null)
        {
            ArrayPool<double>.Shared.Return(rented);
        }

        return ideal;
    }
}
