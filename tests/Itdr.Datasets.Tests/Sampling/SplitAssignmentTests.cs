using System.Globalization;
using Itdr.Datasets.Sampling;
using Itdr.Instances;

namespace Itdr.Datasets.Tests.Sampling;

public class SplitAssignmentTests
{
    [Fact]
    public void Many_users_fall_into_the_splits_by_their_shares()
    {
        var splits = new SplitAssignment(42, SplitRatio.Default);
        var counts = Enumerable.Range(0, 100_000).CountBy(user => splits.OfUser("s", user.ToString(CultureInfo.InvariantCulture))).ToDictionary();
        Assert.InRange(counts[Split.Train], 79_500, 80_500);
        Assert.InRange(counts[Split.Validation], 9_500, 10_500);
        Assert.InRange(counts[Split.Test], 9_500, 10_500);
    }

    [Fact]
    public void A_share_of_nothing_gets_nobody()
    {
        var splits = new SplitAssignment(42, new SplitRatio(0, 1, 0));
        Assert.All(Enumerable.Range(0, 1000), user => Assert.Equal(Split.Validation, splits.OfUser("s", StableHash.Text(user))));
    }

    [Fact]
    public void The_split_does_not_follow_the_sample()
    {
        var (sample, splits) = (new SampleHash(42, "s"), new SplitAssignment(42, SplitRatio.Default));
        var smallest = Enumerable.Range(0, 100_000).Select(static user => StableHash.Text(user)).OrderBy(sample.Of).Take(10_000);
        Assert.InRange(smallest.Count(user => splits.OfUser("s", user) == Split.Train), 7_800, 8_200);
    }

    [Theory]
    [InlineData("8:1:1", 8, 1, 1)]
    [InlineData("1:0:0", 1, 0, 0)]
    public void A_ratio_is_read(string text, int train, int validation, int test) =>
        Assert.Equal(new SplitRatio(train, validation, test), SplitRatio.Parse(text));

    [Theory]
    [InlineData("8:1")]
    [InlineData("8:1:1:1")]
    [InlineData("0:0:0")]
    [InlineData("8:-1:1")]
    [InlineData("8:1:x")]
    [InlineData("9999999:1:1")]
    [InlineData("")]
    public void What_is_no_ratio_is_refused(string text) =>
        Assert.Contains("is not three whole shares", Assert.Throws<DatasetException>(() => SplitRatio.Parse(text)).Message, StringComparison.Ordinal);
}
