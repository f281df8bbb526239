using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Evaluation.Tests.Reports;

public class ReportPageTests
{
    private const string Title = "<script>alert('x')</script> & \"Film\"";
    private const string Escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Film&quot;";

    [Fact]
    public void Whatever_stands_in_the_data_is_escaped()
    {
        var html = Page(Title);

        Assert.Contains(Escaped, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"<h1>{Escaped}</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_else()
    {
        var html = Page("Film");

        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_is_there_and_every_tag_is_closed()
    {
        var html = Page("Film");

        Assert.All(["scores", "bars", "heat", "errors", "validity", "compared", "worst", "method"], id => Assert.Contains($"id=\"{id}\"", html, StringComparison.Ordinal));
        foreach (var tag in new[] { "table", "tr", "td", "th", "svg", "figure", "details", "dl", "pre", "div", "p", "h2", "h3", "span", "small", "text" })
        {
            Assert.Equal(Count(html, $"</{tag}>"), Count(html, $"<{tag}>") + Count(html, $"<{tag} "));
        }
    }

    [Fact]
    public void The_worst_answers_stand_with_what_was_asked_written_and_read()
    {
        var html = Page("Film");

        Assert.Contains("<b>bad</b>: Ranking at character 0: expected one of Candidates", html, StringComparison.Ordinal);
        Assert.Contains("Rank candidate items for a user", html, StringComparison.Ordinal);
        Assert.Contains("I cannot &lt;b&gt;say&lt;/b&gt;.", html, StringComparison.Ordinal);
        Assert.Contains("Preamble at character 0", html, StringComparison.Ordinal);
        Assert.Contains("<h3>rating-prediction/films, Rating</h3>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_has_its_name_only_when_it_is_whole()
    {
        using var folder = new TemporaryFolder();
        ReportPage.Write(folder["report.html"], Input("Film"));

        Assert.Equal(["report.html"], folder.Entries());
        Assert.Equal(Page("Film"), File.ReadAllText(folder["report.html"]));
    }

    [Fact]
    public void A_page_that_cannot_get_its_name_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["report.html"]);

        Assert.ThrowsAny<Exception>(() => ReportPage.Write(folder["report.html"], Input("Film")));
        Assert.Equal(["report.html/"], folder.Entries());
    }

    private static string Page(string title) => ReportPage.ToHtml(Input(title));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static ReportInput Input(string title)
    {
        Item[] candidates = [new(title), new("Film 2")];
        Instance<TopKRecommendation, TopKRecommendation.Answer> Ranking(string id) =>
            new(id, new TopKRecommendation(ItemDomain.Movies, [new Item(title)], candidates)) { Answer = new(candidates), Relevance = [1, 0] };
        using var data = new TestDataset()
            .Cell(
                "films", Ranking("good"), Ranking("repaired"), Ranking("bad"), Ranking("missing"))
            .Cell("films", TestDataset.Rating("r1", 4), TestDataset.Rating("r2", 2))
            .Predict("good", $"1. {title}\n2. Film 2").Predict("repaired", $"Sure:\n1. Film 2\n2. {title}").Predict("bad", "I cannot <b>say</b>.")
            .Predict("r1", "5").Predict("r2", "2").Predict("<unknown>", "x");
        var report = data.Evaluate(new EvaluationOptions { WorstAnswers = 3 });
        var bootstrap = new BootstrapOptions { Resamples = 100 };
        return new ReportInput(ScoreTable.Of([new EvaluatedRun("run", report), new EvaluatedRun("<other>", report)], bootstrap: bootstrap), title, Split.Test, MetricPreset.Paper, bootstrap);
    }
}
