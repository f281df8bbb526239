using System.Text.Json;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("movielens-1m")]
    [InlineData("movielens-32m")]
    public void Invented_files_build_check_export_and_render(string source)
    {
        Tool.Run("synth", "--source", source, "--out", folder["raw"], "--users", "90").Done();
        var build = Tool.Run("build", "--source", $"{source}={folder["raw"]}", "--extra", "--out", folder["ds"]).Done();
        Assert.Contains($"top-k/{source}", build.Out, StringComparison.Ordinal);
        Assert.Contains("eligible", build.Out, StringComparison.Ordinal);
        Assert.All(build.Out.Split('\n').Where(static line => line.Contains("──", StringComparison.Ordinal) || line.Contains("--", StringComparison.Ordinal)), static line => Assert.True(line.Length <= 100));

        var check = Tool.Run("check", folder["ds"]).Done();
        Assert.Contains("no finding", check.Out, StringComparison.Ordinal);

        Tool.Run("export", folder["ds"], "--format", "alpaca", "--out", folder["lf"]).Done();
        using var records = JsonDocument.Parse(File.ReadAllText(folder["lf/itdr_train.json"]));
        Assert.True(records.RootElement.GetArrayLength() > 100);

        var file = folder[$"ds/instances/next-item.{source}.train.jsonl"];
        var turn = Tool.Run("render", "next-item", "--json", file).Done().Out;
        Assert.Contains(records.RootElement.EnumerateArray(), record => $"{record.GetProperty("instruction").GetString()}\n{record.GetProperty("input").GetString()}" == turn);
    }

    [Fact]
    public void The_same_seed_builds_the_same_bytes_and_another_seed_does_not()
    {
        Tool.Run("synth", "--source", "movielens-1m", "--out", folder["raw"], "--users", "60").Done();
        foreach (var (name, seed, threads) in new[] { ("one", "1", "1"), ("same", "1", "2"), ("other", "2", "1") })
        {
            Tool.Run("build", "--source", $"movielens-1m={folder["raw"]}", "--out", folder[name], "--seed", seed, "--threads", threads).Done();
        }

        Assert.Equal(File.ReadAllText(folder["one/manifest.json"]), File.ReadAllText(folder["same/manifest.json"]));
        Assert.NotEqual(File.ReadAllText(folder["one/manifest.json"]), File.ReadAllText(folder["other/manifest.json"]));
    }

    [Fact]
    public void Options_of_the_build_are_heeded()
    {
        Tool.Run("synth", "--source", "movielens-1m", "--out", folder["raw"], "--users", "60").Done();

        var built = Tool.Run(
            "build", "--source", $"movielens-1m={folder["raw"]}", "--cell", "top-k/movielens-1m", "--cell", "next-item/movielens-1m", "--out", folder["ds"], "--limit", "20",
            "--split", "1:1:0", "--split-by", "instance", "--negatives", "popularity", "--set", "top-k/movielens-1m.negatives=3", "--memory", "256MiB", "--threads", "1", "--max-bad-rows", "1%", "--json").Done().Json;

        Assert.Equal(["next-item/movielens-1m", "top-k/movielens-1m"], built.GetProperty("cells").EnumerateArray().Select(static cell => cell.GetProperty("cell").GetString()));
        Assert.All(built.GetProperty("cells").EnumerateArray(), static cell =>
        {
            Assert.Equal(20, cell.GetProperty("eligible").GetInt32());
            Assert.Equal(0, cell.GetProperty("splits").GetProperty("test").GetInt32());
            Assert.True(cell.GetProperty("splits").GetProperty("val").GetInt32() > 0);
        });
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder["ds/manifest.json"]));
        var options = manifest.RootElement.GetProperty("options");
        Assert.Equal(("1:1:0", "instance", "popularity"), (options.GetProperty("split").GetString(), options.GetProperty("splitBy").GetString(), options.GetProperty("negatives").GetString()));
        using var line = JsonDocument.Parse(File.ReadLines(folder["ds/instances/top-k.movielens-1m.train.jsonl"]).First());
        Assert.Equal(8, line.RootElement.GetProperty("relevance").GetArrayLength());
    }

    [Fact]
    public void Nothing_built_is_exit_code_1()
    {
        Tool.Run("synth", "--source", "movielens-1m", "--out", folder["raw"], "--users", "5").Done();

        var build = Tool.Run("build", "--source", $"movielens-1m={folder["raw"]}", "--cell", "top-k/movielens-1m", "--set", "top-k/movielens-1m.history=100", "--out", folder["ds"]);

        Assert.Equal(1, build.ExitCode);
        Assert.Contains("No instance could be made", build.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_exit_code_1_with_its_place()
    {
        Tool.Run("synth", "--source", "movielens-1m", "--out", folder["raw"], "--users", "30").Done();
        Tool.Run("build", "--source", $"movielens-1m={folder["raw"]}", "--out", folder["ds"]).Done();
        File.AppendAllText(folder["ds/instances/user-attributes.movielens-1m.train.jsonl"], "{}\n");

        var check = Tool.Run("check", folder["ds"]);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("Not so: every line is an instance of its subtask", check.Out, StringComparison.Ordinal);
        Assert.Matches(@"user-attributes\.movielens-1m\.train\.jsonl:\d+: The line cannot be read: id: expected a value, found nothing\.", check.Out);
        var json = Tool.Run("check", folder["ds"], "--json");
        Assert.Equal((1, 3), (json.ExitCode, json.Json.GetProperty("findings").GetInt32()));
    }

    [Fact]
    public void A_cancelled_build_says_so_and_leaves_nothing()
    {
        Tool.Run("synth", "--source", "movielens-1m", "--out", folder["raw"], "--users", "30").Done();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = Program.Run(["build", "--source", $"movielens-1m={folder["raw"]}", "--out", folder["ds"]], output, error, cancellationToken: cancelled.Token);

        Assert.Equal(130, exitCode);
        Assert.EndsWith($"Stopped; nothing half-done was left behind.{Environment.NewLine}", error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["ds"]));
    }
}
