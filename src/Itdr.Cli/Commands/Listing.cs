using System.Globalization;
using Itdr.Cli.Terminal;
using Itdr.Datasets;
using Itdr.Instances;
using Spectre.Console;

namespace Itdr.Cli.Commands;

/// <summary>What there is of each kind, for programs and for people.</summary>
internal sealed class Listing(SubtaskSet subtasks)
{
    /// <summary>The kinds, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["subtasks", "sources", "cells", "formats"];

    /// <summary>One kind, for programs.</summary>
    public object ForPrograms(string kind) => kind switch
    {
        "subtasks" => subtasks.Select(ForPrograms),
        "sources" => SourceCatalog.All,
        "cells" => CellCatalog.All.Select(static cell => new { Cell = cell.Name.ToString(), cell.IsExtra, cell.Description, cell.Settings }),
        "formats" => DatasetExporter.Formats,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    /// <summary>One kind, for people.</summary>
    public Table Table(string kind) => kind switch
    {
        "subtasks" => SubtaskTable(),
        "sources" => SourceTable(),
        "cells" => CellTable(),
        "formats" => FormatTable(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    private static object ForPrograms(SubtaskDescriptor subtask) => new
    {
        subtask.Id,
        subtask.Version,
        RootTask = subtask.RootTask.ToString(),
        subtask.Method,
        subtask.Instruction,
        subtask.Placeholders,
        Slots = subtask.Slots.Select(static slot => slot.Name),
        Metrics = MetricsOf(subtask),
        subtask.TemplateHash,
        Type = subtask.TaskType.FullName,
    };

    private static Table SourceTable()
    {
        var table = Tables.Create("source", "files", "what it holds");
        foreach (var source in SourceCatalog.All)
        {
            table.Add(source.Name, string.Join(", ", source.Files), source.Description);
        }

        return table;
    }

    private static Table CellTable()
    {
        var table = Tables.Create("cell", "made", "thresholds");
        foreach (var cell in CellCatalog.All)
        {
            var settings = cell.Settings.Select(static setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Name}={setting.Default}"));
            table.Add(cell.Name.ToString(), cell.IsExtra ? "with --extra" : "always", string.Join(", ", settings));
        }

        return table;
    }

    private static Table FormatTable()
    {
        var table = Tables.Create("format", "what it is");
        foreach (var format in DatasetExporter.Formats)
        {
            table.Add(format.Name, format.Description);
        }

        return table;
    }

    private static IEnumerable<string> MetricsOf(SubtaskDescriptor subtask) =>
        subtask.Metrics.Concat(subtask.Slots.SelectMany(static slot => slot.Metrics)).Distinct();

    private Table SubtaskTable()
    {
        var table = Tables.Create("subtask", "#version", "method", "metrics");
        foreach (var subtask in subtasks)
        {
            var method = subtask.Method is { } name ? $"{name}Async" : "";
            table.Add(subtask.Id, subtask.Version.ToString(CultureInfo.InvariantCulture), method, string.Join(", ", MetricsOf(subtask)));
        }

        return table;
    }
}
