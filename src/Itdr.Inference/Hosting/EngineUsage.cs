namespace Itdr.Inference;

/// <summary>What a call took.</summary>
/// <param name="PromptTokens">The tokens of the prompt with its frame.</param>
/// <param name="ReusedTokens">How many of them were in the cache already.</param>
/// <param name="OutputTokens">The tokens of the answer, forced ones among them.</param>
/// <param name="DecodedTokens">The tokens that were decoded for the call, on speculation or not.</param>
/// <param name="DecodeCalls">The decode calls that the call took part in; several calls may share one.</param>
public sealed record EngineUsage(int PromptTokens, int ReusedTokens, int OutputTokens, int DecodedTokens, int DecodeCalls)
{
    /// <summary>The time that the call waited for its turn.</summary>
    public TimeSpan Queued { get; init; }

    /// <summary>The time from the call's turn to its end.</summary>
    public TimeSpan Elapsed { get; init; }
}
