namespace Itdr.Evaluation;

/// <summary>What became of the predictions of each cell, and what had to be overlooked to read them.</summary>
internal static class ValiditySection
{
    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2 id="validity">Validity</h2><div class="wide"><table><thead><tr><th class="name">run</th><th class="name">cell</th><th>instances</th><th>missing</th><th>unread</th><th>read</th><th>valid</th><th>repaired</th><th class="name">repairs</th></tr></thead><tbody>""");
        foreach (var run in input.Runs)
        {
            foreach (var cell in run.Report.Cells.Where(static cell => cell.IsRun))
            {
                var validity = cell.Validity;
                var repairs = string.Join(", ", validity.Repairs.OrderByDescending(static repair => repair.Value).Select(static repair => $"{repair.Key} {ReportNumber.Count(repair.Value)}"));
                page.Add($"""<tr><td class="name">{run.Name}</td><td class="name">{cell.Name.Cell}</td><td>{validity.Instances}</td><td>{validity.Missing}</td><td>{validity.Unread}</td><td>{validity.Read}</td><td>{ReportNumber.Share(validity.Ratio)}</td><td>{validity.Repaired}</td><td class="name">{repairs}</td></tr>""");
            }
        }

        page.AddFixed("</tbody></table></div>");
    }
}
