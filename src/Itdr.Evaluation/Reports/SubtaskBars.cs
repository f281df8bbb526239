namespace Itdr.Evaluation;

/// <summary>A bar for each run by each metric of each subtask, with the chance level across.</summary>
internal static class SubtaskBars
{
    private const double Left = 190;
    private const double Width = 460;
    private const double Bar = 15;
    private const double Gap = 16;

    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2 id="bars">Subtasks</h2><p class="soft">All sources of a subtask. The thin line in a bar is the interval, the dashed line the chance level. Scales run from 0 to 1; those of errors, marked ↓, from 0 to the greatest bar.</p><div class="charts">""");
        foreach (var subtask in input.Table.At(ScoreLevel.Subtask).GroupBy(static line => line.Group))
        {
            page.Add($"<figure><figcaption>{subtask.Key}</figcaption>");
            Draw(page, [.. subtask]);
            page.AddFixed("</figure>");
        }

        page.AddFixed("</div>");
    }

    private static void Draw(HtmlPage page, IReadOnlyList<ScoreLine> lines)
    {
        var height = lines.Sum(line => HeightOf(line) + Gap) - Gap;
        page.Add($"""<svg width="{Left + Width + 80}" height="{height}" viewBox="0 -4 {Left + Width + 80} {height + 8}" role="img">""");
        var top = 0.0;
        foreach (var line in lines)
        {
            DrawLine(page, line, top);
            top += HeightOf(line) + Gap;
        }

        page.AddFixed("</svg>");
    }

    private static double HeightOf(ScoreLine line) => line.Scores.Count(static score => score is not null) * Bar;

    private static void DrawLine(HtmlPage page, ScoreLine line, double top)
    {
        var most = line.Metric.HigherIsBetter ? 1 : Math.Max(1e-9, line.Scores.Max(static score => score is null ? 0 : Finite(score.Interval.High)) * 1.05);
        var scale = Width / Math.Max(most, line.Metric.HigherIsBetter ? 0 : Finite(line.Chance ?? 0));
        var height = HeightOf(line);
        page.Add($"""<text x="{Left - 10}" y="{top + (height / 2) + 4}" text-anchor="end">{line.Name}{(line.Metric.HigherIsBetter ? "" : " ↓")}</text><line class="axis" x1="{Left}" x2="{Left}" y1="{top}" y2="{top + height}"/>""");
        var y = top;
        for (var run = 0; run < line.Scores.Count; run++)
        {
            if (line.Scores[run] is not { } score)
            {
                continue;
            }

            var (low, high, length) = (Left + (Finite(score.Interval.Low) * scale), Left + (Finite(score.Interval.High) * scale), Finite(score.All) * scale);
            page.Add($"""<rect x="{Left}" y="{y + 2}" width="{length}" height="{Bar - 4}" rx="2" style="fill:{ReportInput.Colour(run)}"/><line x1="{low}" x2="{high}" y1="{y + (Bar / 2)}" y2="{y + (Bar / 2)}" style="stroke:var(--front);stroke-width:1.5"/><text x="{Math.Max(high, Left + length) + 6}" y="{y + Bar - 4}">{ReportNumber.Score(score.All)}</text>""");
            y += Bar;
        }

        if (line.Chance is { } chance && double.IsFinite(chance))
        {
            page.Add($"""<line x1="{Left + (chance * scale)}" x2="{Left + (chance * scale)}" y1="{top - 3}" y2="{top + height + 3}" style="stroke:var(--bad);stroke-dasharray:3 3;stroke-width:1.5"><title>chance {ReportNumber.Score(chance)}</title></line>""");
        }
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
