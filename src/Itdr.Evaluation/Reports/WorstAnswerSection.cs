namespace Itdr.Evaluation;

/// <summary>The worst answers of each cell, with what was asked, written and read.</summary>
internal static class WorstAnswerSection
{
    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2 id="worst">Worst answers</h2><p class="soft">Of each run and cell: the first answers that could not be read, then those that fall furthest short.</p>""");
        foreach (var run in input.Models)
        {
            foreach (var cell in run.Report.Cells.Where(static cell => cell.Worst.Count > 0))
            {
                page.Add($"<h3>{run.Name}: {cell.Name.Cell}</h3>");
                foreach (var answer in cell.Worst)
                {
                    Add(page, answer);
                }
            }
        }
    }

    private static void Add(HtmlPage page, WorstAnswer answer)
    {
        var scores = string.Join(", ", answer.Scores.Select(static score => $"{score.Metric} {ReportNumber.Score(score.Score)}"));
        page.Add($"<details><summary><b>{answer.Id}</b>: {answer.Failure ?? scores}</summary><dl>");
        page.Add($"<dt>Asked</dt><dd><pre>{answer.UserTurn}</pre></dd><dt>Written</dt><dd><pre>{answer.Text ?? "(no text)"}</pre></dd><dt>Known answer</dt><dd><pre>{answer.Expected}</pre></dd>");
        if (answer.Parsed is { } parsed)
        {
            var repairs = answer.Repairs.IsEmpty ? "none" : string.Join(", ", answer.Repairs.Select(static repair => $"{repair.Kind} at character {repair.Position}"));
            page.Add($"<dt>Read as</dt><dd><pre>{parsed}</pre></dd><dt>Repairs</dt><dd>{repairs}</dd>");
        }

        page.AddFixed("</dl></details>");
    }
}
