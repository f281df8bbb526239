namespace Itdr.Cli.Running;

/// <summary>A model in process as the command line names it.</summary>
/// <param name="Model">Its GGUF file.</param>
/// <param name="Adapter">The GGUF file of an adapter, or null for none.</param>
/// <param name="Natives">The folder with llama.cpp's libraries, or null for those that come with the tool.</param>
/// <param name="Context">The tokens that each prompt and its answer may take, or null for the model's own.</param>
/// <param name="Threads">The threads that compute on a CPU, or null for one for each core.</param>
/// <param name="Lanes">How many tasks are answered side by side.</param>
internal sealed record GgufChoice(string Model, string? Adapter, string? Natives, int? Context, int? Threads, int Lanes);
