using System.Text;

namespace Itdr.Evaluation;

/// <summary>One model or baseline over one view of the data, in a study.</summary>
/// <param name="Subject">The model or baseline.</param>
/// <param name="View">The view of the data that it was tuned or fitted on.</param>
/// <param name="Report">What came of evaluating it.</param>
public sealed record StudyRun(string Subject, string View, EvaluationReport Report);

/// <summary>The overview of a study: what every subject reached over every view, with the pages that compare them.</summary>
public static class StudyPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="file">The file.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="views">The views, in the order of the columns.</param>
    /// <param name="runs">The runs that are finished.</param>
    /// <param name="pages">The comparison pages, by what they compare: paths relative to the page.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string file, string title, IReadOnlyList<string> views, IReadOnlyList<StudyRun> runs, IReadOnlyList<(string Name, string Path)> pages)
    {
        var page = new HtmlPage();
        page.AddFixed("""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">""");
        page.Add($"<title>{title}</title>");
        page.AddFixed(ReportStyle.Css);
        page.Add($"</head><body><h1>{title}</h1>");
        foreach (var run in runs)
        {
            foreach (var finding in run.Report.Findings)
            {
                page.Add($"""<p class="finding"><b>{run.Subject}, {run.View}:</b> {finding}</p>""");
            }
        }

        page.AddFixed("<h2>Comparisons</h2><ul>");
        foreach (var (name, path) in pages)
        {
            page.Add($"""<li><a href="{Uri.EscapeDataString(path)}">{name}</a></li>""");
        }

        page.AddFixed("</ul>");
        AddMatrix(page, "pUII", views, runs, static report => ReportNumber.Percent(report.Interaction.Value));
        AddMatrix(page, "pUIU", views, runs, static report => ReportNumber.Percent(report.Understanding.Value));
        foreach (var metric in runs.SelectMany(static run => run.Report.Subtasks.SelectMany(Lines)).Distinct())
        {
            AddMatrix(page, metric, views, runs, report => ReportNumber.Score(Score(report, metric)));
        }

        page.AddFixed("</body></html>");
        File.WriteAllText(file, page.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static IEnumerable<string> Lines(EvaluatedGroup subtask) => subtask.Metrics.Select(metric => Name(subtask, metric));

    private static string Name(EvaluatedGroup subtask, MetricResult metric) => $"{subtask.Name}: {metric.Name}{(metric.Slot is null ? "" : $" {metric.Slot}")}";

    private static double? Score(EvaluationReport report, string name) =>
        report.Subtasks.SelectMany(static subtask => subtask.Metrics.Select(metric => (Name: Name(subtask, metric), metric.All.Score))).Where(line => line.Name == name).Select(static line => (double?)line.Score).FirstOrDefault();

    private static void AddMatrix(HtmlPage page, string name, IReadOnlyList<string> views, IReadOnlyList<StudyRun> runs, Func<EvaluationReport, string> text)
    {
        page.Add($"""<h3>{name}</h3><div class="wide"><table><thead><tr><th class="name">subject</th>""");
        foreach (var view in views)
        {
            page.Add($"<th>{view}</th>");
        }

        page.AddFixed("</tr></thead><tbody>");
        foreach (var subject in runs.GroupBy(static run => run.Subject))
        {
            page.Add($"""<tr><th class="name">{subject.Key}</th>""");
            foreach (var view in views)
            {
                page.Add($"<td>{(subject.FirstOrDefault(run => run.View == view) is { } run ? text(run.Report) : "–")}</td>");
            }

            page.AddFixed("</tr>");
        }

        page.AddFixed("</tbody></table></div>");
    }
}
