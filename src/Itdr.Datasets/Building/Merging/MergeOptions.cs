namespace Itdr.Datasets;

/// <summary>What to merge.</summary>
public sealed record MergeOptions
{
    /// <summary>The folders of all shards of one dataset, in any order.</summary>
    public required IReadOnlyList<string> Shards { get; init; }

    /// <summary>The folder to write, which must not exist or be empty.</summary>
    public required string Output { get; init; }
}
