using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>What to export, and how.</summary>
public sealed record ExportOptions
{
    /// <summary>The dataset folder.</summary>
    public required string Dataset { get; init; }

    /// <summary>The folder for the training files; it must be absent or empty.</summary>
    public required string Output { get; init; }

    /// <summary>The subtasks that are known.</summary>
    public required SubtaskSet Subtasks { get; init; }

    /// <summary>The name of the format; one of <see cref="DatasetExporter.Formats"/>.</summary>
    public string Format { get; init; } = "alpaca";

    /// <summary>Whether the fixed instruction of a subtask stands before the prompt.</summary>
    public bool WithInstruction { get; init; } = true;
}
