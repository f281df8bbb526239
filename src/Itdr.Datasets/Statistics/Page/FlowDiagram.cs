using System.Globalization;

namespace Itdr.Datasets.Statistics.Page;

/// <summary>Draws where the instances come from: root task, subtask and source from left to right, each as high as it has instances.</summary>
internal static class FlowDiagram
{
    private const double Width = 1000;
    private const double NodeWidth = 14;
    private const double Gap = 14;
    private const double Top = 8;
    private const double LeastHeight = 14;

    /// <summary>The height of all nodes of a column together, without the gaps.</summary>
    private const double Scale = 420;

    // Where the nodes of the three columns begin; the texts of the last stand before it.
    private static readonly double[] Lefts = [0, 380, Width - NodeWidth];

    /// <summary>Draws it; nothing where there is no instance.</summary>
    public static void Write(HtmlText html, IReadOnlyList<CellStatistics> cells)
    {
        var total = cells.Sum(static cell => cell.Instances);
        if (total == 0)
        {
            html.Element("p", "There is no instance.", "note");
            return;
        }

        var present = cells.Where(static cell => cell.Instances > 0).ToList();
        FlowNode[][] columns =
        [
            Column(0, present.OrderBy(static cell => RootName(cell.RootTask), StringComparer.Ordinal).GroupBy(static cell => RootName(cell.RootTask)), total),
            Column(1, present.OrderBy(static cell => RootName(cell.RootTask), StringComparer.Ordinal).GroupBy(static cell => cell.Subtask), total),
            Column(2, present.GroupBy(static cell => cell.Source), total),
        ];
        var height = columns.Max(static column => column.Max(static node => node.Bottom)) + Top;
        html.Raw($"<svg viewBox=\"0 0 {HtmlText.Coordinate(Width)} {HtmlText.Coordinate(height)}\" width=\"{HtmlText.Coordinate(Width)}\" height=\"{HtmlText.Coordinate(height)}\" role=\"img\" aria-label=\"Instances by root task, subtask and source; the table below has the numbers\">\n");
        foreach (var subtask in present.GroupBy(static cell => cell.Subtask).OrderBy(subtask => Array.FindIndex(columns[1], node => node.Name == subtask.Key)))
        {
            var root = subtask.First().RootTask;
            var node = Node(columns[1], subtask.Key);
            WriteFlow(html, Node(columns[0], RootName(root)), node, subtask.Sum(static cell => cell.Instances), root, $"{RootName(root)} to {subtask.Key}");
            foreach (var cell in subtask.OrderBy(cell => Array.FindIndex(columns[2], source => source.Name == cell.Source)))
            {
                WriteFlow(html, node, Node(columns[2], cell.Source), cell.Instances, root, $"{cell.Subtask} from {cell.Source}");
            }
        }

        foreach (var node in columns.SelectMany(static column => column))
        {
            WriteNode(html, node);
        }

        html.Raw("</svg>\n");
    }

    private static string RootName(RootTask root) => root switch
    {
        RootTask.UserItemInteraction => "User-item interaction",
        RootTask.UserItemUnderstanding => "User-item understanding",
        _ => "No root task",
    };

    private static FlowNode[] Column(int column, IEnumerable<IGrouping<string, CellStatistics>> groups, long total)
    {
        var top = Top;
        var nodes = new List<FlowNode>();
        foreach (var group in groups.OrderBy(group => column == 2 ? group.Key : "", StringComparer.Ordinal))
        {
            var instances = group.Sum(static cell => cell.Instances);
            var root = column == 2 ? default(RootTask?) : group.First().RootTask;
            var node = new FlowNode(group.Key, column, instances, root, top, Math.Max(LeastHeight, Scale * instances / total));
            nodes.Add(node);
            top = node.Bottom + Gap;
        }

        return [.. nodes];
    }

    private static FlowNode Node(FlowNode[] column, string name) => Array.Find(column, node => node.Name == name)!;

    private static void WriteFlow(HtmlText html, FlowNode from, FlowNode to, long instances, RootTask root, string name)
    {
        var (start, thickFrom) = from.TakeRight(instances);
        var (end, thickTo) = to.TakeLeft(instances);
        var (left, right) = (Lefts[from.Column] + NodeWidth, Lefts[to.Column]);
        var middle = (left + right) / 2;
        var path = string.Create(CultureInfo.InvariantCulture, $"M{left:0.#} {start:0.#}C{middle:0.#} {start:0.#} {middle:0.#} {end:0.#} {right:0.#} {end:0.#}");
        html.Raw($"<path class=\"flow r{(int)root}\" d=\"{path}\" stroke-width=\"{HtmlText.Coordinate(Math.Max(1, Math.Min(thickFrom, thickTo)))}\"><title>{HtmlText.Escape($"{name}: {Number(instances)}")}</title></path>\n");
    }

    private static void WriteNode(HtmlText html, FlowNode node)
    {
        var isLast = node.Column == 2;
        var left = Lefts[node.Column];
        var text = isLast ? left - 8 : left + NodeWidth + 8;
        html.Raw($"<rect class=\"node r{(int)(node.Root ?? RootTask.None)}\" x=\"{HtmlText.Coordinate(left)}\" y=\"{HtmlText.Coordinate(node.Top)}\" width=\"{HtmlText.Coordinate(NodeWidth)}\" height=\"{HtmlText.Coordinate(node.Height)}\"/>");
        html.Raw($"<text x=\"{HtmlText.Coordinate(text)}\" y=\"{HtmlText.Coordinate(node.Top + (node.Height / 2) + 4.5)}\"{(isLast ? " text-anchor=\"end\"" : "")}>{HtmlText.Escape(node.Name)} <tspan class=\"count\">{Number(node.Instances)}</tspan></text>\n");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>One root task, subtask or source, with the places where flows go out and come in.</summary>
    private sealed class FlowNode(string name, int column, long instances, RootTask? root, double top, double height)
    {
        private double left = top;
        private double right = top;

        public string Name { get; } = name;

        public int Column { get; } = column;

        public long Instances { get; } = instances;

        public RootTask? Root { get; } = root;

        public double Top { get; } = top;

        public double Height { get; } = height;

        public double Bottom => Top + Height;

        /// <summary>The middle and the thickness of the next flow that comes in.</summary>
        public (double Middle, double Thickness) TakeLeft(long share) => Take(ref left, share);

        /// <summary>The middle and the thickness of the next flow that goes out.</summary>
        public (double Middle, double Thickness) TakeRight(long share) => Take(ref right, share);

        private (double Middle, double Thickness) Take(ref double at, long share)
        {
            var thickness = Height * share / Instances;
            at += thickness;
            return (at - (thickness / 2), thickness);
        }
    }
}
