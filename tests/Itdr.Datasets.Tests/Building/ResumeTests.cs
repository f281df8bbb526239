using Itdr.Datasets.Tests.Sources;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Building;

/// <summary>Going on with a build that ended in the middle. Real kills are in the tests of the tool; here the folder that a kill leaves is made by hand.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ResumeTests()
    {
        foreach (var source in new[] { RawFiles.Ml1M, RawFiles.Ml32M })
        {
            DatasetSynthesizer.Write(new SynthesisOptions { Source = source, Output = folder[source], Users = 60 });
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_build_there_is_nothing_to_resume()
    {
        Assert.Equal($"There is no unfinished build in {folder["out"]} to resume; build without --resume.", Refused(static options => options));
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void A_finished_build_is_not_resumed()
    {
        DatasetBuilder.Build(Options());
        Assert.Equal($"The build in {folder["out"]} is finished, so there is nothing to resume.", Refused(static options => options));
    }

    [Fact]
    public void A_finished_build_keeps_no_journal()
    {
        DatasetBuilder.Build(Options());
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder["out"]), static entry => Path.GetFileName(entry).StartsWith('.'));
    }

    [Theory]
    [InlineData("--limit 6250, and is to go on with 9")]
    [InlineData("--seed 42, and is to go on with 1")]
    [InlineData("--negatives default, and is to go on with popularity")]
    [InlineData("--split 8:1:1, and is to go on with 1:1:1")]
    [InlineData("--split-by user, and is to go on with instance")]
    [InlineData("--shard none, and is to go on with 0/2")]
    [InlineData("the cell next-item/movielens-1m [history 5, negatives 4")]
    public void Other_options_are_refused_and_touch_nothing(string expected)
    {
        Kill("make top-k/movielens-32m");
        var before = folder.Entries("out");
        var message = Refused(options => expected.Split(' ')[0] switch
        {
            "--limit" => options with { Limit = 9 },
            "--seed" => options with { Seed = 1 },
            "--negatives" => options with { Negatives = NegativeSampling.Popularity },
            "--split" => options with { Split = new SplitRatio(1, 1, 1) },
            "--split-by" => options with { SplitBy = Itdr.Instances.SplitBy.Instance },
            "--shard" => options with { Shard = new BuildShard(0, 2) },
            _ => options with { Settings = [CellSetting.Parse("next-item/movielens-1m.negatives=3")] },
        });
        Assert.StartsWith($"The build in {folder["out"]} was begun with {expected}", message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Entries("out"));
    }

    [Theory]
    [InlineData("make top-k/movielens-32m", RawFiles.Ml1M, "ratings.dat")]
    [InlineData("make top-k/movielens-32m", RawFiles.Ml32M, "ratings.csv")]
    public void A_source_that_changed_is_refused_and_what_was_finished_is_kept(string stage, string source, string file)
    {
        Kill(stage);
        var path = folder[$"{source}/{file}"];
        var original = File.ReadAllBytes(path);
        var written = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, File.ReadAllText(path, System.Text.Encoding.Latin1).TrimEnd()[..^3] + "111\n", System.Text.Encoding.Latin1);
        Assert.EndsWith($"{file} is not the file that this build read before it was stopped; put that one back, or build anew without --resume.", Refused(static options => options), StringComparison.Ordinal);

        File.WriteAllBytes(path, original);
        File.SetLastWriteTimeUtc(path, written);
        Resume();
        Assert.Equal(Undisturbed(), Contents("out"));
    }

    [Fact]
    public void What_is_finished_is_not_done_again()
    {
        Kill("make top-k/movielens-32m");
        var stages = Resume();
        Assert.DoesNotContain(stages, static stage => stage.Contains(RawFiles.Ml1M, StringComparison.Ordinal));
        Assert.DoesNotContain("make next-item/movielens-32m", stages);
        Assert.Contains("make top-k/movielens-32m", stages);
        Assert.Equal(Undisturbed(), Contents("out"));
    }

    [Fact]
    public void A_file_of_a_finished_cell_that_is_not_whole_is_made_again()
    {
        Kill("make top-k/movielens-32m");
        using (var file = File.OpenWrite(folder["out/.partial/instances/next-item.movielens-1m.train.jsonl"]))
        {
            file.SetLength(100);
        }

        Assert.Contains("make next-item/movielens-1m", Resume());
        Assert.Equal(Undisturbed(), Contents("out"));
    }

    [Fact]
    public void A_build_that_was_stopped_while_it_named_its_files_names_the_others()
    {
        Kill("name the files");
        Assert.NotEmpty(Directory.EnumerateFiles(folder["out"]));
        Assert.False(File.Exists(folder["out/manifest.json"]));
        var error = Assert.Throws<DatasetException>(() => DatasetBuilder.Build(Options()));
        Assert.EndsWith("of a build that was stopped while it named its files; go on with it by --resume, or empty the folder.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["name the files"], Resume());
        Assert.Equal(Undisturbed(), Contents("out"));
    }

    [Fact]
    public void A_shard_goes_on_too()
    {
        Kill("make top-k/movielens-32m", static options => options with { Shard = new BuildShard(1, 2) });
        Resume(static options => options with { Shard = new BuildShard(1, 2) });
        DatasetBuilder.Build(Options() with { Shard = new BuildShard(1, 2), Output = folder["whole"] });
        Assert.Equal(Contents("whole"), Contents("out"));
    }

    [Fact]
    public void A_killed_build_may_be_begun_anew_with_other_options()
    {
        Kill("make top-k/movielens-32m");
        DatasetBuilder.Build(Options() with { Limit = 7 });
        DatasetBuilder.Build(Options() with { Limit = 7, Output = folder["whole"] });
        Assert.Equal(Contents("whole"), Contents("out"));
    }

    private BuildOptions Options() => new()
    {
        Sources = [new SourceInput(RawFiles.Ml1M, folder[RawFiles.Ml1M]), new SourceInput(RawFiles.Ml32M, folder[RawFiles.Ml32M])],
        Extra = true,
        Output = folder["out"],
        Threads = 1,
    };

    private string Refused(Func<BuildOptions, BuildOptions> change) => Assert.Throws<DatasetException>(() => DatasetBuilder.Build(change(Options()) with { Resume = true })).Message;

    private List<string> Resume(Func<BuildOptions, BuildOptions>? change = null)
    {
        var stages = new List<string>();
        var options = change?.Invoke(Options()) ?? Options();
        DatasetBuilder.Build(options with { Resume = true }, new Reporter(progress => stages.Add(progress.Stage)));
        return [.. stages.Distinct()];
    }

    /// <summary>Copies the folder as it is the moment a stage is told of, which is what a kill then would leave.</summary>
    private void Kill(string stage, Func<BuildOptions, BuildOptions>? change = null)
    {
        var options = (change?.Invoke(Options()) ?? Options()) with { Output = folder["killed"] };
        var isCopied = false;
        DatasetBuilder.Build(options, new Reporter(progress =>
        {
            if (!isCopied && progress.Stage == stage && (stage != "name the files" || progress.Done == 5))
            {
                Copy(folder["killed"], folder["out"]);
                isCopied = true;
            }
        }));
        Assert.True(isCopied);
        Directory.Delete(folder["killed"], recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = File.Create(target);
            source.CopyTo(copy);
        }
    }

    private SortedDictionary<string, string> Undisturbed()
    {
        DatasetBuilder.Build(Options() with { Output = folder["whole"] });
        return Contents("whole");
    }

    private SortedDictionary<string, string> Contents(string name) => new(
        folder.Entries(name).Where(static path => !path.EndsWith('/')).ToDictionary(static path => path, path => File.ReadAllText(folder[$"{name}/{path}"])), StringComparer.Ordinal);

    private sealed class Reporter(Action<BuildProgress> report) : IProgress<BuildProgress>
    {
        private readonly Lock gate = new();

        public void Report(BuildProgress value)
        {
            lock (gate)
            {
                report(value);
            }
        }
    }
}
