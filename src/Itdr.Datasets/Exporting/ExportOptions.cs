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

    /// <summary>Whether the fixed instruction of a subtask stands before the prompt; it concerns every split.</summary>
    public bool WithInstruction { get; init; } = true;

    /// <summary>What to leave out: ids of subtasks, or the root tasks <c>user-item-interaction</c> (<c>uii</c>) and <c>user-item-understanding</c> (<c>uiu</c>).</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The part of the rows of each cell to take, above 0 and at most 1. A smaller part is contained in every larger one.</summary>
    public decimal Fraction { get; init; } = 1;

    /// <summary>Whether <see cref="Without"/> and <see cref="Fraction"/> concern val and test too; otherwise train alone.</summary>
    public bool AllSplits { get; init; }
}
