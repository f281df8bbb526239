using System.Collections.Immutable;

namespace Itdr.Inference;

/// <summary>A text that a model wrote under a constraint.</summary>
/// <param name="Text">The text; it is within the constraint.</param>
/// <param name="Tokens">The tokens that were walked: those of the text, and perhaps of what ended its last part.</param>
/// <param name="LogProbability">The natural logarithm of the text's probability among the tokens that the constraint left possible at each step.</param>
/// <param name="SmallestMargin">The smallest distance of log-probability between the best and the second-best token at a choice of a closed set; infinite if there was none.</param>
/// <param name="Usage">What the call took.</param>
public sealed record EngineOutput(
    string Text, ImmutableArray<int> Tokens, double LogProbability, double SmallestMargin, EngineUsage Usage);
