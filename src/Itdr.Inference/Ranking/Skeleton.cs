namespace Itdr.Inference;

/// <summary>
/// The nodes below the present one that the next decode call takes on speculation: the ways to nodes where a choice is
/// still open, and nothing beyond those, so the tails of items are never decoded before they are chosen.
/// </summary>
internal sealed class Skeleton
{
    private static long plans;

    private readonly List<SkeletonNode> nodes = [];

    private Skeleton(TrieNode start) => Start = start;

    /// <summary>The node that the walk stands at, where a choice is open.</summary>
    public TrieNode Start { get; }

    /// <summary>The nodes, parents before children, in depth-first order.</summary>
    public IReadOnlyList<SkeletonNode> Nodes => nodes;

    /// <summary>The number of sequences: one for each node with nothing below it, and one if there are no nodes.</summary>
    public int Sequences { get; private set; } = 1;

    /// <summary>The row of the logits at <see cref="Start"/>.</summary>
    public int StartRow { get; set; }

    /// <summary>Nothing on speculation.</summary>
    public static Skeleton Bare(TrieNode start) => new(start);

    /// <summary>Chooses what to decode, open nodes with most items first.</summary>
    /// <param name="start">Where the walk stands.</param>
    /// <param name="limits">How much may be chosen.</param>
    public static Skeleton Plan(TrieNode start, SkeletonLimits limits)
    {
        var skeleton = new Skeleton(start);
        if (limits.MaxTokens > 0 && !double.IsPositiveInfinity(limits.Cost))
        {
            var plan = Interlocked.Increment(ref plans);
            if (Choose(start, limits, plan))
            {
                skeleton.Sequences = 0;
                skeleton.Collect(start, -1, plan);
            }
        }

        return skeleton;
    }

    public void SetRow(int index, int row)
    {
        var node = nodes[index];
        node.Row = row;
        nodes[index] = node;
    }

    /// <summary>The place of a node's child in the skeleton, or -1.</summary>
    public int Find(int parent, TrieNode child)
    {
        for (var index = parent + 1; index < nodes.Count; index++)
        {
            if (nodes[index].Parent == parent && nodes[index].Node == child)
            {
                return index;
            }
        }

        return -1;
    }

    private static bool Choose(TrieNode start, SkeletonLimits limits, long plan)
    {
        var order = 0;
        int tokens = 0, rows = 1, leaves = 1;
        var open = new PriorityQueue<Option, (int, int)>();
        var extended = new HashSet<TrieNode>();
        Offer(open, start, 1, ref order);
        while (open.TryDequeue(out var option, out _))
        {
            var added = option.Node.Depth - option.From.Depth;
            var leavesThen = leaves + (extended.Contains(option.From) ? 1 : 0);
            if (option.Probability < limits.Cost * added || leavesThen > limits.MaxSequences
                || tokens + added > limits.MaxTokens || rows == limits.MaxRows)
            {
                continue;
            }

            tokens += added;
            rows++;
            leaves = leavesThen;
            extended.Add(option.From);
            for (var node = option.Node; node != option.From; node = node.Parent!)
            {
                node.Plan = plan;
            }

            Offer(open, option.Node, option.Probability, ref order);
        }

        return tokens > 0;
    }

    private static void Offer(PriorityQueue<Option, (int, int)> open, TrieNode from, double probability, ref int order)
    {
        foreach (var child in from.Children)
        {
            if (child.Live > 0 && child.NextOpen() is { IsLeaf: false } next)
            {
                open.Enqueue(new Option(next, from, probability * from.Guess(child)), (-next.Live, order++));
            }
        }
    }

    /// <summary>Lists the chosen nodes below one, and numbers sequences so that each node's are an interval.</summary>
    private void Collect(TrieNode node, int place, long plan)
    {
        var first = Sequences;
        foreach (var child in node.Children)
        {
            if (child.Live > 0 && child.Plan == plan)
            {
                nodes.Add(new SkeletonNode { Node = child, Parent = place, IsOpen = child.OnlyLiveChild() is null });
                Collect(child, nodes.Count - 1, plan);
            }
        }

        if (Sequences == first)
        {
            Sequences++;
        }

        if (place >= 0)
        {
            var collected = nodes[place];
            collected.FirstSequence = first;
            collected.SequenceCount = Sequences - first;
            nodes[place] = collected;
        }
    }

    private readonly record struct Option(TrieNode Node, TrieNode From, double Probability);
}

/// <summary>How much a <see cref="Skeleton"/> may hold.</summary>
/// <param name="MaxSequences">The sequences.</param>
/// <param name="MaxTokens">The tokens.</param>
/// <param name="MaxRows">The rows of logits, that of the start among them.</param>
/// <param name="Cost">What a token costs as a share of a call; a node less likely than the cost of its tokens is left out with all below it.</param>
internal readonly record struct SkeletonLimits(int MaxSequences, int MaxTokens, int MaxRows, double Cost);
