using Itdr.Testing;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SynthesizerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Sources => [.. DatasetSynthesizer.Sources];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_same_seed_gives_the_same_bytes(string source)
    {
        Write(source, "one", seed: 7);
        Write(source, "two", seed: 7);

        Assert.Equal(Bytes("one"), Bytes("two"));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Another_seed_gives_other_files(string source)
    {
        Write(source, "one", seed: 7);
        Write(source, "two", seed: 8);

        Assert.NotEqual(Bytes("one"), Bytes("two"));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_summary_counts_the_rows_that_were_written(string source)
    {
        var files = Write(source, "out");
        var headers = source == "movielens-32m" ? 1 : 0;

        Assert.All(files, file => Assert.Equal(File.ReadAllText(folder[$"out/{file.Name}"]).Count(static letter => letter == '\n'), file.Rows + headers));
        Assert.Equal(folder.Entries("out"), files.Select(static file => file.Name));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_folder_that_holds_something_is_refused_and_left_alone(string source)
    {
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/mine.txt"], "mine");

        var error = Assert.Throws<DatasetException>(() => Write(source, "out"));

        Assert.Contains("is not empty, it holds mine.txt", error.Message, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], folder.Entries("out"));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_cancelled_run_leaves_nothing_behind(string source)
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => DatasetSynthesizer.Write(new SynthesisOptions { Source = source, Output = folder["out"] }, cancelled.Token));

        Assert.Empty(folder.Entries());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(100_001)]
    public void A_number_of_users_out_of_range_is_refused(int users)
    {
        var error = Assert.Throws<DatasetException>(() => Write("movielens-1m", "out", users: users));

        Assert.Equal($"movielens-1m can have 1 to 100000 invented users, not {users}.", error.Message);
    }

    [Fact]
    public void A_source_that_cannot_be_invented_is_refused_with_those_that_can()
    {
        var error = Assert.Throws<DatasetException>(() => Write("yelp", "out"));

        Assert.Equal("No files can be invented for the source \"yelp\"; it can be movielens-1m or movielens-32m.", error.Message);
    }

    private IReadOnlyList<SynthesizedFile> Write(string source, string name, long seed = 42, int users = 40) =>
        DatasetSynthesizer.Write(new SynthesisOptions { Source = source, Output = folder[name], Seed = seed, Users = users });

    private string Bytes(string name) =>
        string.Join('\n', folder.Entries(name).Select(entry => $"{entry} {Convert.ToHexString(File.ReadAllBytes(folder[$"{name}/{entry}"]))}"));
}
