namespace Itdr.Inference;

/// <summary>
/// The log-likelihoods of all paths of a trie after what the trunk holds: the inner nodes of the trie are decoded in
/// one batch, in one sequence for each node that has only leaves below it. What does not fit takes further batches.
/// </summary>
internal sealed class TrieScoring(Lane lane, TokenTrie trie)
{
    private readonly Dictionary<TrieNode, double> scores = [];
    private readonly List<Inner> inner = [];
    private double[] rootScores = [];

    /// <summary>The log-likelihood of each item.</summary>
    /// <param name="items">The number of items.</param>
    /// <exception cref="TokenEngineException">The engine has no room.</exception>
    public async ValueTask<double[]> ScoreAsync(int items)
    {
        Collect(trie.Root, -1);
        lane.Trunk.RequirePending();
        var next = await DecodeAsync(0).ConfigureAwait(false);
        while (next < inner.Count)
        {
            next = await DecodeAsync(next).ConfigureAwait(false);
        }

        var result = new double[items];
        Spread(trie.Root, 0, result);
        return result;
    }

    private void Collect(TrieNode node, int parent)
    {
        foreach (var child in node.Children)
        {
            if (!child.IsLeaf)
            {
                inner.Add(new Inner(child, parent));
                Collect(child, inner.Count - 1);
            }
        }
    }

    /// <summary>Decodes nodes from one on, as many as fit, with the nodes above them again, and returns the next one.</summary>
    private async ValueTask<int> DecodeAsync(int from)
    {
        var limits = lane.Engine.Limits;
        var pending = lane.Trunk.Pending;
        var part = Fit(from, limits.MaxBatch - pending);
        if (part.Next < inner.Count && pending > 1 && Fit(from, limits.MaxBatch - 1).Next > part.Next)
        {
            await lane.FlushAsync(1).ConfigureAwait(false);
            part = Fit(from, limits.MaxBatch - 1);
        }

        RequireProgress(from, part);
        await lane.FlushAsync(limits.MaxBatch - part.Nodes.Count).ConfigureAwait(false);
        for (var sequence = 1; sequence < part.Sequences; sequence++)
        {
            lane.Copy(0, sequence);
        }

        var root = lane.AddPending(part.Sequences, wantLogits: rootScores.Length == 0);
        var rows = new int[part.Nodes.Count];
        for (var index = 0; index < rows.Length; index++)
        {
            var (place, first, count) = part.Nodes[index];
            var node = inner[place].Node;
            rows[index] = lane.Add(node.Token, lane.Trunk.Count + node.Depth - 1, first, count, wantLogits: place >= from);
        }

        if (!await lane.DecodeAsync())
        {
            throw LaneDecoding.NoRoom(lane);
        }

        Read(from, part, root, rows);
        Clean(part.Sequences);
        return part.Next;
    }

    private void Clean(int sequences)
    {
        for (var sequence = 1; sequence < sequences; sequence++)
        {
            lane.Truncate(sequence, 0);
        }

        lane.Trunk.Rewind(lane.Trunk.Count - 1);
    }

    private void RequireProgress(int from, Part part)
    {
        if (rootScores.Length > 0 && part.Next == from)
        {
            throw new TokenEngineException(TokenEngineError.TooLong,
                $"A candidate of up to {trie.Longest} tokens cannot be scored in batches of {lane.Engine.Limits.MaxBatch} tokens and {lane.Engine.Limits.MaxLogitRows} rows of logits with {lane.Cells} cells; give the engine larger ones.");
        }
    }

    /// <summary>The nodes from one on that fit in a batch, with those above the first, in depth-first order with their sequences.</summary>
    private Part Fit(int from, int tokens)
    {
        var above = new List<int>();
        for (var place = from < inner.Count ? inner[from].Parent : -1; place >= 0; place = inner[place].Parent)
        {
            above.Insert(0, place);
        }

        var chosen = new List<int>(above);
        int sequences = 0, rows = rootScores.Length == 0 ? 1 : 0, next = from;
        tokens = Math.Min(tokens, lane.Cells - lane.Trunk.Count);
        for (; next < inner.Count && chosen.Count < tokens && rows < lane.Engine.Limits.MaxLogitRows; next++, rows++)
        {
            // A node goes on in its parent's sequence if it directly follows it, else it needs one more.
            var continues = chosen.Count > 0 ? inner[next].Parent == chosen[^1] : true;
            if (!continues && sequences + 2 > lane.MaxSequences)
            {
                break;
            }

            sequences += continues ? 0 : 1;
            chosen.Add(next);
        }

        return Number(chosen, next);
    }

    private Part Number(List<int> chosen, int next)
    {
        var firsts = new int[chosen.Count];
        var ends = new int[chosen.Count];
        var places = chosen.Select((place, index) => (place, index)).ToDictionary(pair => pair.place, pair => pair.index);
        var sequence = 0;
        for (var index = 0; index < chosen.Count; index++)
        {
            firsts[index] = sequence;
            if (index + 1 == chosen.Count || inner[chosen[index + 1]].Parent != chosen[index])
            {
                sequence++;
                for (var place = chosen[index]; place >= 0 && places.TryGetValue(place, out var up); place = inner[place].Parent)
                {
                    ends[up] = sequence;
                }
            }
        }

        return new Part([.. chosen.Select((place, index) => (place, firsts[index], ends[index] - firsts[index]))], Math.Max(1, sequence), next);
    }

    private void Read(int from, Part part, int root, int[] rows)
    {
        if (rootScores.Length == 0)
        {
            rootScores = Read(trie.Root, lane.Logits(root));
        }

        for (var index = 0; index < rows.Length; index++)
        {
            if (part.Nodes[index].Place >= from)
            {
                var node = inner[part.Nodes[index].Place].Node;
                foreach (var (child, score) in node.Children.Zip(Read(node, lane.Logits(rows[index]))))
                {
                    scores[child] = score;
                }
            }
        }
    }

    private static double[] Read(TrieNode node, ReadOnlySpan<float> logits)
    {
        var sum = LogProbabilities.LogSum(logits);
        var result = new double[node.Children.Count];
        for (var index = 0; index < result.Length; index++)
        {
            result[index] = logits[node.Children[index].Token] - sum;
        }

        return result;
    }

    private void Spread(TrieNode node, double above, double[] result)
    {
        for (var index = 0; index < node.Children.Count; index++)
        {
            var child = node.Children[index];
            var score = above + (node == trie.Root ? rootScores[index] : scores[child]);
            if (!child.IsLeaf)
            {
                Spread(child, score, result);
            }

            while (child.IsLeaf && child.Live > 0)
            {
                result[child.TakeItem()] = score;
            }
        }
    }

    private sealed record Inner(TrieNode Node, int Parent);

    /// <summary>One batch.</summary>
    private sealed record Part(List<(int Place, int First, int Count)> Nodes, int Sequences, int Next);
}
