using System.Globalization;

namespace Itdr.Evaluation;

/// <summary>
/// The scores that the ITDR paper reports (arXiv 2508.05667), as figures: to show that the aggregates here are the
/// paper's, and where its tables do not fit together. They are over other examples than any dataset built here, so
/// they may not be compared with its runs.
/// </summary>
public static class PublishedResults
{
    private const int FirstRun = 5;

    /// <summary>The runs whose scores are published by cell.</summary>
    public static IReadOnlyList<PublishedRun> Runs { get; } = Read();

    private static PublishedRun[] Read()
    {
        using var stream = typeof(PublishedResults).Assembly.GetManifestResourceStream("published.tsv")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.TrimEnd('\r').Split('\t')).ToList();
        return [.. Enumerable.Range(FirstRun, lines[0].Length - FirstRun).Select(column => Run(lines, column))];
    }

    private static PublishedRun Run(List<string[]> lines, int column)
    {
        double Aggregate(string name) => Number(lines.Find(line => line[0] == name)![column]);
        var cells = lines.Skip(1).Where(static line => line[1].Length > 0).Select(line => Cell(line, column));
        return new PublishedRun(lines[0][column], [.. cells], Aggregate("pUII"), Aggregate("pUIU"));
    }

    private static CellScore Cell(string[] line, int column) =>
        new(line[0], line[1], line[2], line[3].Length == 0 ? null : line[3], Number(line[column]), int.Parse(line[4], CultureInfo.InvariantCulture));

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
