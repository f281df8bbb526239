namespace Itdr.Evaluation;

/// <summary>Recall@k: the share of the relevant candidates that stand in the first k places.</summary>
/// <param name="depth">How many places count.</param>
/// <param name="name">The name by which it was asked for.</param>
public sealed class Recall(int depth, string name = "recall") : RankingMetric(name, depth)
{
    /// <inheritdoc/>
    public override string Signature => $"recall{At}|over:relevant|unread:0|{DefinitionVersion}";

    private protected override double Compute(ReadOnlySpan<double> gains, ReadOnlySpan<double> relevance) =>
        Relevant(Top(gains)) / (double)Relevant(relevance);

    private protected override double Expect(ReadOnlySpan<double> relevance, int places) =>
        Math.Min(Depth, places) / (double)relevance.Length;
}
