namespace Itdr.Evaluation;

/// <summary>What the number of relevant items among the first k places is divided by.</summary>
public enum PrecisionDivisor
{
    /// <summary>k, even where the list is shorter; what trec_eval and most libraries do.</summary>
    Depth,

    /// <summary>The number of places that were returned, at most k; what the published values of ITDR fit. An empty list scores 0.</summary>
    Returned,
}
