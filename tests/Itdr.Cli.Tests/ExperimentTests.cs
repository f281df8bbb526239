using Itdr.Testing;

namespace Itdr.Cli.Tests;

public sealed class ExperimentTests(InventedFiles files) : IClassFixture<InventedFiles>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_needs_no_trainer_is_done_once_and_finished_predictions_are_picked_up()
    {
        Study("""
            { "out": "study", "models": ["glm-4-9b"], "baselines": ["popularity"], "views": [{ "name": "full" }, { "name": "quarter", "fraction": 0.25 }, { "name": "bare", "instruction": false }],
            """);

        var first = Steps();
        Assert.Equal(["full: done now", "quarter: done now", "bare: done now"], Of(first, "export"));
        Assert.Equal(["popularity, full: done now", "glm-4-9b, full: to do", "popularity, quarter: done now", "glm-4-9b, quarter: to do", "glm-4-9b, bare: to do"], Of(first, "run"));
        Assert.Equal(3, Of(first, "train").Count);
        Assert.True(new FileInfo(folder["study/exports/quarter/itdr_train.json"]).Length * 3 < new FileInfo(folder["study/exports/full/itdr_train.json"]).Length);

        Tool.Run("run", files.Dataset, "--baseline", "random", "--out", folder["study/predictions/glm-4-9b.full.jsonl"]).Done();
        var second = Steps();
        Assert.Equal(["full: was there", "quarter: was there", "bare: was there"], Of(second, "export"));
        Assert.Contains("glm-4-9b, full: was there", Of(second, "run"));
        Assert.Equal(2, Of(second, "train").Count);
        Assert.Contains("All over full: done now", Of(second, "page"));
        Assert.Contains("glm-4-9b", File.ReadAllText(folder["study/reports/view-full.html"]), StringComparison.Ordinal);
        Assert.Contains("href=\"view-full.html\"", File.ReadAllText(folder["study/reports/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_found_in_predictions_that_are_picked_up_is_said_and_stands_on_the_overview()
    {
        Study("""
            { "out": "study", "models": ["glm-4-9b"],
            """);
        Directory.CreateDirectory(folder["study/predictions"]);
        Tool.Run("run", files.Dataset, "--baseline", "random", "--out", folder["study/predictions/glm-4-9b.full.jsonl"], "--limit", "1").Done();
        File.AppendAllText(folder["study/predictions/glm-4-9b.full.jsonl"], "{\"id\":\"nobody\",\"text\":\"x\"}\n");

        var run = Tool.Run("experiment", folder["study.json"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("glm-4-9b, full: 1 predictions have an id that no evaluated instance has, and are not scored: nobody.", run.Error, StringComparison.Ordinal);
        Assert.Contains("that no evaluated instance has", File.ReadAllText(folder["study/reports/index.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"out\": \"s\", \"modls\": [],", "it is no study at $.modls")]
    [InlineData("\"out\": \"s\",", "it names neither models nor baselines.")]
    [InlineData("\"out\": \"s\", \"baselines\": [\"populrity\"],", "There is no baseline populrity. Did you mean popularity?")]
    [InlineData("\"out\": \"s\", \"models\": [\"a/b\"],", "\"a/b\" cannot be part of a file name")]
    [InlineData("\"out\": \"s\", \"baselines\": [\"random\"], \"study\": \"papr\",", "there is no study \"papr\"; there is \"paper\".")]
    [InlineData("\"out\": \"s\", \"baselines\": [\"random\"], \"views\": [{\"name\": \"a\"}, {\"name\": \"a\"}],", "The view \"a\" is there twice.")]
    [InlineData("\"out\": null, \"baselines\": [\"random\"],", "null stands at $.out; leave it out, or give it a value.")]
    [InlineData("\"out\": \"s\", \"baselines\": null,", "null stands at $.baselines; leave it out, or give it a value.")]
    [InlineData("\"out\": \"s\", \"baselines\": [\"random\"], \"views\": [{\"name\": \"a\", \"without\": null}],", "null stands at $.views[0].without; leave it out, or give it a value.")]
    [InlineData("\"out\": \"s\", \"baselines\": [\"random\"], \"views\": [null],", "null stands at $.views[0]; leave it out, or give it a value.")]
    [InlineData("\"out\": \"s\", \"baselines\": [null],", "null stands at $.baselines[0]; leave it out, or give it a value.")]
    public void A_file_that_is_no_study_is_refused_in_one_sentence(string fields, string message)
    {
        Study($"{{ {fields}");

        Assert.Contains(message, Tool.Run("experiment", folder["study.json"]).Wrong(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["s"]));
    }

    private static List<string> Of(System.Text.Json.JsonElement steps, string kind) =>
        [.. steps.EnumerateArray().Where(step => step.GetProperty("kind").GetString() == kind).Select(static step => $"{step.GetProperty("name").GetString()}: {step.GetProperty("state").GetString()}")];

    private void Study(string start) => File.WriteAllText(folder["study.json"], $"{start} \"dataset\": \"{files.Dataset}\" }}");

    private System.Text.Json.JsonElement Steps() => Tool.Run("experiment", folder["study.json"], "--json").Done().Json;
}
