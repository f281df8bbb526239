using Itdr.Inference;
using Itdr.LLamaSharp.Files;
using Itdr.LLamaSharp.Tokens;
using LLama;
using LLama.Native;

namespace Itdr.LLamaSharp;

/// <summary>
/// A language model from a GGUF file, in this process, by llama.cpp. One thread at a time may use it; give it to an
/// <see cref="EngineHost"/>. LLamaSharp lets one decode call run at a time in the whole process, so several engines
/// take turns.
/// </summary>
public sealed class LLamaTokenEngine : ITokenEngine
{
    private readonly LLamaWeights weights;
    private readonly LLamaContext context;
    private readonly VocabularyBytes vocabulary;
    private readonly SeamTokenizer tokenizer;
    private readonly LoraSet adapters;
    private readonly GgufFile file;
    private readonly EngineBatch batch = new();
    private readonly int[] lengths;

    internal LLamaTokenEngine(LLamaWeights weights, LLamaContext context, GgufFile file, LLamaSharpOptions options, LLamaDevice device)
    {
        (this.weights, this.context, this.file, Device) = (weights, context, file, device);
        vocabulary = new VocabularyBytes(weights);
        tokenizer = new SeamTokenizer(weights, vocabulary);
        Chat = new ChatFrame(weights, tokenizer, options.ChatTemplate, file.Path);
        Frame = Chat.Around(["user"], []);
        EndToken = FindEnd();
        Limits = EngineLimits.Of(weights, context, file, options, device);
        lengths = new int[Limits.MaxSequences];
        adapters = new LoraSet(weights, context, file);
        adapters.Set([.. options.Adapters]);
    }

    /// <inheritdoc/>
    public TokenEngineLimits Limits { get; }

    /// <inheritdoc/>
    public int VocabularySize => vocabulary.Count;

    /// <inheritdoc/>
    public PromptFrame Frame { get; }

    /// <inheritdoc/>
    public int EndToken { get; }

    /// <summary>What the model is computed on.</summary>
    public LLamaDevice Device { get; }

    /// <summary>The number of the model's parameters.</summary>
    public long Parameters => (long)weights.NativeHandle.ParameterCount;

    /// <summary>
    /// The hashes of the templates that the model or an adapter was trained with, by the id of the subtask: the
    /// metadata keys <c>itdr.template.ID</c> of the GGUF files, an adapter's before the model's.
    /// </summary>
    public IReadOnlyDictionary<string, string> TemplateHashes => TrainedTemplates.Read([file, .. adapters.Files]);

    internal ChatFrame Chat { get; }

    /// <summary>The name of the model's file.</summary>
    internal string Name => Path.GetFileName(file.Path);

    /// <inheritdoc/>
    public bool IsEnd(int token) => vocabulary.IsEnd(token);

    /// <inheritdoc/>
    public void Tokenize(ReadOnlySpan<char> text, List<int> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        foreach (var token in tokenizer.Plain(text.ToString()))
        {
            tokens.Add((int)token);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Bytes(int token) => vocabulary.Of(token);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sequence.</exception>
    public int Add(int token, int position, ReadOnlySpan<int> sequences, bool wantLogits)
    {
        foreach (var sequence in sequences)
        {
            // llama.cpp would decode it: with one cache for all, it knows no bound but its own 256.
            ArgumentOutOfRangeException.ThrowIfNegative(sequence, nameof(sequences));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, lengths.Length, nameof(sequences));
        }

        return batch.Add(token, position, sequences, wantLogits);
    }

    /// <inheritdoc/>
    public bool Decode()
    {
        try
        {
            var result = context.NativeHandle.Decode(batch.Fill());
            switch (result)
            {
                case DecodeResult.Ok:
                    batch.MarkDecoded(lengths);
                    return true;
                case DecodeResult.NoKvSlot:
                    return false;
                default:
                    throw new TokenEngineException(TokenEngineError.Failed,
                        $"llama.cpp failed to decode {batch.Count} tokens: {result}; its log says why. A smaller context or batch takes less memory.");
            }
        }
        finally
        {
            batch.Clear();
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Logits(int row) => context.NativeHandle.GetLogitsIth(row);

    /// <inheritdoc/>
    public void Copy(int from, int to)
    {
        // Only what the target lacks: llama.cpp counts a cell that it gives to a sequence twice, and then never sees it gone.
        if (lengths[to] < lengths[from])
        {
            context.NativeHandle.MemorySequenceCopy((LLamaSeqId)from, (LLamaSeqId)to, lengths[to], -1);
            lengths[to] = lengths[from];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="TokenEngineException">The model keeps a state that cannot be taken back to there.</exception>
    public void Truncate(int sequence, int fromPosition)
    {
        if (lengths[sequence] <= fromPosition)
        {
            return;
        }

        context.NativeHandle.MemorySequenceRemove((LLamaSeqId)sequence, fromPosition, -1);

        // LLamaSharp drops llama.cpp's answer whether it could.
        if (context.NativeHandle.MemorySequenceMaxPosition((LLamaSeqId)sequence).Value >= fromPosition)
        {
            throw new TokenEngineException(TokenEngineError.Failed,
                $"llama.cpp could not remove the tokens from {fromPosition} on; the model keeps a state that cannot be taken back.");
        }

        lengths[sequence] = fromPosition;
    }

    /// <summary>
    /// Replaces the adapters and empties the cache, since what it holds was computed with the old ones. Use
    /// <see cref="LoraExtensions.SetAdaptersAsync"/> where a host owns the engine.
    /// </summary>
    /// <param name="settings">The adapters from now on; none for the model alone.</param>
    /// <exception cref="LLamaSharpException">A file is no adapter for this model; the adapters are as they were.</exception>
    public void SetAdapters(IReadOnlyList<LoraSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        adapters.Set(settings);
        context.NativeHandle.MemoryClear();
        Array.Clear(lengths);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        context.Dispose();
        weights.Dispose();
    }

    private int FindEnd()
    {
        var words = weights.Vocab;
        var end = Chat.HasTemplate ? words.EOT ?? words.EOS : words.EOS ?? words.EOT;
        return end is { } token && vocabulary.IsEnd((int)token)
            ? (int)token
            : throw new LLamaSharpException(LLamaSharpError.NotAModel, $"{file.Path} names no token that ends a text; convert the model again with its tokenizer.");
    }
}
