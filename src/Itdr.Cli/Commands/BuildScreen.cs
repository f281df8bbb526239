using Itdr.Cli.Terminal;
using Itdr.Datasets;
using Itdr.Instances;

namespace Itdr.Cli.Commands;

/// <summary>Shows what a build made and what it read.</summary>
internal static class BuildScreen
{
    /// <summary>Shows it to a person.</summary>
    public static void Show(Screen screen, BuildReport report, string output)
    {
        screen.Write(CellTable(report));
        foreach (var refusal in report.Cells.SelectMany(static cell => cell.Refused.Select(refusal => (cell.Cell, refusal))))
        {
            screen.Out.WriteLine($"{refusal.Cell}: {Tables.Number(refusal.refusal.Count)} refused, {refusal.refusal.Reason}; the first: {refusal.refusal.Example}");
        }

        foreach (var source in report.Sources)
        {
            ShowSource(screen, source);
        }

        screen.Out.WriteLine(report.Instances > 0
            ? $"{Tables.Number(report.Instances)} instances are in {output}; itdr check {output} proves what they hold."
            : "No instance could be made: no user is eligible for any of the cells.");
    }

    /// <summary>The same for programs.</summary>
    public static object ForPrograms(BuildReport report) => new
    {
        report.Instances,
        Cells = report.Cells.Select(static cell => new
        {
            Cell = cell.Cell.ToString(),
            cell.Eligible,
            Splits = SplitNames.All.ToDictionary(static split => split.Name(), split => cell.Splits.GetValueOrDefault(split)),
            cell.Refused,
            cell.SamePrompt,
            cell.NegativesOfOtherCategories,
        }),
        report.Sources,
    };

    private static Spectre.Console.Table CellTable(BuildReport report)
    {
        var table = Tables.Create("cell", "#eligible", "#train", "#val", "#test", "#refused", "#same prompt");
        foreach (var cell in report.Cells)
        {
            table.Add(
                cell.Cell.ToString(),
                Tables.Number(cell.Eligible),
                Tables.Number(cell.Splits.GetValueOrDefault(Split.Train)),
                Tables.Number(cell.Splits.GetValueOrDefault(Split.Validation)),
                Tables.Number(cell.Splits.GetValueOrDefault(Split.Test)),
                Tables.Number(cell.RefusedInstances),
                Tables.Number(cell.SamePrompt));
        }

        return table;
    }

    private static string Example(RefusedRows refused) =>
        refused.Line == 0 ? $", such as {refused.Found}" : $", first at {refused.File}:{refused.Line}{(refused.Found is null ? "" : $" ({refused.Found})")}";

    private static void ShowSource(Screen screen, SourceReport source)
    {
        screen.Heading($"{source.Name}: {source.Recognised}");
        var table = Tables.Create("file", "#rows", "refused");
        foreach (var file in source.Files)
        {
            var refused = file.Refused.Select(static refused => $"{Tables.Number(refused.Count)} {refused.Reason}{Example(refused)}");
            table.Add(file.Name, Tables.Number(file.Rows), file.Refused.Count == 0 ? "none" : string.Join('\n', refused));
        }

        screen.Write(table);
    }
}
