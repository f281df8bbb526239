using System.Collections.Immutable;

namespace Itdr.Evaluation;

/// <summary>An answer among the worst of its cell, with all that a reader needs to see why.</summary>
/// <param name="Id">The id of the instance.</param>
/// <param name="UserTurn">What the model was asked: the instruction and the prompt.</param>
/// <param name="Expected">The label of the known answer.</param>
/// <param name="Text">What the model wrote, or null if it gave no text.</param>
public sealed record WorstAnswer(string Id, string UserTurn, string Expected, string? Text)
{
    /// <summary>What was read, as the JSON of the answer; null if the text could not be read.</summary>
    public string? Parsed { get; init; }

    /// <summary>Why the text could not be read, or null if it was.</summary>
    public string? Failure { get; init; }

    /// <summary>What was overlooked when it was read.</summary>
    public ImmutableArray<Repair> Repairs { get; init; } = [];

    /// <summary>The answer's own score by each metric that has one for it.</summary>
    public IReadOnlyList<(string Metric, double Score)> Scores { get; init; } = [];
}
