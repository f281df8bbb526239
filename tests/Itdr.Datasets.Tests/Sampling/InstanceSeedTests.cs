using Itdr.Datasets.Sampling;

namespace Itdr.Datasets.Tests.Sampling;

public class InstanceSeedTests
{
    [Fact]
    public void The_seed_of_an_instance_depends_on_the_build_s_seed_the_cell_and_the_user()
    {
        ulong[] seeds = [InstanceSeed.Of(1, "a/b", "u"), InstanceSeed.Of(2, "a/b", "u"), InstanceSeed.Of(1, "a/c", "u"), InstanceSeed.Of(1, "a/b", "v")];
        Assert.Equal(4, seeds.Distinct().Count());
    }

    /// <summary>The hash of <c>draw|1|a/b|u</c>, by another implementation of XxHash64.</summary>
    [Fact]
    public void It_never_changes() => Assert.Equal(0xF33BCC3C2AFE2861UL, InstanceSeed.Of(1, "a/b", "u"));
}
