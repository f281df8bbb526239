using System.Globalization;
using Itdr.Datasets.Statistics.Page;

namespace Itdr.Datasets;

/// <summary>Shows statistics as one HTML page that needs no other file: the table, the flow from root tasks to sources, and the lengths.</summary>
public static class StatisticsPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="report">What was measured.</param>
    /// <param name="title">What the page is called.</param>
    /// <returns>The HTML.</returns>
    public static string Of(StatisticsReport report, string title)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new HtmlText();
        html.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Element("title", title);
        html.Raw($"<style>\n{PageStyle.Css}</style>\n</head>\n<body>\n<main>\n");
        html.Element("h1", title);
        html.Element("p", Summary(report), "lead");
        html.Element("h2", "From root task to source");
        FlowDiagram.Write(html, report.Cells);
        html.Element("h2", "Cells");
        WriteTable(html, report);
        html.Element("h2", "Lengths of the user’s turns");
        html.Element("p", $"Tokens of {report.Tokenizer}, instruction included. Cells of one subtask share a scale; the line marks the median.", "note");
        LengthCharts.Write(html, report.Cells);
        html.Raw("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string Summary(StatisticsReport report)
    {
        var sources = report.Cells.Select(static cell => cell.Source).Distinct().Count();
        var subtasks = report.Cells.Select(static cell => cell.Subtask).Distinct().Count();
        var unlabelled = report.Cells.Sum(static cell => cell.Unlabelled);
        return $"{Number(report.Instances)} instances of {subtasks} {(subtasks == 1 ? "subtask" : "subtasks")} from {sources} {(sources == 1 ? "source" : "sources")}"
            + (unlabelled > 0 ? $", {Number(unlabelled)} of them still without a label." : ".");
    }

    private static void WriteTable(HtmlText html, StatisticsReport report)
    {
        html.Raw("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var (name, isNumber) in new[] { ("subtask", false), ("source", false), ("metrics", false), ("instances", true), ("no label", true), ("in the paper", true), ("tokens in", true), ("tokens out", true) })
        {
            html.Element("th", name, isNumber ? "n" : null);
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (var cell in report.Cells)
        {
            html.Raw("<tr>");
            html.Element("td", cell.Subtask);
            html.Element("td", cell.Source);
            html.Element("td", string.Join(", ", cell.Metrics));
            html.Element("td", Number(cell.Instances), "n");
            html.Element("td", Number(cell.Unlabelled), "n");
            html.Element("td", cell.PaperExamples is { } paper ? Number(paper) : "–", "n");
            html.Element("td", Mean(cell.Input), "n");
            html.Element("td", Mean(cell.Output), "n");
            html.Raw("</tr>\n");
        }

        html.Raw("</tbody>\n</table></div>\n");
        html.Element("p", $"Tokens are means, counted by {report.Tokenizer}: in is the user’s turn with its instruction, out the label.", "note");
    }

    private static string Mean(LengthSummary lengths) => lengths.Count == 0 ? "–" : lengths.Mean.ToString("N1", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
