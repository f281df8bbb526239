using System.Globalization;
using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>What the page is about, and where its parts are.</summary>
internal static class HeaderSection
{
    public static void Add(HtmlPage page, ReportInput input)
    {
        page.Add($"<h1>{input.Title}</h1>");
        page.Add($"""<p class="soft">The {input.Split.Name()} split, preset {input.Preset.Name}. Intervals are {input.Bootstrap.Confidence.ToString("P0", CultureInfo.InvariantCulture)} by {input.Bootstrap.Resamples} bootstrap drawings, seed {input.Bootstrap.Seed.ToString(CultureInfo.InvariantCulture)}.</p>""");
        page.AddFixed("""<nav><a href="#scores">Scores</a><a href="#bars">Subtasks</a><a href="#heat">Sources</a><a href="#errors">Rating errors</a><a href="#validity">Validity</a><a href="#compared">Comparisons</a><a href="#worst">Worst answers</a><a href="#method">Method</a></nav>""");
        page.AddFixed("<p>");
        Legend(page, input);
        page.AddFixed("</p>");
    }

    /// <summary>The runs with their colours.</summary>
    public static void Legend(HtmlPage page, ReportInput input)
    {
        for (var run = 0; run < input.Runs.Count; run++)
        {
            page.Add($"""<span class="key" style="background:{ReportInput.Colour(run)}"></span>{input.Runs[run].Name}{(input.Runs[run].IsBaseline ? " (baseline)" : "")}""");
        }
    }
}
