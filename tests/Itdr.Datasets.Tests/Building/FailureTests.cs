using Itdr.Datasets.Tests.Sources;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Building;

public class FailureTests
{
    private sealed class Reporter(Action<BuildProgress> report) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => report(value);
    }

    private static BuildOptions Options(string source, string raw, string output) =>
        new() { Sources = [new SourceInput(source, raw)], Output = output };

    [Theory]
    [InlineData(RawFiles.Ml1M, "read ratings")]
    [InlineData(RawFiles.Ml32M, "read ratings")]
    [InlineData(RawFiles.Ml32M, "make top-k")]
    public void A_build_that_is_stopped_leaves_nothing(string source, string stage)
    {
        using var raw = BuiltFolder.Invent(source);
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var progress = new Reporter(made =>
        {
            if (made.Stage.StartsWith(stage, StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(() => DatasetBuilder.Build(Options(source, raw["raw"], folder["out"]), progress, stop.Token));
        Assert.Empty(folder.Entries());
    }

    [Fact]
    public void A_build_that_fails_half_way_leaves_nothing_even_of_the_source_that_was_done()
    {
        using var good = BuiltFolder.Invent(RawFiles.Ml1M);
        using var bad = RawFiles.OfMl32M("1,1,5.0\r\n");
        using var folder = new TemporaryFolder();
        var options = Options(RawFiles.Ml1M, good["raw"], folder["out"]) with
        {
            Sources = [new SourceInput(RawFiles.Ml1M, good["raw"]), new SourceInput(RawFiles.Ml32M, bad.Path)],
        };
        var stages = new List<string>();
        var error = Assert.Throws<DatasetException>(() => DatasetBuilder.Build(options, new Reporter(made => { lock (stages) { stages.Add(made.Stage); } })));
        Assert.Contains("ratings.csv line 2: too few fields (the line is \"1,1,5.0\"); 1 of 1 rows are bad", error.Message, StringComparison.Ordinal);
        Assert.Contains("make user-attributes/movielens-1m", stages);
        Assert.Empty(folder.Entries());
    }

    [Fact]
    public void A_failure_of_whoever_listens_leaves_nothing_either()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml32M);
        using var folder = new TemporaryFolder();
        Assert.Throws<InvalidTimeZoneException>(() => DatasetBuilder.Build(
            Options(RawFiles.Ml32M, raw["raw"], folder["out"]), new Reporter(static _ => throw new InvalidTimeZoneException())));
        Assert.Empty(folder.Entries());
    }

    [Fact]
    public void An_output_folder_that_is_not_empty_is_refused_and_stays_as_it_is()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml32M);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/mine.txt"], "mine");
        var error = Assert.Throws<DatasetException>(() => DatasetBuilder.Build(Options(RawFiles.Ml32M, raw["raw"], folder["out"])));
        Assert.Contains("is not empty, it holds mine.txt", error.Message, StringComparison.Ordinal);
        Assert.Equal(["out/", "out/mine.txt"], folder.Entries());
    }

    [Fact]
    public void Bad_input_is_found_before_the_output_folder_is_made()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<DatasetException>(() => DatasetBuilder.Build(Options(RawFiles.Ml32M, folder["nowhere"], folder["out"])));
        Assert.Empty(folder.Entries());
    }
}
