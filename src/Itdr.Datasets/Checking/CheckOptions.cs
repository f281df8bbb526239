using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>What to check.</summary>
public sealed record CheckOptions
{
    /// <summary>The dataset folder.</summary>
    public required string Dataset { get; init; }

    /// <summary>The subtasks that are known.</summary>
    public required SubtaskSet Subtasks { get; init; }

    /// <summary>How many findings of a rule are told one by one, from 0; the others are only counted.</summary>
    public int Examples { get; init; } = 3;
}
