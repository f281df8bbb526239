namespace Itdr.Inference;

/// <summary>
/// Takes items out of a trie of token paths by the model's choice, step by step the most likely token that still leads
/// to an item. One decode call answers for the present node and, on speculation, for open nodes below it.
/// </summary>
/// <param name="lane">Where it decodes.</param>
/// <param name="cost">What a token on speculation costs, as a share of a call.</param>
internal sealed class TrieWalk(Lane lane, double cost)
{
    /// <summary>The place of a node that the skeleton does not hold.</summary>
    private const int NotThere = -2;

    private readonly Trunk trunk = lane.Trunk;

    /// <summary>The log-probability of all choices so far, among the tokens that were possible at each.</summary>
    public double LogProbability { get; private set; }

    /// <summary>The smallest distance between the log-probabilities of the best and the second-best token at a choice; infinite if there was none.</summary>
    public double SmallestMargin { get; private set; } = double.PositiveInfinity;

    /// <summary>Lets the model choose an item, appends its path to the trunk and takes it out of the trie.</summary>
    /// <returns>The number of the item.</returns>
    /// <exception cref="TokenEngineException">The engine has no room.</exception>
    public async ValueTask<int> ChooseAsync(TokenTrie trie)
    {
        var node = Descend(trie.Root);
        while (!node.IsLeaf)
        {
            var skeleton = await DecodeAsync(node).ConfigureAwait(false);
            node = Descend(Follow(skeleton));
        }

        return node.TakeItem();
    }

    /// <summary>Appends tokens while there is only one way, to a leaf or to the next choice.</summary>
    private TrieNode Descend(TrieNode node)
    {
        while (!node.IsLeaf && node.OnlyLiveChild() is { } child)
        {
            trunk.Append(child.Token);
            node = child;
        }

        return node;
    }

    private async ValueTask<Skeleton> DecodeAsync(TrieNode node)
    {
        trunk.RequirePending();
        var skeleton = Skeleton.Plan(node, LimitsOf(trunk.Pending));
        if (trunk.Pending > lane.Engine.Limits.MaxBatch / 2)
        {
            // A prompt fills the batch; what it crowds out may be worth a call of its own.
            var whole = Skeleton.Plan(node, LimitsOf(1));
            skeleton = whole.Nodes.Count > skeleton.Nodes.Count ? whole : skeleton;
        }

        await lane.FlushAsync(lane.Engine.Limits.MaxBatch - skeleton.Nodes.Count).ConfigureAwait(false);
        if (await TryDecodeAsync(skeleton).ConfigureAwait(false))
        {
            return skeleton;
        }

        var bare = Skeleton.Bare(node);
        if (skeleton.Nodes.Count > 0 && await TryDecodeAsync(bare).ConfigureAwait(false))
        {
            return bare;
        }

        throw LaneDecoding.NoRoom(lane);
    }

    private SkeletonLimits LimitsOf(int pending) => new(
        lane.MaxSequences,
        Math.Min(lane.Engine.Limits.MaxBatch - pending, lane.Cells - trunk.Count),
        lane.Engine.Limits.MaxLogitRows,
        lane.Engine.Limits.CanBranch ? cost : double.PositiveInfinity);

    private async ValueTask<bool> TryDecodeAsync(Skeleton skeleton)
    {
        for (var sequence = 1; sequence < skeleton.Sequences; sequence++)
        {
            lane.Copy(0, sequence);
        }

        skeleton.StartRow = lane.AddPending(skeleton.Sequences);
        for (var index = 0; index < skeleton.Nodes.Count; index++)
        {
            var node = skeleton.Nodes[index];
            var position = trunk.Count + node.Node.Depth - skeleton.Start.Depth - 1;
            skeleton.SetRow(index, lane.Add(node.Node.Token, position, node.FirstSequence, node.SequenceCount, node.IsOpen));
        }

        if (await lane.DecodeAsync())
        {
            trunk.MarkDecoded(trunk.Count);
            return true;
        }

        Drop(skeleton.Sequences);
        return false;
    }

    /// <summary>Goes down as far as logits are at hand, then keeps the cells of the chosen way and drops the others.</summary>
    /// <returns>A leaf, or a node with a choice that was not decoded.</returns>
    private TrieNode Follow(Skeleton skeleton)
    {
        var node = skeleton.Start;
        int place = -1, row = skeleton.StartRow, decoded = trunk.Count, sequence = 0;
        while (row >= 0)
        {
            node = Pick(node, lane.Logits(row));
            row = -1;
            while (true)
            {
                trunk.Append(node.Token);
                place = place == NotThere ? NotThere : skeleton.Find(place, node) is >= 0 and var found ? found : NotThere;
                if (place != NotThere)
                {
                    decoded++;
                    sequence = skeleton.Nodes[place].FirstSequence;
                }

                if (node.IsLeaf || node.OnlyLiveChild() is not { } child)
                {
                    row = node.IsLeaf || place == NotThere ? -1 : skeleton.Nodes[place].Row;
                    break;
                }

                node = child;
            }
        }

        if (skeleton.Nodes.Count > 0)
        {
            Keep(skeleton.Sequences, sequence, decoded);
        }

        return node;
    }

    private void Keep(int sequences, int sequence, int decoded)
    {
        var before = trunk.Decoded;
        if (sequence != 0)
        {
            lane.Truncate(0, before);
            lane.Copy(sequence, 0);
        }

        Drop(sequences);
        lane.Truncate(0, decoded);
        trunk.MarkDecoded(decoded);
    }

    private void Drop(int sequences)
    {
        for (var sequence = 1; sequence < sequences; sequence++)
        {
            lane.Truncate(sequence, 0);
        }
    }

    /// <summary>The most likely child with items left; of equals the one that came first, whether its first item is left or not.</summary>
    private TrieNode Pick(TrieNode node, ReadOnlySpan<float> logits)
    {
        var children = node.Children;
        var best = -1;
        double highest = double.NegativeInfinity, second = double.NegativeInfinity;
        for (var index = 0; index < children.Count; index++)
        {
            if (children[index].Live == 0)
            {
                continue;
            }

            double logit = logits[children[index].Token];
            if (best < 0 || logit > highest)
            {
                second = highest;
                (best, highest) = (index, logit);
            }
            else if (logit > second)
            {
                second = logit;
            }
        }

        LogProbability -= Math.Log(Shares(node, logits, highest));
        SmallestMargin = Math.Min(SmallestMargin, highest - second);
        return children[best];
    }

    /// <summary>Remembers the probabilities of a node's children and returns the sum that the best one's is the inverse of.</summary>
    private static double Shares(TrieNode node, ReadOnlySpan<float> logits, double highest)
    {
        var children = node.Children;
        var shares = new double[children.Count];
        double sum = 0;
        for (var index = 0; index < children.Count; index++)
        {
            if (children[index].Live > 0)
            {
                shares[index] = Math.Exp(logits[children[index].Token] - highest);
                sum += shares[index];
            }
        }

        for (var index = 0; index < shares.Length; index++)
        {
            shares[index] /= sum;
        }

        node.Remember(shares);
        return sum;
    }
}
