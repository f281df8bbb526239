using System.Text.RegularExpressions;

namespace Itdr.Datasets.Tests.Statistics;

public class StatisticsPageTests
{
    private static CellStatistics Cell(string subtask, string source, int instances, RootTask root = RootTask.UserItemInteraction) => new()
    {
        Subtask = subtask,
        RootTask = root,
        Source = source,
        Metrics = ["ndcg@10"],
        Instances = instances,
        Unlabelled = 0,
        PaperExamples = 6250,
        Input = new LengthSummary(Enumerable.Range(100, instances)),
        Output = new LengthSummary(Enumerable.Repeat(3, instances)),
    };

    private static StatisticsReport Report(params CellStatistics[] cells) => new("o200k_base", cells);

    [Fact]
    public void The_page_has_the_table_with_the_tokenizer_the_flow_and_a_chart_for_each_cell()
    {
        var page = StatisticsPage.Of(Report(Cell("top-k", "books", 10), Cell("top-k", "films", 30), Cell("user-attributes", "films", 20, RootTask.UserItemUnderstanding)), "Ours");
        Assert.Contains("<h1>Ours</h1>", page, StringComparison.Ordinal);
        Assert.Contains("60 instances of 2 subtasks from 2 sources.", page, StringComparison.Ordinal);
        Assert.Contains("counted by o200k_base", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page, "<figure>"));
        Assert.Equal(3, Regex.Count(page, "<tr><td>"));
        Assert.Contains("<title>User-item interaction to top-k: 40</title>", page, StringComparison.Ordinal);
        Assert.Contains("<title>top-k from films: 30</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_asks_for_no_other_file_runs_no_script_and_has_light_dark_and_print()
    {
        var page = StatisticsPage.Of(Report(Cell("top-k", "books", 10)), "Ours");
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        Assert.Contains("@media print", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_name_can_become_markup()
    {
        const string Evil = "<img src=x onerror=\"alert('&')\">";
        var page = StatisticsPage.Of(Report(Cell(Evil, Evil, 10) with { Metrics = [Evil] }) with { Tokenizer = Evil }, Evil);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert('", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dataset_without_an_instance_has_a_page_too() =>
        Assert.Contains("There is no instance.", StatisticsPage.Of(Report(Cell("top-k", "books", 0)), "None"), StringComparison.Ordinal);

    [Fact]
    public void The_flows_fill_their_nodes()
    {
        var page = StatisticsPage.Of(Report(Cell("top-k", "books", 100), Cell("next-item", "books", 300)), "Ours");
        var heights = Regex.Matches(page, "<rect class=\"node[^>]* height=\"([0-9.]+)\"").Select(static match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([420, 105, 315, 420], heights);
    }
}
