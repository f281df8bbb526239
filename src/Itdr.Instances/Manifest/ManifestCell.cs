namespace Itdr.Instances;

/// <summary>A cell: one subtask made from one source.</summary>
public sealed record ManifestCell
{
    /// <summary>The id of the subtask.</summary>
    public required string Subtask { get; init; }

    /// <summary>The name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The version of the subtask's wording.</summary>
    public required int Version { get; init; }

    /// <summary>The hash of the subtask's templates; see <see cref="SubtaskDescriptor.TemplateHash"/>.</summary>
    public required string TemplateHash { get; init; }

    /// <summary>The thresholds of the recipe, by name.</summary>
    public required SortedDictionary<string, string> Settings { get; init; }

    /// <summary>How many eligible users (items) were taken: all there are, or as many as the limit allows.</summary>
    public required long Eligible { get; init; }

    /// <summary>How many instances stand in each split, by the name of the split.</summary>
    public required SortedDictionary<string, long> Instances { get; init; }

    /// <summary>How many instances were dropped or refused, by reason.</summary>
    public SortedDictionary<string, long> Dropped { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The models that wrote labels of the cell, in the order in which they began; null where none did.</summary>
    public IReadOnlyList<ManifestTeacher>? Teachers { get; init; }
}
