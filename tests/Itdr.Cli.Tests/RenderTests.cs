using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

public sealed class RenderTests : IDisposable
{
    private const string Task = """
        {"domain":{"item":"movie","items":"movies","engaged":"watched"},"history":[{"title":"Lantern of Fendrimar, The (1961)"}],"candidates":[{"title":"Kelzuwick: \"Paper\" Ferry"},{"title":"灯 🎬"}]}
        """;

    private static readonly string Turn = TopKRecommendation.Descriptor.UserTurn(
        new TopKRecommendation(ItemDomain.Movies, [new Item("Lantern of Fendrimar, The (1961)")], [new Item("Kelzuwick: \"Paper\" Ferry"), new Item("灯 🎬")]).ToPrompt());

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_turn_is_written_exactly_and_nothing_else()
    {
        File.WriteAllText(folder["task.json"], Task);

        var render = Tool.Run("render", "top-k", "--json", folder["task.json"]).Done();

        Assert.Equal(Turn, render.Out);
        Assert.Equal("", render.Error);
    }

    [Fact]
    public void A_task_is_read_from_standard_input() =>
        Assert.Equal(Turn, Tool.Run(new StringReader(Task), "render", "top-k", "--json", "-").Done().Out);

    [Fact]
    public void The_first_line_of_an_instance_file_is_rendered()
    {
        var line = $$"""{"id":"top-k.a.1","user":"1","task":{{Task}}}""".ReplaceLineEndings("");

        Assert.Equal(Turn, Tool.Run(new StringReader($"{line}\n{line}\n"), "render", "top-k", "--json", "-").Done().Out);
    }

    [Theory]
    [InlineData("", "standard input is not JSON at line 1, byte 1.")]
    [InlineData("[1]", "standard input is not a task: it does not start with a JSON object.")]
    [InlineData("{\"domain\":", "standard input is not JSON at line 1, byte 11.")]
    [InlineData("{\"domain\":7}", "standard input: domain: expected an object, found 7.")]
    [InlineData("{\"domain\":{\"item\":\"a\",\"items\":\"b\",\"engaged\":\"c\"},\"history\":[],\"candidates\":[{\"title\":\"\\ud83c\"}]}", "standard input: candidates[0].title: expected a string without half of a surrogate pair, found \"\\ud83c\".")]
    [InlineData("{\"\\ud83c\":1}", "standard input: expected fields whose names hold no half of a surrogate pair, found {\"\\ud83c\":1}.")]
    public void What_is_no_task_is_refused_by_its_field(string json, string message) =>
        Assert.Equal(message, Tool.Run(new StringReader(json), "render", "top-k", "--json", "-").Wrong());

    [Fact]
    public void A_scale_whose_lowest_point_is_above_its_highest_is_refused()
    {
        const string Upside = """{"domain":{"item":"a","items":"b","engaged":"c"},"scale":{"minimum":5,"maximum":1,"step":1,"format":"0"},"history":[],"target":{"title":"T"}}""";
        Assert.Equal("standard input: the task has no answer: Rating has no value, because Scale has no points.", Tool.Run(new StringReader(Upside), "render", "rating-prediction", "--json", "-").Wrong());
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_told_from_one_that_is_missing()
    {
        Assert.Equal($"{folder.Path} is a folder; --json takes a file with one task, or - for standard input.", Tool.Run("render", "top-k", "--json", folder.Path).Wrong());
        Assert.Equal($"{folder["none"]} does not exist; --json takes a file with one task, or - for standard input.", Tool.Run("render", "top-k", "--json", folder["none"]).Wrong());
        Assert.Equal($"{folder.Path} is a folder; --subtasks takes the assembly that your project builds.", Tool.Run("list", "--subtasks", folder.Path).Wrong());
    }
}
