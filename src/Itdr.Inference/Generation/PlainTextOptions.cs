using System.Collections.Immutable;

namespace Itdr.Inference;

/// <summary>How a text is written that no subtask describes, such as a chat's answer.</summary>
public sealed record PlainTextOptions
{
    /// <summary>How the text is drawn; its own bound on tokens is not used.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Greedy;

    /// <summary>The most tokens, at least 1; 512 if not set.</summary>
    public int MaxTokens { get; init; } = 512;

    /// <summary>Texts that end the answer and are no part of it; none if not set.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>Whether the answer is one JSON object, which is enforced byte by byte.</summary>
    public bool IsJson { get; init; }

    internal void Validate()
    {
        Sampling.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTokens, 1);
        if (Stops.Contains("", StringComparer.Ordinal))
        {
            throw new ArgumentException("A text that ends the answer is empty; give each at least one character.");
        }
    }
}

/// <summary>Why a plain text ended.</summary>
public enum PlainTextEnd
{
    /// <summary>The model ended its turn, or its JSON object is whole.</summary>
    Turn,

    /// <summary>The model wrote a text that ends the answer.</summary>
    Stop,

    /// <summary>The tokens allowed, or the context, were used up.</summary>
    Length,
}

/// <summary>A plain text that a model wrote.</summary>
/// <param name="Text">The text.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Usage">What the call took.</param>
public sealed record PlainOutput(string Text, PlainTextEnd End, EngineUsage Usage);
