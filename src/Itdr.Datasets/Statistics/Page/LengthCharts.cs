using System.Globalization;

namespace Itdr.Datasets.Statistics.Page;

/// <summary>Draws how long the user's turns of each cell are.</summary>
internal static class LengthCharts
{
    private const int Bins = 40;
    private const int BarWidth = 6;
    private const int Height = 64;
    private const int Width = Bins * BarWidth;

    /// <summary>Draws a chart for each cell that has an instance.</summary>
    public static void Write(HtmlText html, IReadOnlyList<CellStatistics> cells)
    {
        html.Raw("<div class=\"charts\">\n");
        foreach (var subtask in cells.Where(static cell => cell.Input.Count > 0).GroupBy(static cell => cell.Subtask))
        {
            var width = (subtask.Max(static cell => cell.Input.Longest) / Bins) + 1;
            foreach (var cell in subtask)
            {
                Write(html, cell, width);
            }
        }

        html.Raw("</div>\n");
    }

    private static void Write(HtmlText html, CellStatistics cell, int width)
    {
        var counts = cell.Input.Histogram(Bins, width);
        var most = counts.Max();
        html.Raw($"<figure><svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{HtmlText.Escape($"Lengths of {cell.Subtask} from {cell.Source}")}\">");
        for (var bin = 0; bin < Bins; bin++)
        {
            // Every bin that is not empty is seen, even one of a single instance.
            var height = counts[bin] == 0 ? 0 : Math.Max(1, (Height - 4.0) * counts[bin] / most);
            html.Raw(height == 0 ? "" : $"<rect class=\"bar\" x=\"{(bin * BarWidth) + 1}\" y=\"{HtmlText.Coordinate(Height - 1 - height)}\" width=\"{BarWidth - 2}\" height=\"{HtmlText.Coordinate(height)}\"/>");
        }

        var median = HtmlText.Coordinate(Math.Min(Width, (double)cell.Input.Median / width * BarWidth));
        html.Raw($"<line class=\"axis\" x1=\"0\" y1=\"{Height - 0.5:0.#}\" x2=\"{Width}\" y2=\"{Height - 0.5:0.#}\"/><line class=\"median\" x1=\"{median}\" y1=\"0\" x2=\"{median}\" y2=\"{Height}\"/></svg>\n<figcaption>");
        html.Element("strong", $"{cell.Subtask} · {cell.Source}");
        html.Element("span", $"median {Number(cell.Input.Median)}, 95 % up to {Number(cell.Input.Percentile95)}, longest {Number(cell.Input.Longest)}; scale 0 to {Number(Bins * width)}");
        html.Raw("</figcaption></figure>\n");
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
