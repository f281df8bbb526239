namespace Itdr.Evaluation;

/// <summary>Precision@k: the share of relevant items in the first k places.</summary>
/// <param name="depth">How many places count.</param>
/// <param name="divisor">What is divided by where the list is shorter than k.</param>
/// <param name="name">The name by which it was asked for.</param>
public sealed class Precision(int depth, PrecisionDivisor divisor = PrecisionDivisor.Depth, string name = "precision") : RankingMetric(name, depth)
{
    /// <summary>What is divided by where the list is shorter than k.</summary>
    public PrecisionDivisor Divisor { get; } = divisor;

    /// <inheritdoc/>
    public override string Signature => $"precision{At}|over:{(Divisor == PrecisionDivisor.Depth ? "k" : "min(k,returned)")}|unread:0|{DefinitionVersion}";

    private protected override double Compute(ReadOnlySpan<double> gains, ReadOnlySpan<double> relevance)
    {
        var places = Places(gains.Length);
        return places == 0 ? 0 : Relevant(Top(gains)) / (double)places;
    }

    private protected override double Expect(ReadOnlySpan<double> relevance, int places) =>
        Relevant(relevance) / (double)relevance.Length * Math.Min(Depth, places) / Places(places);

    private int Places(int returned) => Divisor == PrecisionDivisor.Depth ? Depth : Math.Min(Depth, returned);
}
