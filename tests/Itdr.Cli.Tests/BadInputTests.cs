using System.Text;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

/// <summary>Raw files that are wrong in one way each; every row here is invented.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public BadInputTests() => Tool.Run("synth", "--source", "movielens-1m", "--out", folder["raw"], "--users", "40").Done();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(folder["raw/ratings.dat"]);

        var message = Build().Wrong();

        Assert.Contains("ratings.dat", message, StringComparison.Ordinal);
        AssertNothingWritten();
    }

    [Fact]
    public void A_folder_of_the_wrong_dataset_is_named_with_what_it_is()
    {
        Tool.Run("synth", "--source", "movielens-32m", "--out", folder["other"], "--users", "20").Done();

        var message = Tool.Run("build", "--source", $"movielens-1m={folder["other"]}", "--out", folder["ds"]).Wrong();

        Assert.Contains("ratings.dat", message, StringComparison.Ordinal);
        Assert.Contains("movielens-32m", message, StringComparison.Ordinal);
        AssertNothingWritten();
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var message = Tool.Run("build", "--source", $"movielens-1m={folder["nowhere"]}", "--out", folder["ds"]).Wrong();

        Assert.Contains(folder["nowhere"], message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        File.WriteAllText(folder["raw/ratings.dat"], "");

        Assert.Contains("ratings.dat", Build().Wrong(), StringComparison.Ordinal);
        AssertNothingWritten();
    }

    [Theory]
    [InlineData("7::12::5")]
    [InlineData("7::12::9::978300760")]
    [InlineData("7::12::four::978300760")]
    public void A_bad_row_beyond_the_share_allowed_stops_the_build_with_file_and_line(string row)
    {
        Insert("ratings.dat", 3, row);

        var message = Build("--max-bad-rows", "0").Wrong();

        Assert.Contains("ratings.dat", message, StringComparison.Ordinal);
        Assert.Contains("3", message, StringComparison.Ordinal);
        AssertNothingWritten();
    }

    [Theory]
    [InlineData("7::12::5")]
    [InlineData("7::12::9::978300760")]
    public void A_bad_row_within_the_share_allowed_is_counted_and_reported(string row)
    {
        Insert("ratings.dat", 3, row);

        var build = Build("--max-bad-rows", "5%").Done();

        Assert.Contains("ratings.dat:3", build.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_last_line_is_counted_and_reported()
    {
        File.AppendAllText(folder["raw/ratings.dat"], "40::12::");

        Assert.Contains("ratings.dat:", Build("--max-bad-rows", "5%").Done().Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_without_a_title_is_counted_and_reported()
    {
        Insert("movies.dat", 2, "3901::::Drama");

        Assert.Contains("movies.dat:2", Build("--max-bad-rows", "5%").Done().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("synth")]
    [InlineData("export")]
    public void An_output_folder_that_is_not_empty_is_left_alone(string command)
    {
        Build().Done();
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/mine.txt"], "mine");

        var message = command switch
        {
            "build" => Tool.Run("build", "--source", $"movielens-1m={folder["raw"]}", "--out", folder["out"]).Wrong(),
            "synth" => Tool.Run("synth", "--source", "movielens-1m", "--out", folder["out"]).Wrong(),
            _ => Tool.Run("export", folder["ds"], "--format", "alpaca", "--out", folder["out"]).Wrong(),
        };

        Assert.Equal($"{folder["out"]} is not empty, it holds mine.txt; name a new folder for the output, or empty this one.", message);
        Assert.Equal(["mine.txt"], folder.Entries("out"));
    }

    [Fact]
    public void A_source_given_twice_is_refused()
    {
        var source = $"movielens-1m={folder["raw"]}";

        Assert.Contains("movielens-1m", Tool.Run("build", "--source", source, "--source", source, "--out", folder["ds"]).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_a_source_that_is_not_given_is_refused()
    {
        Assert.Contains("movielens-32m", Build("--cell", "top-k/movielens-32m").Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_that_does_not_exist_is_refused_with_those_that_do()
    {
        var message = Build("--set", "user-attributes/movielens-1m.item=3").Wrong();

        Assert.Contains("items", message, StringComparison.Ordinal);
    }

    private Tool Build(params string[] more) => Tool.Run(["build", "--source", $"movielens-1m={folder["raw"]}", "--out", folder["ds"], .. more]);

    private void Insert(string name, int line, string row)
    {
        var lines = File.ReadAllLines(folder[$"raw/{name}"], Encoding.Latin1).ToList();
        lines.Insert(line - 1, row);
        File.WriteAllText(folder[$"raw/{name}"], string.Concat(lines.Select(static text => text + "\n")), Encoding.Latin1);
    }

    private void AssertNothingWritten() => Assert.False(Directory.Exists(folder["ds"]));
}
