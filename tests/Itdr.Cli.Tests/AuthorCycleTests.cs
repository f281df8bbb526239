namespace Itdr.Cli.Tests;

/// <summary>A subtask of another assembly goes through every tool like the seven.</summary>
public sealed class AuthorCycleTests(AuthorDataset data) : IClassFixture<AuthorDataset>
{
    private static readonly string Own = typeof(AuthorCycleTests).Assembly.Location;

    [Fact]
    public void It_is_exported()
    {
        var exported = Tool.Run("export", data.Folder, "--format", "alpaca", "--out", data["lf"], "--subtasks", Own, "--json").Done().Json;

        Assert.Equal(60, exported.GetProperty("rows").GetInt32());
        Assert.Contains("mood: Lively\\n1. Ada\\n", File.ReadAllText(data["lf/itdr_train.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_run_by_a_baseline_and_evaluated()
    {
        Tool.Run("run", data.Folder, "--baseline", "mixed", "--out", data["mixed.jsonl"], "--subtasks", Own).Done();
        Assert.Contains("\"text\":\"mood: Lively\\n1. Ada\\n2. Stranger ", File.ReadLines(data["mixed.jsonl"]).First(), StringComparison.Ordinal);

        var scores = Tool.Run("eval", data.Folder, "--predictions", data["mixed.jsonl"], "--subtasks", Own, "--json", "--report", data["report.html"]).Done().Json.GetProperty("scores");

        Assert.Equal(1, Score(scores, "hit@1"));
        Assert.Equal(0.75, Score(scores, "accuracy"));
        Assert.Contains("seating", File.ReadAllText(data["report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_assembly_the_run_says_that_it_is_not_known() =>
        Assert.Contains("its subtask \"seating\" is not known", Tool.Run("run", data.Folder, "--baseline", "random", "--out", data["x.jsonl"]).Wrong(), StringComparison.Ordinal);

    private static double Score(System.Text.Json.JsonElement scores, string metric) => scores.EnumerateArray()
        .First(line => line.GetProperty("level").GetString() == "Cell" && line.GetProperty("metric").GetString() == metric)
        .GetProperty("scores")[0].GetProperty("all").GetDouble();
}
