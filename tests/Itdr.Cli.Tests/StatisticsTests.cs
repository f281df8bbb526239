using Itdr.Testing;

namespace Itdr.Cli.Tests;

public sealed class StatisticsTests(InventedFiles files) : IClassFixture<InventedFiles>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_table_has_every_cell_and_names_the_tokenizer()
    {
        var stats = Tool.Run("stats", files.Dataset).Done();
        Assert.Contains("user-attributes", stats.Out, StringComparison.Ordinal);
        Assert.Contains("6,040", stats.Out, StringComparison.Ordinal);
        Assert.Contains("o200k_base", stats.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_has_the_same_and_the_page_is_written_whole()
    {
        var stats = Tool.Run("stats", files.Dataset, "--json", "--html", folder["stats.html"]).Done().Json;
        Assert.Equal("o200k_base", stats.GetProperty("tokenizer").GetString());
        Assert.All(stats.GetProperty("cells").EnumerateArray(), static cell => Assert.True(cell.GetProperty("input").GetProperty("mean").GetDecimal() > 0));
        Assert.EndsWith("</html>\n", File.ReadAllText(folder["stats.html"]), StringComparison.Ordinal);
        Assert.Equal(["stats.html"], folder.Entries());
    }

    [Fact]
    public void A_page_that_cannot_be_written_is_told_in_a_sentence()
    {
        Assert.Equal($"{folder.Path} is a folder; --html takes the file to write.", Tool.Run("stats", files.Dataset, "--html", folder.Path).Wrong());
        Assert.StartsWith($"{folder["none/stats.html"]} cannot be written: ", Tool.Run("stats", files.Dataset, "--html", folder["none/stats.html"]).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_are_built_and_merged()
    {
        foreach (var shard in new[] { "0/2", "1/2" })
        {
            Tool.Run("build", "--source", $"movielens-1m={files.Ml1M}", "--shard", shard, "--out", folder[shard[..1]]).Done();
        }

        Tool.Run("build", "--source", $"movielens-1m={files.Ml1M}", "--out", folder["whole"]).Done();
        Tool.Run("merge", folder["1"], folder["0"], "--out", folder["merged"]).Done();
        Assert.Equal(File.ReadAllText(folder["whole/manifest.json"]), File.ReadAllText(folder["merged/manifest.json"]));
        Assert.Equal("The shard 1/2 is missing; name the folders of all shards.", Tool.Run("merge", folder["0"], "--out", folder["again"]).Wrong());
        Assert.StartsWith("--shard: 2/2 is no shard; write i/n", Tool.Run("build", "--source", "movielens-1m=x", "--shard", "2/2", "--out", "y").Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_of_an_export_is_one_command()
    {
        var export = Tool.Run("export", files.Dataset, "--format", "openai", "--without", "uiu", "--fraction", "25%", "--no-instruction", "--out", folder["view"], "--json").Done().Json;
        Assert.True(export.GetProperty("leftOut").GetInt64() > 0);
        Assert.Contains("25 %", File.ReadAllText(folder["view/README.md"]), StringComparison.Ordinal);
    }
}
