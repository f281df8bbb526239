namespace Itdr.LLamaSharp.Tests;

/// <summary>
/// A test on real llama.cpp. It is skipped where the environment names no folder with the native libraries, but never
/// in CI, which installs them: there it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LlamaFactAttribute : FactAttribute
{
    public LlamaFactAttribute(bool onStories = false)
    {
        Skip = onStories && Models.Stories is null
            ? "The model ../shared/models/stories260K/stories260K.gguf beside the repository is absent."
            : Models.Missing;
    }
}
