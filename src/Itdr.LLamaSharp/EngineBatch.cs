using LLama.Native;

namespace Itdr.LLamaSharp;

/// <summary>
/// The tokens of the next decode call. LLamaSharp pins all that a batch ever held at each call, so one that once took
/// a prompt makes every later step dear; short calls have a batch of their own.
/// </summary>
internal sealed class EngineBatch
{
    /// <summary>What a batch of LLamaSharp holds before it grows.</summary>
    private const int Short = 128;

    private readonly List<(int Token, int Position, int First, int Count, bool WantLogits)> tokens = [];
    private readonly List<LLamaSeqId> sequences = [];
    private readonly LLamaBatch shortBatch = new();
    private readonly LLamaBatch longBatch = new();

    public int Count => tokens.Count;

    public int Add(int token, int position, ReadOnlySpan<int> members, bool wantLogits)
    {
        tokens.Add((token, position, sequences.Count, members.Length, wantLogits));
        foreach (var member in members)
        {
            sequences.Add((LLamaSeqId)member);
        }

        return tokens.Count - 1;
    }

    /// <summary>The batch as LLamaSharp takes it; rows have the numbers that <see cref="Add"/> gave.</summary>
    public LLamaBatch Fill()
    {
        var batch = tokens.Count <= Short ? shortBatch : longBatch;
        batch.Clear();
        var members = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sequences);
        foreach (var (token, position, first, count, wantLogits) in tokens)
        {
            batch.Add(token, position, members.Slice(first, count), wantLogits);
        }

        return batch;
    }

    /// <summary>Tells each sequence of each token the position after it.</summary>
    public void MarkDecoded(int[] lengths)
    {
        foreach (var (_, position, first, count, _) in tokens)
        {
            for (var index = first; index < first + count; index++)
            {
                lengths[sequences[index].Value] = position + 1;
            }
        }
    }

    public void Clear()
    {
        tokens.Clear();
        sequences.Clear();
    }
}
