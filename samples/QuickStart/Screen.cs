using Itdr.Datasets;
using Itdr.Instances;
using Spectre.Console;

namespace QuickStart;

/// <summary>What the sample shows.</summary>
internal static class Screen
{
    public static void Section(string title, string text)
    {
        AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(title)}[/]") { Justification = Justify.Left });
        // The text as it is: a console of its own would wrap its lines.
        Console.WriteLine(text);
        Console.WriteLine();
    }

    public static void Table(BuildReport report)
    {
        var table = new Table { Title = new TableTitle("What was built"), Border = TableBorder.Rounded };
        table.AddColumns("subtask", "source");
        foreach (var column in (string[])["train", "val", "test"])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var cell in report.Cells)
        {
            table.AddRow(cell.Cell.Subtask, cell.Cell.Source, Count(cell, Split.Train), Count(cell, Split.Validation), Count(cell, Split.Test));
        }

        AnsiConsole.Write(table);
    }

    private static string Count(CellReport cell, Split split) => cell.Splits.GetValueOrDefault(split).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
