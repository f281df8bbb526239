using LLama.Native;

namespace LLama.Abstractions;

public interface IContextParams
{
    uint? ContextSize { get; }

    uint BatchSize { get; }

    uint UBatchSize { get; }

    uint SeqMax { get; }

    int? Threads { get; }

    int? BatchThreads { get; }

    GGMLType? TypeK { get; }

    GGMLType? TypeV { get; }

    bool? FlashAttention { get; }

    bool? KVUnified { get; }
}
