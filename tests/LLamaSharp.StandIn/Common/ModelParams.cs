using LLama.Abstractions;
using LLama.Native;

namespace LLama.Common;

public record ModelParams : ILLamaParams
{
    public ModelParams(string modelPath)
    {
        ModelPath = modelPath;

        // LLamaSharp asks the native library for the number of devices here, so the library is loaded from now on.
        NativeApi.llama_empty_call();
    }

    public uint? ContextSize { get; set; }

    public int MainGpu { get; set; }

    public int GpuLayerCount { get; set; } = 20;

    public uint SeqMax { get; set; } = 1;

    public bool UseMemorymap { get; set; } = true;

    public bool UseMemoryLock { get; set; }

    public string ModelPath { get; set; }

    public int? Threads { get; set; }

    public int? BatchThreads { get; set; }

    public uint BatchSize { get; set; } = 512;

    public uint UBatchSize { get; set; } = 512;

    public GGMLType? TypeK { get; set; }

    public GGMLType? TypeV { get; set; }

    public bool? FlashAttention { get; set; }

    public bool? KVUnified { get; set; }
}
