namespace Itdr.Evaluation;

/// <summary>pUII and pUIU of every run, and what is missing where one cannot be told.</summary>
internal static class AggregateSection
{
    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2>Aggregates of the paper</h2><div class="wide"><table><thead><tr><th class="name">run</th><th>pUII</th><th>pUIU</th><th class="name">terms that are missing</th></tr></thead><tbody>""");
        foreach (var run in input.Runs)
        {
            var (interaction, understanding) = (run.Report.Interaction, run.Report.Understanding);
            page.Add($"""<tr><th class="name">{run.Name}</th><td>{ReportNumber.Percent(interaction.Value)}</td><td>{ReportNumber.Percent(understanding.Value)}</td><td class="name">{Missing(interaction)} {Missing(understanding)}</td></tr>""");
        }

        page.AddFixed("</tbody></table></div>");
    }

    private static string Missing(PaperAggregate aggregate)
    {
        var missing = aggregate.Terms.Where(static term => term.Value is null).GroupBy(static term => term.Name.Split(' ')[0]).Select(static subtask => $"{subtask.Count()} of {subtask.Key}").ToList();
        return missing.Count == 0 ? "" : $"{aggregate.Name}: {string.Join(", ", missing)}.";
    }
}
