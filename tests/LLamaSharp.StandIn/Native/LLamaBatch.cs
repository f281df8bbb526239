using System.Runtime.InteropServices;

namespace LLama.Native;

public class LLamaBatch
{
    private readonly List<int> tokens = [];
    private readonly List<int> positions = [];
    private readonly List<int> counts = [];
    private readonly List<int> sequences = [];
    private readonly List<sbyte> logits = [];

    public int TokenCount => tokens.Count;

    public int Add(LLamaToken token, LLamaPos pos, ReadOnlySpan<LLamaSeqId> sequences, bool logits)
    {
        tokens.Add((int)token);
        positions.Add(pos.Value);
        counts.Add(sequences.Length);
        foreach (var sequence in sequences)
        {
            this.sequences.Add(sequence.Value);
        }

        this.logits.Add(logits ? (sbyte)1 : (sbyte)0);
        return tokens.Count - 1;
    }

    public void Clear()
    {
        tokens.Clear();
        positions.Clear();
        counts.Clear();
        sequences.Clear();
        logits.Clear();
    }

    internal unsafe int Decode(nint context)
    {
        var starts = new nint[tokens.Count];
        fixed (int* token = CollectionsMarshal.AsSpan(tokens), position = CollectionsMarshal.AsSpan(positions), count = CollectionsMarshal.AsSpan(counts), sequence = CollectionsMarshal.AsSpan(sequences))
        fixed (sbyte* wanted = CollectionsMarshal.AsSpan(logits))
        fixed (nint* start = starts)
        {
            var next = sequence;
            for (var index = 0; index < starts.Length; index++)
            {
                start[index] = (nint)next;
                next += count[index];
            }

            return LLamaLibrary.llama_decode(context, new NativeBatch
            {
                Count = tokens.Count,
                Tokens = token,
                Positions = position,
                SequenceCounts = count,
                Sequences = (int**)start,
                Logits = wanted,
            });
        }
    }
}
