namespace Itdr.Evaluation;

/// <summary>Subtask × source, for each run: how far the first metric of the cell is from chance towards the best possible.</summary>
internal static class HeatMap
{
    private const double Left = 150;
    private const double Top = 26;
    private const double Column = 128;
    private const double Row = 40;

    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2 id="heat">Subtasks and sources</h2><p class="soft">The first metric of each cell. The colour says how far it is from the chance level towards the best score there can be; red is worse than chance, grey was not run.</p>""");
        var cells = input.Table.At(ScoreLevel.Cell).GroupBy(static line => line.Group).Select(static cell => cell.First()).ToList();
        for (var run = 0; run < input.Runs.Count; run++)
        {
            page.Add($"""<figure class="wide"><figcaption>{input.Runs[run].Name}</figcaption>""");
            Draw(page, cells, run);
            page.AddFixed("</figure>");
        }
    }

    private static void Draw(HtmlPage page, IReadOnlyList<ScoreLine> cells, int run)
    {
        var subtasks = cells.Select(static cell => cell.Group.Split('/')[0]).Distinct().ToList();
        var sources = cells.Select(static cell => cell.Group.Split('/')[1]).Distinct().ToList();
        var (width, height) = (Left + (subtasks.Count * Column) + 4, Top + (sources.Count * Row) + 4);
        page.Add($"""<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">""");
        for (var column = 0; column < subtasks.Count; column++)
        {
            page.Add($"""<text x="{Left + ((column + 0.5) * Column)}" y="{Top - 9}" text-anchor="middle">{subtasks[column]}</text>""");
        }

        for (var row = 0; row < sources.Count; row++)
        {
            page.Add($"""<text x="{Left - 8}" y="{Top + ((row + 0.5) * Row) + 4}" text-anchor="end">{sources[row]}</text>""");
        }

        foreach (var cell in cells)
        {
            DrawCell(page, cell, run, Left + (subtasks.IndexOf(cell.Group.Split('/')[0]) * Column), Top + (sources.IndexOf(cell.Group.Split('/')[1]) * Row));
        }

        page.AddFixed("</svg>");
    }

    private static void DrawCell(HtmlPage page, ScoreLine cell, int run, double x, double y)
    {
        var score = cell.Scores[run]?.All;
        var strength = score is { } value && double.IsFinite(value) ? Strength(cell, value) : (double?)null;
        var (fill, opacity) = strength switch
        {
            null => ("var(--line)", 0.35),
            < 0 => ("var(--bad)", 0.15 + (0.55 * Math.Min(1, -strength.Value))),
            _ => ("var(--good)", 0.08 + (0.62 * Math.Min(1, strength.Value))),
        };
        page.Add($"""<rect x="{x + 2}" y="{y + 2}" width="{Column - 4}" height="{Row - 4}" rx="4" style="fill:{fill};fill-opacity:{opacity}"/><text x="{x + (Column / 2)}" y="{y + 18}" text-anchor="middle">{ReportNumber.Score(score)}</text><text class="soft" x="{x + (Column / 2)}" y="{y + 32}" text-anchor="middle" style="font-size:10px">{cell.Name}</text>""");
    }

    /// <summary>1 for the best score there can be, 0 for chance, below 0 for less; without a chance level, from the worst score.</summary>
    private static double Strength(ScoreLine cell, double score)
    {
        var chance = cell.Chance ?? (cell.Metric.HigherIsBetter ? 0 : double.NaN);
        var strength = cell.Metric.HigherIsBetter ? (score - chance) / (1 - chance) : (chance - score) / chance;
        return double.IsFinite(strength) ? strength : 0;
    }
}
