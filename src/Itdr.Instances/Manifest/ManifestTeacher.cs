namespace Itdr.Instances;

/// <summary>A model that wrote labels of a cell.</summary>
public sealed record ManifestTeacher
{
    /// <summary>The name of the model, as its server knows it.</summary>
    public required string Name { get; init; }

    /// <summary>The hash of the subtask's templates when it was asked; see <see cref="SubtaskDescriptor.TemplateHash"/>.</summary>
    public required string TemplateHash { get; init; }

    /// <summary>How many labels of the cell it wrote.</summary>
    public required long Labels { get; init; }

    /// <summary>How many of its answers are no label, by reason, in the run that wrote labels last.</summary>
    public SortedDictionary<string, long> Refused { get; init; } = new(StringComparer.Ordinal);
}
