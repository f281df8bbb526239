namespace Itdr.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("Name a command: list, synth, build, ")]
    [InlineData("itdr has no command lst, did you mean list?; itdr --help tells what it takes.", "lst")]
    [InlineData("There is no list of source. Did you mean sources? There is subtasks, sources, cells, formats.", "list", "source")]
    [InlineData("itdr build has no option --limt, did you mean --limit?; itdr build --help tells what it takes.", "build", "--source", "movielens-1m=x", "--out", "y", "--limt", "3")]
    [InlineData("Option '--source' is required; itdr build --help tells what it takes.", "build", "--out", "y")]
    [InlineData("Option '--out' is required; itdr build --help tells what it takes.", "build", "--source", "movielens-1m=x")]
    [InlineData("Required argument missing for command: 'check'; itdr check --help tells what it takes.", "check")]
    [InlineData("There is no source movielens-32. Did you mean movielens-32m? There is ", "build", "--source", "movielens-32=x", "--out", "y")]
    [InlineData("There is no cell topk/movielens-1m. Did you mean top-k/movielens-1m?", "build", "--source", "movielens-1m=x", "--out", "y", "--cell", "topk/movielens-1m")]
    [InlineData("There is no cell top-k/movielens-2m.", "build", "--source", "movielens-1m=x", "--out", "y", "--set", "top-k/movielens-2m.negatives=3")]
    [InlineData("There is no invented source netflix. There is movielens-32m, movielens-1m, ", "synth", "--source", "netflix", "--out", "y")]
    [InlineData("There is no export format sharegtp. Did you mean sharegpt? There is alpaca, ", "export", "x", "--format", "sharegtp", "--out", "y")]
    [InlineData("There is no subtask topk. Did you mean top-k?", "render", "topk", "--json", "-")]
    [InlineData("--source: movielens-1m is not a source with its folder; write name=path, such as movielens-1m=downloads/ml-1m; ", "build", "--source", "movielens-1m", "--out", "y")]
    [InlineData("--limit: many is not a whole number from 1 up; ", "build", "--source", "movielens-1m=x", "--out", "y", "--limit", "many")]
    [InlineData("--limit: 0 is not a whole number from 1 up; ", "build", "--source", "movielens-1m=x", "--out", "y", "--limit", "0")]
    [InlineData("--memory: 2 is no size; write a number with a unit, such as 2GB or 512MiB; ", "build", "--source", "movielens-1m=x", "--out", "y", "--memory", "2")]
    [InlineData("--max-bad-rows: 120% is no part of the rows; write 0.1% or 0.001; ", "build", "--source", "movielens-1m=x", "--out", "y", "--max-bad-rows", "120%")]
    [InlineData("--split: The split 8:2 is not three whole shares", "build", "--source", "movielens-1m=x", "--out", "y", "--split", "8:2")]
    [InlineData("--split: The split a:b:c is not three whole shares", "build", "--source", "movielens-1m=x", "--out", "y", "--split", "a:b:c")]
    [InlineData("--threads: 100000 is not a whole number from 1 to 256; ", "build", "--source", "movielens-1m=x", "--out", "y", "--threads", "100000")]
    [InlineData("--split-by: item is neither user nor instance; ", "build", "--source", "movielens-1m=x", "--out", "y", "--split-by", "item")]
    [InlineData("--negatives: There is no way hard to draw negatives", "build", "--source", "movielens-1m=x", "--out", "y", "--negatives", "hard")]
    [InlineData("--set: top-k/movielens-1m.negatives is not a setting", "build", "--source", "movielens-1m=x", "--out", "y", "--set", "top-k/movielens-1m.negatives")]
    [InlineData("nowhere: there is no such folder.", "check", "nowhere")]
    [InlineData("nowhere: there is no such folder.", "export", "nowhere", "--format", "alpaca", "--out", "y")]
    [InlineData("nowhere.json does not exist; --json takes a file with one task, or - for standard input.", "render", "top-k", "--json", "nowhere.json")]
    [InlineData("nowhere.dll does not exist; --subtasks takes the assembly that your project builds.", "list", "--subtasks", "nowhere.dll")]
    public void Wrong_usage_is_one_sentence_and_exit_code_2(string message, params string[] args)
    {
        var tool = Tool.Run(args);

        Assert.StartsWith(message, tool.Wrong(), StringComparison.Ordinal);
        Assert.Equal(1, tool.Error.Count(static letter => letter == '\n'));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("build", "--help")]
    [InlineData("list", "-h")]
    public void Help_is_a_result_even_where_something_is_missing(params string[] args)
    {
        var help = Tool.Run(args).Done();

        Assert.Contains("Usage:", help.Out, StringComparison.Ordinal);
        Assert.Contains("itdr", help.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Itdr.Cli", help.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_told() => Assert.Matches(@"^\d+\.\d+\.\d+", Tool.Run("--version").Done().Out);

    [Theory]
    [InlineData("2GB", 2_000_000_000)]
    [InlineData("1.5gb", 1_500_000_000)]
    [InlineData("512 MiB", 536_870_912)]
    [InlineData("64000000B", 64_000_000)]
    public void Sizes_are_read_with_their_unit(string text, long bytes) => Assert.Equal(bytes, Parsing.Quantities.Size(text));

    [Theory]
    [InlineData("0.1%", "0.001")]
    [InlineData("0.25", "0.25")]
    [InlineData("100 %", "1")]
    [InlineData("0", "0")]
    public void Shares_are_read_with_and_without_percent(string text, string share) =>
        Assert.Equal(decimal.Parse(share), Parsing.Quantities.Fraction(text));

    [Theory]
    [InlineData("")]
    [InlineData("GB")]
    [InlineData("-1GB")]
    [InlineData("1,000MB")]
    [InlineData("99999999TB")]
    [InlineData("0GB")]
    public void What_is_no_size_is_refused(string text) => Assert.Throws<UsageException>(() => Parsing.Quantities.Size(text));
}
