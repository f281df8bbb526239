using Itdr.LLamaSharp.Tests.Gguf;
using Itdr.Testing;

namespace Itdr.LLamaSharp.Tests;

/// <summary>The models and adapters that the tests write once, in a folder of their own.</summary>
public sealed class WrittenModel : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public WrittenModel()
    {
        Plain = RandomLlama.Tiny.Write(folder["plain.gguf"], Models.Vocabulary);
        Chat = (RandomLlama.Tiny with { Template = RandomLlama.ChatTemplate }).Write(folder["chat.gguf"], Models.Vocabulary);
        Adapter = RandomLlama.Tiny.WriteAdapter(folder["adapter.gguf"]);
        OtherAdapter = RandomLlama.Tiny.WriteAdapter(folder["other.gguf"], seed: 10);
    }

    /// <summary>A model without a chat template.</summary>
    public string Plain { get; }

    /// <summary>The same model with one.</summary>
    public string Chat { get; }

    public string Adapter { get; }

    public string OtherAdapter { get; }

    public string File(string name) => folder[name];

    public void Dispose() => folder.Dispose();
}
