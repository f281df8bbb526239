using Itdr.Cli.Terminal;
using Itdr.Datasets;

namespace Itdr.Cli.Commands;

/// <summary>Shows what a teacher has done.</summary>
internal static class LabelScreen
{
    public static void Show(Screen screen, LabelReport report, LabelOptions options, LabelCost cost)
    {
        if (report.Cells.Count == 0)
        {
            screen.Out.WriteLine($"Every instance in {options.Dataset} has a label; nothing was asked.");
            return;
        }

        var table = Tables.Create("cell", "#no label", "#labels", "#paid before", "#refused", "#failed", "#left");
        foreach (var cell in report.Cells)
        {
            long[] counts = [cell.Instances, cell.Labels, cell.FromJournal, cell.Refused.Values.Sum(), cell.Failed, cell.Left];
            table.Add([cell.Cell.ToString(), .. counts.Select(Tables.Number)]);
        }

        screen.Write(table);
        foreach (var cell in report.Cells.Where(static cell => cell.Refused.Count > 0))
        {
            screen.Out.WriteLine($"{cell.Cell}: {string.Join(", ", cell.Refused.Select(static reason => $"{Tables.Number(reason.Value)} {reason.Key}"))}.");
        }

        screen.Out.WriteLine($"{Tables.Number(report.Labels)} labels by {options.TeacherName} are in {options.Dataset}; this run took {cost.Text(report.InputTokens, report.OutputTokens)}.");
    }

    public static object ForPrograms(LabelReport report, LabelCost cost) => new
    {
        report.Labels,
        report.Left,
        report.InputTokens,
        report.OutputTokens,
        Cost = cost.Of(report.InputTokens, report.OutputTokens),
        Stopped = report.Stopped?.Message,
        Cells = report.Cells.Select(static cell => new { cell.Cell.Subtask, cell.Cell.Source, cell.Instances, cell.Labels, cell.FromJournal, cell.Refused, cell.Failed, cell.Left }),
    };
}
