using System.Text.Json.Nodes;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

public sealed class EvalTests(InventedFiles files) : IClassFixture<InventedFiles>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Baselines_are_run_and_shown_side_by_side_in_tables_of_100_columns()
    {
        var names = new[] { "random", "popularity", "co-occurrence", "mixed" };
        var args = names.SelectMany(name => new[] { "--predictions", Run(name) });

        var shown = Tool.Run(["eval", files.Dataset, "--split", "train", .. args]).Done().Out;

        Assert.All(shown.Split('\n'), static line => Assert.True(line.Length <= 100, line));
        Assert.Contains("movielens-32m", shown, StringComparison.Ordinal);
        Assert.Contains("popularity less random", shown, StringComparison.Ordinal);
        Assert.Contains("pUII", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_is_shown_in_full_beside_chance_and_a_baseline()
    {
        var shown = Tool.Run("eval", files.Dataset, "--split", "train", "--predictions", Run("random")).Done().Out;

        Assert.Matches(@"over\s+metric\s+n\s+chance\s+mixed\s+all\s+95 %\s+read\s+valid\s+rep\.", shown);
        Assert.All(shown.Split('\n'), static line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void Every_metric_of_a_run_of_drawn_answers_is_within_sight_of_chance()
    {
        var scores = Tool.Run("eval", files.Dataset, "--split", "train", "--predictions", Run("random"), "--json").Done().Json.GetProperty("scores");

        var line = scores.EnumerateArray().First(static line => line.GetProperty("level").GetString() == "RootTask" && line.GetProperty("metric").GetString() == "ndcg@10");
        var score = line.GetProperty("scores")[0];
        Assert.False(line.GetProperty("isChanceDrawn").GetBoolean());
        Assert.InRange(line.GetProperty("chance").GetDouble(), score.GetProperty("low").GetDouble(), score.GetProperty("high").GetDouble());
    }

    [Fact]
    public void Unknown_missing_and_other_predictions_are_said_and_exit_1()
    {
        var lines = File.ReadAllLines(Run("random")).ToList();
        lines[0] = lines[0].Replace("\"id\":\"", "\"id\":\"other.", StringComparison.Ordinal);
        var changed = JsonNode.Parse(lines[1])!;
        changed["templateHash"] = "0";
        lines[1] = changed.ToJsonString();
        File.WriteAllLines(folder["odd.jsonl"], lines);

        var eval = Tool.Run("eval", files.Dataset, "--split", "train", "--predictions", folder["odd.jsonl"], "--no-baselines");

        Assert.Equal(1, eval.ExitCode);
        Assert.Contains("odd: 1 predictions have an id that no evaluated instance has", eval.Error, StringComparison.Ordinal);
        Assert.Contains("instances have no prediction; they count as answers that could not be read", eval.Error, StringComparison.Ordinal);
        Assert.Contains("1 predictions were made with another template", eval.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubled_id_is_refused_with_both_lines()
    {
        var lines = File.ReadAllLines(Run("random"));
        File.WriteAllLines(folder["twice.jsonl"], [.. lines, lines[0]]);

        Assert.Matches($@"^.*twice\.jsonl:{lines.Length + 1}: the id "".*"" has a prediction already in line 1; keep one of them\.$", Tool.Run("eval", files.Dataset, "--split", "train", "--predictions", folder["twice.jsonl"]).Wrong());
    }

    [Fact]
    public void A_cut_line_is_refused()
    {
        var bytes = File.ReadAllBytes(Run("random"));
        File.WriteAllBytes(folder["cut.jsonl"], bytes[..^20]);

        Assert.EndsWith("the last line is cut off, so the file is not complete.", Tool.Run("eval", files.Dataset, "--split", "train", "--predictions", folder["cut.jsonl"]).Wrong(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no preset papr. Did you mean paper? There is paper, nltk, rouge-score, pltrdy", "--preset", "papr")]
    [InlineData("--baseline and --no-baselines contradict each other; give one of them.", "--baseline", "random", "--no-baselines")]
    [InlineData("--split: all is no split; there is train, val, test; itdr eval --help tells what it takes.", "--split", "all")]
    public void Wrong_options_are_one_sentence(string message, params string[] options) =>
        Assert.Contains(message, Tool.Run(["eval", files.Dataset, "--predictions", Run("random"), .. options]).Wrong(), StringComparison.Ordinal);

    [Fact]
    public void A_run_that_is_not_finished_is_said()
    {
        File.WriteAllText(folder["run.jsonl.part"], "");

        Assert.Contains("the run is not finished", Tool.Run("eval", files.Dataset, "--predictions", folder["run.jsonl"]).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_baseline_cannot_answer_is_said_and_nothing_at_all_is_exit_1()
    {
        var run = Tool.Run("run", files.Dataset, "--baseline", "user-mean", "--out", folder["mean.jsonl"]).Done();
        Assert.Contains("user-mean cannot answer top-k: its slot Ranking is a ranking of candidates, and the baseline answers only a number.", run.Out, StringComparison.Ordinal);

        Assert.Contains("There is no baseline populrity. Did you mean popularity?", Tool.Run("run", files.Dataset, "--baseline", "populrity", "--out", folder["x"]).Wrong(), StringComparison.Ordinal);
        Assert.Matches("^Name who answers: .*--gguf .*--baseline with one of random,", Tool.Run("run", files.Dataset, "--out", folder["x"]).Wrong());
    }

    [RealDataFact("ml1m")]
    public void On_MovieLens_1M_popularity_beats_random_in_top_k_with_an_interval_that_excludes_0()
    {
        var raw = RealData.Path("ml1m");
        Tool.Run("build", "--source", $"movielens-1m={raw}", "--cell", "top-k/movielens-1m", "--out", folder["ml"]).Done();
        foreach (var name in new[] { "random", "popularity" })
        {
            Tool.Run("run", folder["ml"], "--baseline", name, "--out", folder[$"{name}.jsonl"]).Done();
        }

        var compared = Tool.Run("eval", folder["ml"], "--predictions", folder["random.jsonl"], "--predictions", folder["popularity.jsonl"], "--no-baselines", "--json").Done().Json
            .GetProperty("comparisons")[0];
        var line = compared.GetProperty("lines").EnumerateArray().First(static line => line.GetProperty("metric").GetString() == "ndcg@10");

        Assert.Equal("popularity", compared.GetProperty("run").GetString());
        Assert.True(line.GetProperty("low").GetDouble() > 0.1, line.ToString());
        Assert.True(line.GetProperty("isSignificant").GetBoolean());
    }

    private string Run(string baseline)
    {
        var file = folder[$"{baseline}.jsonl"];
        Tool.Run("run", files.Dataset, "--split", "train", "--baseline", baseline, "--out", file).Done();
        return file;
    }
}
