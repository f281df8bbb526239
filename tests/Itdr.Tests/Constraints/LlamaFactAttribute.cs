namespace Itdr.Tests.Constraints;

/// <summary>A test that needs llama.cpp and is skipped, with the reason, where it is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LlamaFactAttribute : FactAttribute
{
    public LlamaFactAttribute() => Skip = LlamaGrammar.Missing;
}
