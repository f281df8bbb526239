using System.Collections.Immutable;

namespace Itdr.Inference;

/// <summary>
/// How likely a model finds each candidate on its own in the first place. That is another question than what the model
/// ranks in writing, and may give another order.
/// </summary>
/// <param name="LogLikelihoods">Of each candidate, the natural logarithm of the probability of its text with what ends it; their probabilities add up to at most 1.</param>
/// <param name="Scores">The same, divided as <see cref="ScoreNormalization"/> says.</param>
/// <param name="Order">The numbers of the candidates, from 0, by descending score; of equals the first comes first.</param>
/// <param name="Usage">What the call took.</param>
public sealed record CandidateScores(
    ImmutableArray<double> LogLikelihoods, ImmutableArray<double> Scores, ImmutableArray<int> Order, EngineUsage Usage)
{
    /// <summary>The probability of each candidate given that one of them is written: the softmax of <see cref="LogLikelihoods"/>.</summary>
    public ImmutableArray<double> Posterior()
    {
        var highest = LogLikelihoods.DefaultIfEmpty().Max();
        var weights = LogLikelihoods.Select(likelihood => Math.Exp(likelihood - highest)).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
