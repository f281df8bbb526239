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
    public void The_summary_names_the_files_that_were_written_and_none_is_empty(string source)
    {
        var files = Write(source, "out");

        Assert.Equal(folder.Entries("out").Where(static entry => !entry.EndsWith('/')), files.Select(static file => file.Name));
        Assert.All(files, static file => Assert.True(file.Rows > 0));
    }

    [Theory]
    [InlineData("movielens-32m", 1)]
    [InlineData("movielens-1m", 0)]
    [InlineData("microlens", 0)]
    [InlineData("lastfm-360k", 0)]
    public void The_summary_counts_the_rows_that_were_written_and_no_header(string source, int headers)
    {
        var files = Write(source, "out").Where(static file => !file.Name.Contains("pairs.csv", StringComparison.Ordinal));

        Assert.All(files, file => Assert.Equal(File.ReadAllText(folder[$"out/{file.Name}"]).Count(static letter => letter == '\n'), file.Rows + headers));
    }

    [Fact]
    public void Names_do_not_run_out_with_many_items()
    {
        Write("lastfm-360k", "out", users: 4000);

        Assert.True(File.ReadLines(folder["out/usersha1-artmbid-artname-plays.tsv"]).Select(static line => line.Split('\t')[2]).Distinct().Count() > 3000);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void One_user_is_enough(string source)
    {
        var files = Write(source, "out", users: 1);

        Assert.All(files, static file => Assert.True(file.Rows > 0));
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
    public void All_thirteen_sources_can_be_invented()
    {
        Assert.Equal(13, DatasetSynthesizer.Sources.Distinct().Count());
    }

    [Fact]
    public void A_source_that_cannot_be_invented_is_refused_with_those_that_can()
    {
        var error = Assert.Throws<DatasetException>(() => Write("goodreads", "out"));

        Assert.StartsWith("No files can be invented for the source \"goodreads\"; the known ones are movielens-32m, movielens-1m, bookcrossing,", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(", lastfm-1k and lastfm-360k.", error.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<SynthesizedFile> Write(string source, string name, long seed = 42, int users = 40) =>
        DatasetSynthesizer.Write(new SynthesisOptions { Source = source, Output = folder[name], Seed = seed, Users = users });

    private string Bytes(string name) =>
        string.Join('\n', folder.Entries(name).Where(static entry => !entry.EndsWith('/')).Select(entry => $"{entry} {Convert.ToHexString(File.ReadAllBytes(folder[$"{name}/{entry}"]))}"));
}
