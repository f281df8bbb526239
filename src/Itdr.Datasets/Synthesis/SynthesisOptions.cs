namespace Itdr.Datasets;

/// <summary>What to invent.</summary>
public sealed record SynthesisOptions
{
    /// <summary>The name of the source whose format is wanted; one of <see cref="DatasetSynthesizer.Sources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The folder for the files; it must be absent or empty.</summary>
    public required string Output { get; init; }

    /// <summary>How many people to invent, from 1; 200 if not said.</summary>
    public int Users { get; init; } = 200;

    /// <summary>What decides everything drawn; 42 if not said.</summary>
    public long Seed { get; init; } = 42;
}
