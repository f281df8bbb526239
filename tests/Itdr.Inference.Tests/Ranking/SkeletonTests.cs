namespace Itdr.Inference.Tests.Ranking;

/// <summary>What is chosen for speculation.</summary>
public sealed class SkeletonTests
{
    /// <summary>Eight items below token 1, two below token 2 that part after three tokens, one below token 3.</summary>
    private static TokenTrie Trie()
    {
        var trie = new TokenTrie();
        for (var item = 0; item < 8; item++)
        {
            Assert.True(trie.TryAdd(item, [1, 10 + item, 99]));
        }

        Assert.True(trie.TryAdd(8, [2, 7, 7, 20, 99]));
        Assert.True(trie.TryAdd(9, [2, 7, 7, 21, 99]));
        Assert.True(trie.TryAdd(10, [3, 99]));
        return trie;
    }

    [Theory]
    [InlineData(0, 1, 2, 7, 7)]
    [InlineData(0.05, 1, 2, 7, 7)]
    [InlineData(0.1, 1)]
    [InlineData(0.7, 1)]
    [InlineData(0.8)]
    [InlineData(double.PositiveInfinity)]
    public void A_node_is_taken_if_it_is_as_likely_as_its_tokens_cost(double cost, params int[] expected)
    {
        var skeleton = Skeleton.Plan(Trie().Root, new SkeletonLimits(8, 100, 100, cost));
        Assert.Equal(expected, skeleton.Nodes.Select(node => node.Node.Token));
        Assert.Equal(expected.Length > 1 ? 2 : 1, skeleton.Sequences);
    }

    [Theory]
    [InlineData(1, 100, 100, 1)]
    [InlineData(8, 3, 100, 1)]
    [InlineData(8, 100, 2, 1)]
    [InlineData(8, 4, 3, 4)]
    [InlineData(8, 0, 100, 0)]
    public void Sequences_tokens_and_rows_bound_it(int sequences, int tokens, int rows, int expected) =>
        Assert.Equal(expected, Skeleton.Plan(Trie().Root, new SkeletonLimits(sequences, tokens, rows, 0)).Nodes.Count);

    [Fact]
    public void What_was_seen_at_a_node_is_the_guess_of_its_children_from_then_on()
    {
        var trie = Trie();
        trie.Root.Remember([0.1, 0.9, 0]);
        var skeleton = Skeleton.Plan(trie.Root, new SkeletonLimits(8, 100, 100, 0.25));
        Assert.Equal([2, 7, 7], skeleton.Nodes.Select(node => node.Node.Token));
    }
}
