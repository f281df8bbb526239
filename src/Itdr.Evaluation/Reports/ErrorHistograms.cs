using System.Globalization;

namespace Itdr.Evaluation;

/// <summary>How far predicted numbers are off: predicted less known, in steps of the data.</summary>
internal static class ErrorHistograms
{
    private const int MostBins = 41;
    private const double Width = 300;
    private const double Height = 110;

    public static void Add(HtmlPage page, ReportInput input)
    {
        page.AddFixed("""<h2 id="errors">Errors of predicted numbers</h2><p class="soft">Predicted less known, over the answers that were read; the middle line is 0. The height is the share of the answers, with the same scale within a cell.</p>""");
        foreach (var cell in input.Runs.SelectMany(static run => run.Report.Cells).Where(static cell => cell.NumberErrors.Count > 0).Select(static cell => cell.Name.Cell).Distinct())
        {
            var errors = input.Runs.Select(run => run.Report.Cells.FirstOrDefault(found => found.Name.Cell == cell)?.NumberErrors ?? []).ToList();
            foreach (var slot in errors.SelectMany(static run => run).Select(static error => error.Slot).Distinct())
            {
                page.Add($"<h3>{cell}, {slot}</h3>");
                Draw(page, input, errors.ConvertAll(run => run.Where(error => error.Slot == slot).Select(static error => error.Error).ToList()));
            }
        }
    }

    private static void Draw(HtmlPage page, ReportInput input, List<List<double>> runs)
    {
        var all = runs.SelectMany(static run => run).ToList();
        var reach = Math.Max(all.Max(Math.Abs), 1e-9);
        var step = all.TrueForAll(static error => Math.Abs((error * 2) - Math.Round(error * 2)) < 1e-9) && reach <= (MostBins - 1) / 4.0 ? 0.5 : Math.Max(1, Math.Ceiling(reach / (MostBins / 2)));
        step = step < 1 && all.TrueForAll(static error => Math.Abs(error - Math.Round(error)) < 1e-9) ? 1 : step;
        var side = (int)Math.Ceiling(reach / step);
        var shares = runs.Select(errors => Shares(errors, step, side)).ToList();
        var most = shares.Max(static run => run.Max());
        page.AddFixed("""<div class="charts">""");
        for (var run = 0; run < runs.Count; run++)
        {
            if (runs[run].Count > 0)
            {
                DrawRun(page, input.Runs[run].Name, ReportInput.Colour(run), shares[run], runs[run], step, most);
            }
        }

        page.AddFixed("</div>");
    }

    private static double[] Shares(List<double> errors, double step, int side)
    {
        var shares = new double[(2 * side) + 1];
        foreach (var error in errors)
        {
            shares[side + (int)Math.Round(error / step, MidpointRounding.AwayFromZero)] += 1.0 / errors.Count;
        }

        return shares;
    }

    private static void DrawRun(HtmlPage page, string name, string colour, double[] shares, List<double> errors, double step, double most)
    {
        var bin = Width / shares.Length;
        page.Add($"""<figure><figcaption>{name}: mean {ReportNumber.Difference(errors.Average())}, exact {ReportNumber.Share(errors.Count(static error => error == 0) / (double)errors.Count)}</figcaption><svg width="{Width}" height="{Height + 20}" viewBox="0 0 {Width} {Height + 20}" role="img">""");
        for (var index = 0; index < shares.Length; index++)
        {
            var height = most == 0 ? 0 : shares[index] / most * (Height - 4);
            page.Add($"""<rect x="{(index * bin) + 1}" y="{Height - height}" width="{Math.Max(1, bin - 2)}" height="{height}" style="fill:{colour}"><title>{Label(index, shares.Length, step)}: {ReportNumber.Share(shares[index])}</title></rect>""");
            if (shares.Length <= 15 || index % (shares.Length / 8) == 0 || index == shares.Length / 2)
            {
                page.Add($"""<text class="soft" x="{(index + 0.5) * bin}" y="{Height + 14}" text-anchor="middle" style="font-size:10px">{Label(index, shares.Length, step)}</text>""");
            }
        }

        page.Add($"""<line class="axis" x1="0" x2="{Width}" y1="{Height}" y2="{Height}"/><line x1="{Width / 2}" x2="{Width / 2}" y1="0" y2="{Height}" style="stroke:var(--soft);stroke-dasharray:2 3"/></svg></figure>""");
    }

    private static string Label(int index, int count, double step) => ((index - (count / 2)) * step).ToString("+0.##;−0.##;0", CultureInfo.InvariantCulture);
}
