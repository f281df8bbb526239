namespace Itdr.Datasets;

/// <summary>How far a teacher has come.</summary>
/// <param name="Done">How many instances are through, the journal's among them.</param>
/// <param name="Total">How many instances had no label.</param>
/// <param name="InputTokens">The tokens of prompts in this run.</param>
/// <param name="OutputTokens">The tokens of answers in this run.</param>
public readonly record struct LabelProgress(long Done, long Total, long InputTokens, long OutputTokens);
