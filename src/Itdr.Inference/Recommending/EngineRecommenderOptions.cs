namespace Itdr.Inference;

/// <summary>How an <see cref="EngineRecommender"/> asks its model.</summary>
public sealed record EngineRecommenderOptions
{
    /// <summary>How answers are written.</summary>
    public GenerationOptions Generation { get; init; } = new();

    /// <summary>The name of the wording of the prompt, or null for the one without a name, or else the first one declared.</summary>
    public string? Variant { get; init; }
}
