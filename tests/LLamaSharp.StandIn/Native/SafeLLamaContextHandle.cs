using LLama.Exceptions;

namespace LLama.Native;

public sealed unsafe class SafeLLamaContextHandle : SafeLLamaHandleBase
{
    private static readonly Lock OneDecodeAtATime = new();

    private readonly SafeLlamaModelHandle model;

    internal SafeLLamaContextHandle(SafeLlamaModelHandle model, nint handle)
        : base(handle)
    {
        this.model = model;
        var added = false;
        model.DangerousAddRef(ref added);
    }

    public uint ContextSize => LLamaLibrary.llama_n_ctx(Pointer);

    public uint BatchSize => LLamaLibrary.llama_n_batch(Pointer);

    public uint UBatchSize => LLamaLibrary.llama_n_ubatch(Pointer);

    public uint MaxSeq => LLamaLibrary.llama_n_seq_max(Pointer);

    public bool MemoryCanShift => LLamaLibrary.llama_memory_can_shift(Memory) != 0;

    private nint Pointer => !IsClosed ? handle : throw new ObjectDisposedException(nameof(SafeLLamaContextHandle));

    private nint Memory => LLamaLibrary.llama_get_memory(Pointer);

    public DecodeResult Decode(LLamaBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.TokenCount == 0)
        {
            return DecodeResult.Ok;
        }

        lock (OneDecodeAtATime)
        {
            return (DecodeResult)batch.Decode(Pointer);
        }
    }

    public Span<float> GetLogitsIth(int i)
    {
        var logits = LLamaLibrary.llama_get_logits_ith(Pointer, i);
        return logits is not null ? new Span<float>(logits, model.Vocab.Count) : throw new GetLogitsInvalidIndexException(i);
    }

    public void MemoryClear(bool data = true) => LLamaLibrary.llama_memory_clear(Memory, data ? (byte)1 : (byte)0);

    public void MemorySequenceRemove(LLamaSeqId seq, LLamaPos p0, LLamaPos p1) =>
        LLamaLibrary.llama_memory_seq_rm(Memory, seq.Value, p0.Value, p1.Value);

    public void MemorySequenceCopy(LLamaSeqId src, LLamaSeqId dest, LLamaPos p0, LLamaPos p1) =>
        LLamaLibrary.llama_memory_seq_cp(Memory, src.Value, dest.Value, p0.Value, p1.Value);

    public LLamaPos MemorySequenceMaxPosition(LLamaSeqId seq) => LLamaLibrary.llama_memory_seq_pos_max(Memory, seq.Value);

    public void SetLoraAdapters(params Span<(LoraAdapter Adapter, float Scale)> adapters)
    {
        var pointers = new nint[adapters.Length];
        var scales = new float[adapters.Length];
        for (var index = 0; index < pointers.Length; index++)
        {
            var (adapter, scale) = adapters[index];
            if (adapter.Model != model || !adapter.Loaded)
            {
                throw new ArgumentException("The adapter is unloaded or another model's.", nameof(adapters));
            }

            (pointers[index], scales[index]) = (adapter.Pointer, scale);
        }

        fixed (nint* pointer = pointers)
        fixed (float* scale = scales)
        {
            _ = LLamaLibrary.llama_set_adapters_lora(Pointer, pointer, (nuint)pointers.Length, scale);
        }
    }

    protected override bool ReleaseHandle()
    {
        LLamaLibrary.llama_free(handle);
        model.DangerousRelease();
        return true;
    }
}
