using System.Collections.Immutable;

namespace Itdr.Inference;

/// <summary>A ranking as a model wrote it.</summary>
/// <param name="Order">The numbers of the candidates, from 0, best first; no number twice.</param>
/// <param name="LogProbability">The natural logarithm of the ranking's probability among all rankings that the walk could write.</param>
/// <param name="SmallestMargin">
/// The smallest distance of log-probability between the best and the second-best token at a choice; infinite if no
/// choice was open. Where it is small, rounding may turn the order.
/// </param>
/// <param name="Usage">What the call took.</param>
public sealed record RankedCandidates(ImmutableArray<int> Order, double LogProbability, double SmallestMargin, EngineUsage Usage);
