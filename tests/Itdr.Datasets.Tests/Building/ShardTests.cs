using Itdr.Datasets.Tests.Sources;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Building;

/// <summary>Builds in parts, and what becomes of the parts when they are merged.</summary>
public sealed class ShardTests : IDisposable
{
    private const int Count = 3;

    private readonly TemporaryFolder folder = new();

    public ShardTests()
    {
        foreach (var source in new[] { RawFiles.Ml1M, RawFiles.Ml32M })
        {
            DatasetSynthesizer.Write(new SynthesisOptions { Source = source, Output = folder[source], Users = 120 });
        }
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(6250, SplitBy.User, NegativeSampling.Uniform)]
    [InlineData(50, SplitBy.Instance, NegativeSampling.SameCategory)]
    public void Three_shards_merge_into_the_bytes_of_the_whole(int limit, SplitBy splitBy, NegativeSampling negatives)
    {
        BuildOptions Change(BuildOptions options) => options with { Limit = limit, SplitBy = splitBy, Negatives = negatives };
        var whole = Build("whole", Change);
        var parts = Enumerable.Range(0, Count).Select(index => Build($"part{index}", options => Change(options) with { Shard = new BuildShard(index, Count) })).ToList();
        var merged = Merge(2, 0, 1);

        Assert.Equal(8, whole.Cells.Count);
        Assert.All(parts, part => Assert.InRange(part.Instances, 1, whole.Instances - 1));
        Assert.Equal(Contents("whole"), Contents("merged"));
        Assert.Equal(Told(whole), Told(merged));
        Assert.Equal(0, DatasetChecker.Check(new CheckOptions { Dataset = folder["merged"], Subtasks = new SubtaskSet(SubtaskCatalog.All) }).Findings);
    }

    [Fact]
    public void Every_user_is_in_one_shard_alone()
    {
        BuildParts();
        var users = Enumerable.Range(0, Count).Select(index => Directory.EnumerateFiles(folder[$"part{index}/instances"], "*.movielens-1m.*")
            .SelectMany(File.ReadLines).Select(static line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("user").GetString()!).ToHashSet()).ToList();
        Assert.All(users, Assert.NotEmpty);
        Assert.Equal(users.Sum(static shard => shard.Count), users.SelectMany(static shard => shard).Distinct().Count());
    }

    /// <summary>Two users with the same ratings have the same prompts, and the hashes of these four stand in different shards.</summary>
    [Fact]
    public void Of_the_same_prompt_in_two_shards_only_the_one_that_comes_first_stays()
    {
        var ratings = string.Concat(Enumerable.Range(1, 40).SelectMany(static user => Enumerable.Range(1, 12).Select(movie => $"{user},{movie},{(movie % 5) + 1}.0,{1_000_000_000 + movie}\r\n")));
        var movies = "movieId,title,genres\r\n" + string.Concat(Enumerable.Range(1, 30).Select(static movie => $"{movie},Film {movie},Drama\r\n"));
        using var raw = RawFiles.OfMl32M(ratings, movies);
        BuildOptions Options(string name, BuildShard? shard) => new()
        {
            Sources = [new SourceInput(RawFiles.Ml32M, raw.Path)],
            Cells = [CellName.Parse("rating-prediction/movielens-32m")],
            Output = folder[name],
            Threads = 1,
            Shard = shard,
        };
        var whole = DatasetBuilder.Build(Options("whole", null));
        var parts = Enumerable.Range(0, Count).Select(index => DatasetBuilder.Build(Options($"part{index}", new BuildShard(index, Count)))).ToList();
        Merge(0, 1, 2);

        Assert.Equal((1, 39), (whole.Cells[0].Instances, whole.Cells[0].SamePrompt));
        Assert.Equal(Count, parts.Sum(static part => part.Cells[0].Instances));
        Assert.Equal(Contents("whole"), Contents("merged"));
    }

