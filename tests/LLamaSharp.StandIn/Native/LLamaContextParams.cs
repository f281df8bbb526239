using System.Runtime.InteropServices;

namespace LLama.Native;

/// <summary>llama_context_params of build b9842, 160 bytes; LLamaSharp's own is that of b9298, with two fields less.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LLamaContextParams
{
    public uint n_ctx;
    public uint n_batch;
    public uint n_ubatch;
    public uint n_seq_max;
    public uint n_rs_seq;
    internal uint n_outputs_max;
    public int n_threads;
    public int n_threads_batch;
    internal int context_type;
    internal int rope_scaling_type;
    internal int pooling_type;
    internal int attention_type;
    internal int flash_attn_type;
    public float rope_freq_base;
    public float rope_freq_scale;
    public float yarn_ext_factor;
    public float yarn_attn_factor;
    public float yarn_beta_fast;
    public float yarn_beta_slow;
    public uint yarn_orig_ctx;
    public float defrag_threshold;
    public nint cb_eval;
    public nint cb_eval_user_data;
    public GGMLType type_k;
    public GGMLType type_v;
    public nint abort_callback;
    public nint abort_callback_user_data;
    internal byte embeddings;
    internal byte offload_kqv;
    internal byte no_perf;
    internal byte op_offload;
    internal byte swa_full;
    internal byte kv_unified;
    public nint samplers;
    public nuint n_samplers;
    internal nint ctx_other;
}
