using System.CommandLine;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;
using Itdr.Instances;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr export</c>: the files that a trainer reads.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Argument<string> dataset = new("DIR") { Description = "The dataset folder." };
    private readonly Option<string?> format = OptionOf.Value("--format", "NAME", $"The format: {string.Join(", ", FormatNames)}.", static text => text);
    private readonly Option<string?> output = OptionOf.Value("--out", "DIR", "The folder for the training files; absent or empty.", static text => text);
    private readonly Option<bool> noInstruction = OptionOf.Flag("--no-instruction", "Leave the fixed instruction of each subtask out.");
    private readonly Option<string[]> without = OptionOf.Values("--without", "SUBTASK|ROOT", "Leave a subtask out of train, or a root task: user-item-interaction (uii), user-item-understanding (uiu). May be given several times.", static text => text);
    private readonly Option<decimal?> fraction = OptionOf.Value<decimal?>("--fraction", "PART", "The part of each cell's rows to take into train; a smaller part is contained in every larger one.", static text => Quantities.Fraction(text), "1");
    private readonly Option<bool> allSplits = OptionOf.Flag("--all-splits", "Let --without and --fraction concern val and test too.");
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write what was exported as JSON.");

    public ExportCommand(Screen screen, CancellationToken cancellationToken)
        : base("export", "Render a dataset folder as the files that a trainer reads.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        format.Required = true;
        output.Required = true;
        Add(dataset);
        Add(format);
        Add(output);
        Add(noInstruction);
        Add(without);
        Add(fraction);
        Add(allSplits);
        Add(subtasks);
        Add(json);
        SetAction(Run);
    }

    private static IReadOnlyList<string> FormatNames => [.. DatasetExporter.Formats.Select(static known => known.Name)];

    private int Run(ParseResult parsed)
    {
        var options = new ExportOptions
        {
            Dataset = parsed.GetValue(dataset)!,
            Output = parsed.GetValue(output)!,
            Format = parsed.GetValue(format)!,
            WithInstruction = !parsed.GetValue(noInstruction),
            Without = parsed.GetValue(without) ?? [],
            Fraction = parsed.GetValue(fraction) ?? 1,
            AllSplits = parsed.GetValue(allSplits),
            Subtasks = AuthorAssemblies.Load(parsed.GetValue(subtasks)),
        };
        if (!FormatNames.Contains(options.Format))
        {
            throw Suggestion.Unknown("export format", options.Format, [.. FormatNames]);
        }

        var report = screen.Watch<FileProgress, ExportReport>(
            static progress => new WorkStep("Exporting the instances", progress.Done, progress.Total),
            progress => DatasetExporter.Export(options, progress, cancellationToken));
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, ForPrograms(report));
        }
        else
        {
            Show(report, options.Output);
        }

        return report.Rows > 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static object ForPrograms(ExportReport report) => new
    {
        report.Rows,
        report.Unlabelled,
        report.LeftOut,
        Cells = report.Cells.Select(static cell => new { cell.Name.Subtask, cell.Name.Source, Split = cell.Name.Split.Name(), cell.Rows, cell.Unlabelled, cell.LeftOut }),
        report.Files,
    };

    private void Show(ExportReport report, string directory)
    {
        var table = Tables.Create("cell", "#train", "#val", "#test", "#left out", "#no label");
        foreach (var cell in report.Cells.GroupBy(static cell => cell.Name.Cell))
        {
            var rows = SplitNames.All.Select(split => cell.Where(file => file.Name.Split == split).Sum(static file => file.Rows));
            table.Add([cell.Key, .. rows.Append(cell.Sum(static file => file.LeftOut)).Append(cell.Sum(static file => file.Unlabelled)).Select(Tables.Number)]);
        }

        screen.Write(table);
        screen.Out.WriteLine(report.Rows > 0
            ? $"{Tables.Number(report.Rows)} rows are in {directory}: {string.Join(", ", report.Files)}."
            : "Nothing was exported: no instance that is taken has a label.");
    }
}
