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

    /// <summary>The most entries of a list of values, at least 1, the default 100; a list that has as many ends there. Rankings are as long as their candidates say.</summary>
    public int MaxListEntries { get; init; } = 100;

    internal void Validate()
    {
        Sampling.Validate();
        if (MaxListEntries < 1)
        {
            throw new ArgumentException($"A list may have {MaxListEntries} entries; it needs at least 1.");
        }
    }
}
