namespace Itdr;

/// <summary>How far a batch is.</summary>
/// <param name="Done">How many tasks are through.</param>
/// <param name="Failed">How many of them have no answer.</param>
/// <param name="InputTokens">The tokens of their prompts, as far as known.</param>
/// <param name="OutputTokens">The tokens of their answers, as far as known.</param>
public readonly record struct BatchProgress(long Done, long Failed, long InputTokens, long OutputTokens);
