namespace Itdr.Instances;

/// <summary>The options of a build that decide its bytes.</summary>
public sealed record ManifestOptions
{
    /// <summary>The most instances of a cell.</summary>
    public required int Limit { get; init; }

    /// <summary>The shares of train, val and test, such as <c>8:1:1</c>.</summary>
    public required string Split { get; init; }

    /// <summary>What decides the split of an instance.</summary>
    public required SplitBy SplitBy { get; init; }

    /// <summary>How negatives are drawn: <c>uniform</c>, <c>popularity</c> or <c>same-category</c>, or <c>default</c> where each cell says it.</summary>
    public required string Negatives { get; init; }
}
