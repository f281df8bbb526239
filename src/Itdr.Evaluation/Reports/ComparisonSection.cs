namespace Itdr.Evaluation;

/// <summary>How runs differ, line by line.</summary>
internal static class ComparisonSection
{
    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2 id="compared">Comparisons</h2><p class="soft">Over the instances that both runs were scored on. Both p-values are after Holm's correction over the lines of the same level: single cells, subtasks, root tasks; the paired bootstrap draws at least 40 times for each of these lines, so that the correction leaves room for a small p. No Wilcoxon test where a metric has no score for a single instance.</p>""");
        foreach (var comparison in input.Table.Comparisons.Where(static comparison => comparison.Lines.Count > 0))
        {
            page.Add($"""<h3>{comparison.Run} less {comparison.Other}</h3><div class="wide"><table><thead><tr><th class="name">over</th><th class="name">metric</th><th>n</th><th>difference</th><th>interval</th><th>bootstrap p</th><th>Wilcoxon p</th></tr></thead><tbody>""");
            foreach (var line in comparison.Lines)
            {
                var style = line.IsSignificant ? line.IsBetter ? "better" : "worse" : "";
                page.Add($"""<tr><td class="name">{line.Line.Group}</td><td class="name">{line.Line.Name}</td><td>{line.Count}</td><td class="{style}">{ReportNumber.Difference(line.Paired.Difference)}</td><td>{ReportNumber.Interval(line.Paired.Interval)}</td><td>{ReportNumber.PValue(line.AdjustedPValue)}</td><td>{ReportNumber.PValue(line.AdjustedWilcoxon)}</td></tr>""");
            }

            page.AddFixed("</tbody></table></div>");
        }
    }
}
