namespace Itdr.Inference;

/// <summary>A trie node that is decoded on speculation, and what the decode call knows of it.</summary>
internal struct SkeletonNode
{
    public TrieNode Node;

    /// <summary>The place of its parent in the skeleton, or -1 if that is where the skeleton starts.</summary>
    public int Parent;

    public int FirstSequence;

    public int SequenceCount;

    /// <summary>Whether a choice is open at the node, so that its logits are wanted.</summary>
    public bool IsOpen;

    /// <summary>The row of its logits.</summary>
    public int Row;
}
