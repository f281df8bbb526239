namespace Itdr.Inference;

/// <summary>How free text is drawn. Rankings, choices and numbers always take the most likely token that is possible.</summary>
public sealed record SamplingOptions
{
    /// <summary>The most likely token at every step.</summary>
    public static SamplingOptions Greedy { get; } = new();

    /// <summary>0, the default, takes the most likely token; 1 draws by the model's own probabilities; more is wilder.</summary>
    public double Temperature { get; init; }

    /// <summary>Draws among the most likely tokens whose probabilities add up to this much; above 0 and up to 1, the default.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>Draws among so many most likely tokens, at least 1; null, the default, for all. It bounds what <see cref="TopP"/> chooses from.</summary>
    public int? TopK { get; init; }

    /// <summary>What is taken off a token's logit for each time that the text holds it already; 0, the default, takes off nothing, less than 0 favours repetition.</summary>
    public double FrequencyPenalty { get; init; }

    /// <summary>What is taken off a token's logit once if the text holds it already; 0, the default, takes off nothing, less than 0 favours repetition.</summary>
    public double PresencePenalty { get; init; }

    /// <summary>What the draws of one call depend on; the same seed and the same call give the same text.</summary>
    public long Seed { get; init; }

    /// <summary>The most tokens of one free text, at least 1; a text that does not end within them is an error.</summary>
    public int MaxTextTokens { get; init; } = 512;

    internal void Validate()
    {
        if (!(Temperature >= 0) || double.IsInfinity(Temperature))
        {
            throw new ArgumentException($"The temperature is {Temperature}; it must be 0 or more.");
        }

        if (!(TopP > 0 && TopP <= 1))
        {
            throw new ArgumentException($"Top-p is {TopP}; it must be above 0 and at most 1.");
        }

        if (TopK < 1)
        {
            throw new ArgumentException($"Top-k is {TopK}; it must be at least 1, or null for all tokens.");
        }

        if (!double.IsFinite(FrequencyPenalty) || !double.IsFinite(PresencePenalty))
        {
            throw new ArgumentException($"The penalties are {FrequencyPenalty} for frequency and {PresencePenalty} for presence; they must be numbers.");
        }

        if (MaxTextTokens < 1)
        {
            throw new ArgumentException($"A free text may have {MaxTextTokens} tokens; it needs at least 1.");
        }
    }
}
