namespace Itdr;

/// <summary>What an answer took.</summary>
public sealed record AnswerUsage
{
    /// <summary>The tokens of the prompt, or null if unknown.</summary>
    public int? InputTokens { get; init; }

    /// <summary>How many of <see cref="InputTokens"/> were at hand from an earlier call, or null if unknown.</summary>
    public int? CachedInputTokens { get; init; }

    /// <summary>The tokens of the answer, or null if unknown.</summary>
    public int? OutputTokens { get; init; }

    /// <summary>How often the question was put again because an answer could not be read; their tokens are counted above.</summary>
    public int Reasked { get; init; }

    /// <summary>The time that the call waited for its turn, or null if unknown.</summary>
    public TimeSpan? Queued { get; init; }

    /// <summary>The time from the call's turn to its end, or null if unknown.</summary>
    public TimeSpan? Elapsed { get; init; }
}
