using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>What to measure.</summary>
public sealed record StatisticsOptions
{
    /// <summary>The dataset folder.</summary>
    public required string Dataset { get; init; }

    /// <summary>The subtasks that are known.</summary>
    public required SubtaskSet Subtasks { get; init; }
}
