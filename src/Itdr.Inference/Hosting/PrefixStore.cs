namespace Itdr.Inference;

/// <summary>
/// Keeps the decoded fronts of prompts, instructions above all, in sequences of their own, so that calls of several
/// subtasks in turn do not decode them again. The one used longest ago gives way.
/// </summary>
internal sealed class PrefixStore
{
    private readonly ITokenEngine engine;
    private readonly int maxTokens;
    private readonly LinkedList<Entry> entries = [];
    private readonly Stack<int> free = [];

    public PrefixStore(ITokenEngine engine, int firstSequence, int sequences, int maxTokens)
    {
        this.engine = engine;
        this.maxTokens = maxTokens;
        for (var index = sequences - 1; index >= 0; index--)
        {
            free.Push(firstSequence + index);
        }
    }

    /// <summary>Puts the longest stored front of a prompt into an empty lane's trunk, if it is longer than what the lane holds of it.</summary>
    public void Restore(Lane lane, ReadOnlySpan<int> prompt)
    {
        var held = lane.Trunk.Tokens[..lane.Trunk.Decoded].CommonPrefixLength(prompt);
        LinkedListNode<Entry>? best = null;
        for (var node = entries.First; node is not null; node = node.Next)
        {
            var tokens = node.Value.Tokens;
            if (tokens.Length > held && prompt.StartsWith(tokens))
            {
                held = tokens.Length;
                best = node;
            }
        }

        if (best is null)
        {
            return;
        }

        entries.Remove(best);
        entries.AddFirst(best);
        lane.Trunk.Clear();
        lane.CopyIn(best.Value.Sequence);
        lane.Trunk.Adopt(best.Value.Tokens);
    }

    /// <summary>Stores the front of a trunk, unless it is there already or takes too many cells.</summary>
    public void Keep(Lane lane, int length)
    {
        if (length == 0 || length > lane.Trunk.Decoded || length > maxTokens)
        {
            return;
        }

        var front = lane.Trunk.Tokens[..length];
        foreach (var entry in entries)
        {
            if (front.SequenceEqual(entry.Tokens))
            {
                return;
            }
        }

        while (entries.Count > 0 && (free.Count == 0 || Stored() + length > maxTokens))
        {
            DropOldest();
        }

        if (free.TryPop(out var sequence))
        {
            lane.CopyOut(sequence);
            engine.Truncate(sequence, length);
            entries.AddFirst(new Entry(sequence, front.ToArray()));
        }
    }

    /// <summary>Forgets everything: after a failure of the engine.</summary>
    public void Clear()
    {
        while (entries.Count > 0)
        {
            DropOldest();
        }
    }

    private int Stored() => entries.Sum(entry => entry.Tokens.Length);

    private void DropOldest()
    {
        var oldest = entries.Last!.Value;
        entries.RemoveLast();
        engine.Truncate(oldest.Sequence, 0);
        free.Push(oldest.Sequence);
    }

    private sealed record Entry(int Sequence, int[] Tokens);
}
