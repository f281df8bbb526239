namespace Itdr.LLamaSharp;

/// <summary>What a model is computed on.</summary>
/// <param name="OnGpu">Whether layers are on a GPU.</param>
/// <param name="Description">What llama.cpp says about it, for people.</param>
public sealed record LLamaDevice(bool OnGpu, string Description);
