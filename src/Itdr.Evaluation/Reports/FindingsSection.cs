namespace Itdr.Evaluation;

/// <summary>What a reader must know before trusting the scores.</summary>
internal static class FindingsSection
{
    public static void Add(HtmlPage page, ReportInput input)
    {
        foreach (var run in input.Models)
        {
            foreach (var finding in run.Report.Findings)
            {
                page.Add($"""<p class="finding"><b>{run.Name}:</b> {finding}</p>""");
            }

            foreach (var note in run.Report.Notes)
            {
                page.Add($"""<p class="note"><b>{run.Name}:</b> {note}</p>""");
            }
        }
    }
}
