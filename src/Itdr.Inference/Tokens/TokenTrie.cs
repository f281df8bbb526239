namespace Itdr.Inference;

/// <summary>The token paths of a closed set of texts; no path may go on where another ends.</summary>
internal sealed class TokenTrie
{
    public TrieNode Root { get; } = new(-1, null);

    /// <summary>The length of the longest path.</summary>
    public int Longest { get; private set; }

    /// <summary>Adds the path of an item; items with equal paths leave the trie in the order they came.</summary>
    /// <param name="item">The number of the item.</param>
    /// <param name="path">Its tokens, at least one.</param>
    /// <returns>False if the path goes on where another ends, or ends where another goes on.</returns>
    public bool TryAdd(int item, ReadOnlySpan<int> path)
    {
        var node = Root;
        foreach (var token in path)
        {
            if (node.IsLeaf)
            {
                return false;
            }

            node = node.Child(token);
        }

        if (node == Root || node.Children.Count > 0)
        {
            return false;
        }

        node.AddItem(item);
        Longest = Math.Max(Longest, path.Length);
        return true;
    }
}
