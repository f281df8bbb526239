namespace Itdr.LLamaSharp;

/// <summary>An adapter of low rank on top of a model.</summary>
/// <param name="Path">Its GGUF file.</param>
/// <param name="Scale">How much of it is added; 1 is what it was trained for, 0 leaves the model as it is.</param>
public sealed record LoraSetting(string Path, float Scale = 1);
