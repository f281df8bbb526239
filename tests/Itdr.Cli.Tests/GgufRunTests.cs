namespace Itdr.Cli.Tests;

/// <summary><c>itdr run --gguf</c>.</summary>
public sealed class GgufRunTests
{
    [Fact]
    public void A_model_that_is_not_there_or_no_model_is_told_in_a_sentence()
    {
        using var folder = new Testing.TemporaryFolder();
        var dataset = Dataset(folder);
        Assert.Contains("There is no file", Tool.Run("run", dataset, "--gguf", folder["absent.gguf"], "--out", folder["p.jsonl"]).Wrong(), StringComparison.Ordinal);
        File.WriteAllText(folder["page.gguf"], "<html></html>");
        Assert.Contains("is not a GGUF file", Tool.Run("run", dataset, "--gguf", folder["page.gguf"], "--out", folder["p.jsonl"]).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_belongs_to_a_model_is_refused_without_one_and_two_who_answer_too()
    {
        using var folder = new Testing.TemporaryFolder();
        var dataset = Dataset(folder);
        Assert.Contains("belong to --gguf", Tool.Run("run", dataset, "--baseline", "random", "--lora", "a.gguf", "--out", folder["p.jsonl"]).Wrong(), StringComparison.Ordinal);
        Assert.Contains("belong to --gguf", Tool.Run("run", dataset, "--threads", "2", "--out", folder["p.jsonl"]).Wrong(), StringComparison.Ordinal);
        Assert.Contains("name two who answer", Tool.Run("run", dataset, "--baseline", "random", "--gguf", "a.gguf", "--out", folder["p.jsonl"]).Wrong(), StringComparison.Ordinal);
        Assert.Contains("--gguf", Tool.Run("run", dataset, "--out", folder["p.jsonl"]).Wrong(), StringComparison.Ordinal);
    }

    private static string Dataset(Testing.TemporaryFolder folder)
    {
        Tool.Run("synth", "--source", "movielens-1m", "--out", folder["raw"], "--users", "40").Done();
        Tool.Run("build", "--source", $"movielens-1m={folder["raw"]}", "--out", folder["data"], "--split", "2:1:7").Done();
        return folder["data"];
    }
}
