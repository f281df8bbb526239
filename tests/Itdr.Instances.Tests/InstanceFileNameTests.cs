namespace Itdr.Instances.Tests;

public sealed class InstanceFileNameTests
{
    [Fact]
    public void A_name_reads_back()
    {
        var name = new InstanceFileName("top-k", "movielens-32m", Split.Validation);

        Assert.Equal("top-k.movielens-32m.val.jsonl", name.ToString());
        Assert.True(InstanceFileName.TryParse(name.ToString(), out var read));
        Assert.Equal(name, read);
        Assert.Equal("top-k/movielens-32m", read.Cell);
    }

    [Theory]
    [InlineData("top-k.movielens-32m.jsonl")]
    [InlineData("top-k.movielens-32m.dev.jsonl")]
    [InlineData("top-k.movielens-32m.train.json")]
    [InlineData("top-k..train.jsonl")]
    [InlineData("a/b.c.train.jsonl")]
    [InlineData("a.b.c.train.jsonl")]
    [InlineData("")]
    public void Another_file_is_not_taken_for_one(string fileName) => Assert.False(InstanceFileName.TryParse(fileName, out _));

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("../a")]
    public void A_part_that_would_not_read_back_is_refused(string part)
    {
        Assert.Throws<ArgumentException>(() => new InstanceFileName(part, "s", Split.Train));
        Assert.Throws<ArgumentException>(() => new InstanceFileName("s", part, Split.Train));
    }
}
