namespace Itdr.Evaluation;

/// <summary>The paper's layout: a table for each subtask, its sources and metrics down, chance, baselines and runs across.</summary>
internal static class PaperTables
{
    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2 id="scores">Scores</h2>""");
        page.AddFixed("""<p class="soft">Over all rows: an answer that cannot be read counts as the worst one, and of numbers it is left out. Below each score its interval, and the score over the rows that were read where it differs. ▲ better, ▼ worse than the first run, or of the first run than the first baseline: p &lt; 0.05 by the paired bootstrap and by Wilcoxon's test after Holm's correction. ~ a chance level from drawn answers, for want of a closed form.</p>""");
        foreach (var subtask in input.Table.At(ScoreLevel.Cell).GroupBy(static line => line.Group.Split('/')[0]))
        {
            page.Add($"<h3>{subtask.Key}</h3>");
            var isOneSource = subtask.DistinctBy(static line => line.Group).Count() == 1;
            var pooled = isOneSource ? [] : input.Table.At(ScoreLevel.Subtask).Where(line => line.Group == subtask.Key);
            AddTable(page, input, "source", [.. subtask, .. pooled], static line => line.Level == ScoreLevel.Cell ? line.Group.Split('/')[1] : "all sources");
        }

        page.AddFixed("<h3>Root tasks</h3>");
        AddTable(page, input, "root task", [.. input.Table.At(ScoreLevel.RootTask)], static line => line.Group);
    }

    private static void AddTable(HtmlPage page, ReportInput input, string over, IReadOnlyList<ScoreLine> lines, Func<ScoreLine, string> groupOf)
    {
        page.Add($"""<div class="wide"><table><thead><tr><th class="name">{over}</th><th class="name">metric</th><th>n</th><th>chance</th>""");
        foreach (var run in Order(input))
        {
            page.Add($"<th>{run.Name}</th>");
        }

        page.AddFixed("</tr></thead><tbody>");
        foreach (var group in lines.GroupBy(groupOf))
        {
            var isFirst = true;
            foreach (var line in group)
            {
                page.AddFixed("<tr>");
                if (isFirst)
                {
                    page.Add($"""<th class="name" rowspan="{group.Count()}">{group.Key}</th>""");
                }

                isFirst = false;
                AddLine(page, input, line);
                page.AddFixed("</tr>");
            }
        }

        page.AddFixed("</tbody></table></div>");
    }

    private static IEnumerable<EvaluatedRun> Order(ReportInput input) => input.Runs.OrderByDescending(static run => run.IsBaseline);

    private static void AddLine(HtmlPage page, ReportInput input, ScoreLine line)
    {
        var drawn = line is { IsChanceDrawn: true, Chance: not null } ? "~" : "";
        page.Add($"""<td class="name">{line.Name}<small>{(line.Metric.HigherIsBetter ? "higher is better" : "lower is better")}</small></td><td>{line.Expected}</td><td>{drawn}{ReportNumber.Score(line.Chance)}</td>""");
        foreach (var run in Order(input))
        {
            if (line.Scores[input.Runs.ToList().IndexOf(run)] is not { } score)
            {
                page.AddFixed("<td>–<small>not run</small></td>");
                continue;
            }

            var (style, mark) = Mark(input, line, run);
            var read = score.ReadCount < line.Expected ? $"read {ReportNumber.Count(score.ReadCount)}: {ReportNumber.Score(score.Read)}" : "";
            var repaired = score.Validity.Repaired > 0 ? $"repaired {ReportNumber.Count(score.Validity.Repaired)}" : "";
            page.Add($"""<td><span class="{style}">{ReportNumber.Score(score.All)}{mark}</span><small>{ReportNumber.Interval(score.Interval)}</small><small>{read}</small><small>valid {ReportNumber.Share(score.Validity.Ratio)} {repaired}</small></td>""");
        }
    }

    private static (string Style, string Mark) Mark(ReportInput input, ScoreLine line, EvaluatedRun run)
    {
        var other = run == input.Runs[0] ? input.Runs.FirstOrDefault(static known => known.IsBaseline) : input.Runs[0];
        return other is null || input.Table.Find(run, other, line) is not { IsSignificant: true } found ? ("", "") : found.IsBetter ? ("better", " ▲") : ("worse", " ▼");
    }
}
