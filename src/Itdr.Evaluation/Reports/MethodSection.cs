namespace Itdr.Evaluation;

/// <summary>What every score depends on: the signatures of the metrics and the templates of the subtasks.</summary>
internal static class MethodSection
{
    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2 id="method">Method</h2><p>Scores may be compared with others only where the signatures and the template hashes are equal.</p><div class="wide"><table><thead><tr><th class="name">metric</th><th class="name">signature</th></tr></thead><tbody>""");
        foreach (var metric in input.Table.Lines.Select(static line => line.Metric).DistinctBy(static metric => metric.Signature))
        {
            page.Add($"""<tr><td class="name">{metric.Name}</td><td class="mono">{metric.Signature}</td></tr>""");
        }

        page.AddFixed("""</tbody></table></div><div class="wide"><table><thead><tr><th class="name">subtask</th><th class="name">template hash</th></tr></thead><tbody>""");
        foreach (var subtask in input.Runs.SelectMany(static run => run.Report.Cells).Select(static cell => cell.Descriptor).DistinctBy(static descriptor => descriptor.Id))
        {
            page.Add($"""<tr><td class="name">{subtask.Id}</td><td class="mono">{subtask.TemplateHash}</td></tr>""");
        }

        page.AddFixed("</tbody></table></div>");
    }
}
