using Itdr.Subtasks;

namespace Itdr.Instances.Tests;

public sealed class SubtaskSetTests
{
    [Fact]
    public void Subtasks_are_found_by_id()
    {
        var set = new SubtaskSet(SubtaskCatalog.All);

        Assert.Equal(SubtaskCatalog.All.Count, set.Count);
        Assert.True(set.TryFind("top-k", out var descriptor));
        Assert.Same(TopKRecommendation.Descriptor, descriptor);
        Assert.False(set.TryFind("top-l", out _));
    }

    [Fact]
    public void Two_subtasks_of_one_id_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new SubtaskSet([TopKRecommendation.Descriptor], [TopKRecommendation.Descriptor]));

        Assert.Contains("Two subtasks have the id top-k", error.Message, StringComparison.Ordinal);
    }
}
