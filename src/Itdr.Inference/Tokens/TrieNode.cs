namespace Itdr.Inference;

/// <summary>A node of a <see cref="TokenTrie"/>: one token after those of its parents.</summary>
internal sealed class TrieNode(int token, TrieNode? parent)
{
    private readonly List<TrieNode> children = [];
    private Queue<int>? items;
    private double[]? shares;

    public int Token { get; } = token;

    public TrieNode? Parent { get; } = parent;

    /// <summary>The number of tokens from the root; the root's is 0.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public IReadOnlyList<TrieNode> Children => children;

    /// <summary>How many of the items at or below the node are not taken yet.</summary>
    public int Live { get; private set; }

    /// <summary>Whether items end here; items with the same path leave in their own order.</summary>
    public bool IsLeaf => items is not null;

    /// <summary>Stamp of the plan that last chose this node; see <see cref="Skeleton"/>.</summary>
    public long Plan { get; set; }

    public TrieNode Child(int token)
    {
        foreach (var child in children)
        {
            if (child.Token == token)
            {
                return child;
            }
        }

        var added = new TrieNode(token, this);
        children.Add(added);
        return added;
    }

    public void AddItem(int item)
    {
        (items ??= new Queue<int>()).Enqueue(item);
        for (var node = this; node is not null; node = node.Parent)
        {
            node.Live++;
        }
    }

    public int FirstItem() => items!.Peek();

    public int TakeItem()
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            node.Live--;
        }

        return items!.Dequeue();
    }

    /// <summary>The only child with items left, or null if there are several; a node that is no leaf has at least one.</summary>
    public TrieNode? OnlyLiveChild()
    {
        TrieNode? only = null;
        foreach (var child in children)
        {
            if (child.Live > 0)
            {
                if (only is not null)
                {
                    return null;
                }

                only = child;
            }
        }

        return only;
    }

    /// <summary>The first node from here down where a choice is open, or the leaf that the only way leads to.</summary>
    public TrieNode NextOpen()
    {
        var node = this;
        while (!node.IsLeaf && node.OnlyLiveChild() is { } child)
        {
            node = child;
        }

        return node;
    }

    /// <summary>Remembers how likely each child was, for the next guess.</summary>
    public void Remember(ReadOnlySpan<double> probabilities)
    {
        shares ??= new double[children.Count];
        probabilities.CopyTo(shares);
    }

    /// <summary>A guess of how likely a child with items left is: as it was when the node was last seen, else by the number of its items.</summary>
    public double Guess(TrieNode child)
    {
        if (shares is not null)
        {
            double total = 0, its = 0;
            for (var index = 0; index < children.Count; index++)
            {
                if (children[index].Live > 0)
                {
                    total += shares[index];
                    its = children[index] == child ? shares[index] : its;
                }
            }

            if (total > 0)
            {
                return its / total;
            }
        }

        return (double)child.Live / Live;
    }
}
