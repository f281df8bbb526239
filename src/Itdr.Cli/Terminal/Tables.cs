using System.Globalization;
using Spectre.Console;

namespace Itdr.Cli.Terminal;

/// <summary>Tables that look alike in every command.</summary>
internal static class Tables
{
    /// <summary>A table with a header; a name that starts with <c>#</c> is a column of numbers.</summary>
    public static Table Create(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true, ShowRowSeparators = false };
        foreach (var column in columns)
        {
            var isNumber = column.StartsWith('#');
            table.AddColumn(new TableColumn(new Text(isNumber ? column[1..] : column, new Style(decoration: Decoration.Bold)))
            {
                Alignment = isNumber ? Justify.Right : Justify.Left,
                NoWrap = isNumber,
            });
        }

        return table;
    }

    /// <summary>Leaves one blank between columns, for tables with many of them.</summary>
    public static Table Narrow(this Table table)
    {
        foreach (var column in table.Columns)
        {
            column.Padding = new Padding(0, 0, 0, 0);
        }

        return table;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public static void Add(this Table table, params ReadOnlySpan<string> cells)
    {
        var texts = new Text[cells.Length];
        for (var index = 0; index < cells.Length; index++)
        {
            texts[index] = new Text(cells[index]);
        }

        table.AddRow(texts);
    }

    /// <summary>A number with separators: <c>487,650</c>.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
