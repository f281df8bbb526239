namespace Itdr.LLamaSharp;

/// <summary>Which model is used in process, and how.</summary>
public sealed class LLamaSharpOptions
{
    /// <summary>llama.cpp's own bound on sequences.</summary>
    internal const int MostSequences = 256;

    /// <summary>The context where neither the options nor the model give a smaller one.</summary>
    internal const int UsualContext = 8192;

    /// <summary>The model's GGUF file; required.</summary>
    public string ModelPath { get; set; } = "";

    /// <summary>How many layers are computed on the GPU; -1, the default, for all. Not used on the CPU.</summary>
    public int GpuLayerCount { get; set; } = -1;

    /// <summary>What computes; <see cref="LLamaBackend.Auto"/> if not set.</summary>
    public LLamaBackend Backend { get; set; }

    /// <summary>The GPU that is used where there are several, from 0.</summary>
    public int MainGpu { get; set; }

    /// <summary>
    /// The tokens that prompts and answers may fill together, those of all lanes and stored prefixes counted; at least
    /// 64. Null, the default, for what the model was trained with, at most 8192.
    /// </summary>
    public int? ContextSize { get; set; }

    /// <summary>The most tokens of one decode call, at least 1; 2048 if not set, and never more than the context.</summary>
    public int BatchSize { get; set; } = 2048;

    /// <summary>How many sequences there are for speculation, lanes and stored prefixes, from 1 to 256; 64 if not set.</summary>
    public int MaxSequences { get; set; } = 64;

    /// <summary>Threads that decode a few tokens; null, the default, for one for each core, or for half of them where there are more than four.</summary>
    public int? Threads { get; set; }

    /// <summary>Threads that decode many tokens; null, the default, for as many as <see cref="Threads"/>.</summary>
    public int? BatchThreads { get; set; }

    /// <summary>
    /// Whether attention is computed in llama.cpp's flash form. Off if not set: on a CPU it makes scores depend on how
    /// tokens were batched, by up to 5e-2 for a model of 1 M parameters and more for quantized ones, so that an order
    /// may turn; and a null of LLamaSharp would leave the choice to llama.cpp, which turns it on.
    /// </summary>
    public bool FlashAttention { get; set; }

    /// <summary>In what numbers decoded tokens are kept.</summary>
    public CachePrecision Cache { get; set; }

    /// <summary>Whether the model's file is mapped into memory instead of read; on if not set.</summary>
    public bool MapFile { get; set; } = true;

    /// <summary>
    /// The chat template: a template's text, or the name of one that llama.cpp knows, such as <c>chatml</c> or
    /// <c>llama3</c>. Null, the default, for the one in the model's file; a model without one is prompted with the
    /// bare text.
    /// </summary>
    public string? ChatTemplate { get; set; }

    /// <summary>Adapters on top of the model; none if not set.</summary>
    public IList<LoraSetting> Adapters { get; } = [];

    /// <summary>
    /// The folder with llama.cpp's native libraries, of the very build that LLamaSharp is made for. Null, the default,
    /// for those of LLamaSharp's backend packages. The first model of a process decides for all.
    /// </summary>
    public string? NativeFolder { get; set; }

    /// <summary>
    /// What decoding one more token on speculation costs, as a share of a decode call. Null, the default, for 0.3 on a
    /// CPU and 0 on a GPU.
    /// </summary>
    public double? SpeculationCost { get; set; }

    /// <summary>What is wrong with the options, one sentence each; empty if nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        Require(ModelPath.Length > 0, "ModelPath is not set; name the model's GGUF file.");
        Require(GpuLayerCount >= -1, $"GpuLayerCount is {GpuLayerCount}; it must be -1 for all layers, or 0 or more.");
        Require(Enum.IsDefined(Backend), $"Backend is {(int)Backend}, which is none.");
        Require(Enum.IsDefined(Cache), $"Cache is {(int)Cache}, which is none.");
        Require(MainGpu >= 0, $"MainGpu is {MainGpu}; it must be 0 or more.");
        Require(ContextSize is not < 64, $"ContextSize is {ContextSize}; it must be 64 or more.");
        Require(BatchSize >= 1, $"BatchSize is {BatchSize}; it must be 1 or more.");
        Require(MaxSequences is >= 1 and <= MostSequences, $"MaxSequences is {MaxSequences}; it must be from 1 to {MostSequences}.");
        Require(Threads is not < 1, $"Threads is {Threads}; it must be 1 or more.");
        Require(BatchThreads is not < 1, $"BatchThreads is {BatchThreads}; it must be 1 or more.");
        Require(Cache != CachePrecision.Bits8 || FlashAttention, "Cache is Bits8, which llama.cpp supports with FlashAttention only; turn that on or choose another.");
        Require(Backend is not (LLamaBackend.Cuda or LLamaBackend.Vulkan or LLamaBackend.Metal) || GpuLayerCount != 0, $"Backend is {Backend} and GpuLayerCount is 0; choose Cpu, or layers for the GPU.");
        Require(SpeculationCost is null or >= 0, $"SpeculationCost is {SpeculationCost}; it must be 0 or more.");
        Require(Adapters.All(adapter => adapter.Path.Length > 0 && float.IsFinite(adapter.Scale)), "An adapter has no path, or a scale that is no finite number.");
        return problems;

        void Require(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }
    }

    /// <summary>Whether the options leave no choice but a GPU.</summary>
    internal bool RequiresGpu => Backend is LLamaBackend.Cuda or LLamaBackend.Vulkan or LLamaBackend.Metal || (Backend == LLamaBackend.Auto && GpuLayerCount > 0);

    internal int UsedThreads => Threads ?? (Environment.ProcessorCount <= 4 ? Environment.ProcessorCount : Environment.ProcessorCount / 2);
}
