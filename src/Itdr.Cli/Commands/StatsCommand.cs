using System.CommandLine;
using System.Globalization;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr stats</c>: the paper's table of statistics from a dataset folder.</summary>
internal sealed class StatsCommand : Command
{
    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Argument<string> dataset = new("DIR") { Description = "The dataset folder." };
    private readonly Option<string?> html = OptionOf.Value("--html", "FILE", "Write a page with the table, the flow and the lengths too; it needs no other file.", static text => text);
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write the statistics as JSON.");

    public StatsCommand(Screen screen, CancellationToken cancellationToken)
        : base("stats", "Count the instances of a dataset folder and their tokens, beside the paper's.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        Add(dataset);
        Add(html);
        Add(subtasks);
        Add(json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var options = new StatisticsOptions { Dataset = parsed.GetValue(dataset)!, Subtasks = AuthorAssemblies.Load(parsed.GetValue(subtasks)) };
        var page = parsed.GetValue(html);
        if (page is not null && Directory.Exists(page))
        {
            throw new UsageException($"{page} is a folder; --html takes the file to write.");
        }

        var report = screen.Watch<FileProgress, StatisticsReport>(
            static progress => new WorkStep("Counting tokens", progress.Done, progress.Total),
            progress => DatasetStatistics.Measure(options, progress, cancellationToken));
        if (page is not null)
        {
            WritePage(page, StatisticsPage.Of(report, $"Statistics of {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Dataset)))}"));
        }

        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, ForPrograms(report));
        }
        else
        {
            Show(report);
            screen.Out.Write(page is null ? "" : $"The page is {page}.\n");
        }

        return report.Instances > 0 ? ExitCode.Done : ExitCode.Findings;
    }

    /// <summary>A page that could be written only in part leaves the one before as it was.</summary>
    private static void WritePage(string path, string content)
    {
        var unfinished = $"{path}.new";
        try
        {
            File.WriteAllText(unfinished, content);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }

            throw new UsageException($"{path} cannot be written: {error.Message.TrimEnd('.')}.", error);
        }
    }

    private static object ForPrograms(StatisticsReport report) => new
    {
        report.Tokenizer,
        report.Instances,
        Cells = report.Cells.Select(static cell => new
        {
            cell.Subtask,
            RootTask = cell.RootTask.ToString(),
            cell.Source,
            cell.Metrics,
            cell.Instances,
            cell.Unlabelled,
            cell.PaperExamples,
            cell.Input,
            cell.Output,
        }),
    };

    private static string Mean(LengthSummary lengths) => lengths.Count == 0 ? "none" : lengths.Mean.ToString("N1", CultureInfo.InvariantCulture);

    private void Show(StatisticsReport report)
    {
        var table = Tables.Create("subtask", "source", "#instances", "#no label", "#paper", "#tokens in", "#tokens out").Narrow();
        foreach (var cell in report.Cells)
        {
            table.Add(
                cell.Subtask,
                cell.Source,
                Tables.Number(cell.Instances),
                Tables.Number(cell.Unlabelled),
                cell.PaperExamples is { } paper ? Tables.Number(paper) : "none",
                Mean(cell.Input),
                Mean(cell.Output));
        }

        screen.Write(table);
        screen.Out.WriteLine($"{Tables.Number(report.Instances)} instances. Tokens are means by {report.Tokenizer}: in is the user's turn with its instruction, out the label.");
    }
}