    [Fact]
    public void A_shard_says_that_it_is_one_and_has_no_finding()
    {
        Build("part1", static options => options with { Shard = new BuildShard(1, Count) });
        Assert.Equal("1/3", DatasetManifest.Load(folder["part1"]).Shard);
        var report = DatasetChecker.Check(new CheckOptions { Dataset = folder["part1"], Subtasks = new SubtaskSet(SubtaskCatalog.All) });
        Assert.Equal(0, report.Findings);
        Assert.Contains("The folder is the shard 1/3 of a dataset; itdr merge puts all of them together.", report.Notes);
        Assert.Contains("shard 1/3", File.ReadAllText(folder["part1/README.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shard_that_is_missing_is_refused()
    {
        BuildParts();
        Assert.Equal("The shard 1/3 is missing; name the folders of all shards.", Refused(0, 2));
    }

    [Fact]
    public async Task A_shard_is_not_labelled_before_anything_is_paid_for()
    {
        Build("part0", static options => options with { Shard = new BuildShard(0, Count) });
        var options = new LabelOptions { Dataset = folder["part0"], Teacher = new NobodyAsked(), TeacherName = "teacher", Subtasks = new SubtaskSet(SubtaskCatalog.All) };
        var refused = await Assert.ThrowsAsync<DatasetException>(() => DatasetLabeler.LabelAsync(options));
        Assert.Equal($"{folder["part0"]} is the shard 0/3 of a dataset, and a merge would not keep its labels; merge all shards first, and label the whole.", refused.Message);
    }

    [Fact]
    public void A_shard_that_is_there_twice_is_refused()
    {
        BuildParts();
        Assert.Equal($"{folder["part1"]} and {folder["part1"]} are the same shard 1/3; name each shard once.", Refused(0, 1, 1, 2));
    }

    [Fact]
    public void A_whole_dataset_is_no_shard()
    {
        Build("part0", static options => options);
        Assert.Equal($"{folder["part0"]} is a whole dataset and no shard; only what build --shard made can be merged.", Refused(0));
    }

    [Theory]
    [InlineData("seed (42 and 43)")]
    [InlineData("limit (6250 and 10)")]
    [InlineData("way to draw negatives (default and popularity)")]
    [InlineData("thresholds and wordings")]
    [InlineData("number of shards (3 and 2)")]
    [InlineData("raw files")]
    [InlineData("set of cells")]
    public void Shards_of_different_builds_are_refused(string what)
    {
        Build("part0", static options => options with { Shard = new BuildShard(0, Count) });
        Build("part1", options => what.Split(' ')[0] switch
        {
            "seed" => options with { Shard = new BuildShard(1, Count), Seed = 43 },
            "limit" => options with { Shard = new BuildShard(1, Count), Limit = 10 },
            "way" => options with { Shard = new BuildShard(1, Count), Negatives = NegativeSampling.Popularity },
            "thresholds" => options with { Shard = new BuildShard(1, Count), Settings = [CellSetting.Parse("top-k/movielens-1m.negatives=3")] },
            "number" => options with { Shard = new BuildShard(1, 2) },
            "set" => options with { Shard = new BuildShard(1, Count), Extra = false },
            _ => WithAnotherLine(options),
        });
        Build("part2", static options => options with { Shard = new BuildShard(2, Count) });
        Assert.StartsWith($"{folder["part0"]} and {folder["part1"]} were not built with the same {what}", Refused(0, 1, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shard_that_was_changed_is_refused()
    {
        BuildParts();
        File.AppendAllText(folder["part1/statistics.csv"], "\n");
        Assert.StartsWith($"{folder["part1/statistics.csv"]} has ", Refused(0, 1, 2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3/3")]
    [InlineData("1")]
    [InlineData("0/0")]
    [InlineData("-1/3")]
    [InlineData("a/b")]
    [InlineData("0/100000")]
    public void A_text_that_names_no_shard_is_refused(string text) =>
        Assert.Equal($"{text} is no shard; write i/n with n from 1 to 10000 and i from 0 to n - 1, such as 0/3, 1/3 and 2/3.", Assert.Throws<DatasetException>(() => BuildShard.Parse(text)).Message);

    private static List<string> Told(BuildReport report) =>
    [
        .. report.Cells.Select(static cell => $"{cell.Cell} {cell.Eligible} {string.Join(' ', cell.Splits.Values)} {cell.SamePrompt} {string.Join(' ', cell.Refused)}"),
        .. report.Sources.SelectMany(static source => source.Files.Select(file => $"{source.Recognised} {file.Name} {file.Rows} {string.Join(' ', file.Refused)}")),
    ];

    private BuildOptions WithAnotherLine(BuildOptions options)
    {
        File.AppendAllText(folder[$"{RawFiles.Ml1M}/ratings.dat"], "1::1::5::1000000100\n");
        return options with { Shard = new BuildShard(1, Count), MaxBadRows = 1 };
    }

    private void BuildParts()
    {
        for (var index = 0; index < Count; index++)
        {
            var shard = new BuildShard(index, Count);
            Build($"part{index}", options => options with { Shard = shard });
        }
    }

    private BuildReport Build(string name, Func<BuildOptions, BuildOptions> change) => DatasetBuilder.Build(change(new BuildOptions
    {
        Sources = [new SourceInput(RawFiles.Ml1M, folder[RawFiles.Ml1M]), new SourceInput(RawFiles.Ml32M, folder[RawFiles.Ml32M])],
        Extra = true,
        Output = folder[name],
        Threads = 2,
    }));

    private BuildReport Merge(params int[] parts) => DatasetMerger.Merge(new MergeOptions { Shards = [.. parts.Select(part => folder[$"part{part}"])], Output = folder["merged"] });

    private string Refused(params int[] parts)
    {
        var message = Assert.Throws<DatasetException>(() => Merge(parts)).Message;
        Assert.False(Directory.Exists(folder["merged"]));
        return message;
    }

    private SortedDictionary<string, string> Contents(string name) => new(
        folder.Entries(name).Where(static path => !path.EndsWith('/')).ToDictionary(static path => path, path => File.ReadAllText(folder[$"{name}/{path}"])), StringComparer.Ordinal);

    private sealed class NobodyAsked : IRecommender
    {
        public Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
            where TSubtask : ISubtask<TSubtask, TAnswer> => throw new InvalidOperationException("The teacher was asked.");
    }
}
