namespace Itdr.Instances;

/// <summary>A source that was read.</summary>
public sealed record ManifestSource
{
    /// <summary>The name of the source.</summary>
    public required string Name { get; init; }

    /// <summary>What may be done with it, in one line.</summary>
    public string? Licence { get; init; }

    /// <summary>The raw files, in the ordinal order of their names.</summary>
    public required IReadOnlyList<ManifestSourceFile> Files { get; init; }
}
