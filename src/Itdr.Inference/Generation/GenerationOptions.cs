namespace Itdr.Inference;

/// <summary>How a text is generated under a constraint.</summary>
public sealed record GenerationOptions
{
    /// <summary>How free text is drawn.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Greedy;

    /// <summary>How rankings are made.</summary>
    public RankingMethod Ranking { get; init; } = RankingMethod.Walk;

    /// <summary>What scores are divided by where <see cref="Ranking"/> is <see cref="RankingMethod.Scores"/>.</summary>
    public ScoreNormalization Normalization { get; init; } = ScoreNormalization.Sum;
}
