using LLama.Abstractions;
using LLama.Native;
using Microsoft.Extensions.Logging;

namespace LLama;

public sealed class LLamaContext : IDisposable
{
    public LLamaContext(LLamaWeights model, IContextParams @params, ILogger? logger = null)
    {
        _ = logger;
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(@params);
        var native = LLamaLibrary.llama_context_default_params();
        native.n_ctx = @params.ContextSize ?? 0;
        native.n_batch = @params.BatchSize;
        native.n_ubatch = @params.UBatchSize;
        native.n_seq_max = @params.SeqMax;
        native.n_threads = @params.Threads ?? Math.Max(Environment.ProcessorCount / 2, 1);
        native.n_threads_batch = @params.BatchThreads ?? Math.Max(Environment.ProcessorCount / 2, 1);
        native.type_k = @params.TypeK ?? GGMLType.GGML_TYPE_F16;
        native.type_v = @params.TypeV ?? GGMLType.GGML_TYPE_F16;
        native.flash_attn_type = @params.FlashAttention switch { true => 1, false => 0, null => -1 };
        native.kv_unified = @params.KVUnified ?? true ? (byte)1 : (byte)0;
        NativeHandle = new SafeLLamaContextHandle(model.NativeHandle, LLamaLibrary.llama_init_from_model(model.NativeHandle.Pointer, native));
    }

    public SafeLLamaContextHandle NativeHandle { get; }

    public void Dispose() => NativeHandle.Dispose();
}
