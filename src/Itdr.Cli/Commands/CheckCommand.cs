using System.CommandLine;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr check</c>: proves what a dataset folder must hold.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Argument<string> dataset = new("DIR") { Description = "The dataset folder." };
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write the findings as JSON.");

    public CheckCommand(Screen screen, CancellationToken cancellationToken)
        : base("check", "Prove that a dataset folder is whole and holds no leak; exits 1 with counts if not.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        Add(dataset);
        Add(subtasks);
        Add(json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var options = new CheckOptions { Dataset = parsed.GetValue(dataset)!, Subtasks = AuthorAssemblies.Load(parsed.GetValue(subtasks)) };
        var report = screen.Watch<FileProgress, CheckReport>(
            static progress => new WorkStep("Checking the files", progress.Done, progress.Total),
            progress => DatasetChecker.Check(options, progress, cancellationToken));
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, ForPrograms(report));
        }
        else
        {
            Show(report, options.Dataset);
        }

        return report.Findings == 0 && report.Instances > 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static object ForPrograms(CheckReport report) => new
    {
        report.Instances,
        report.Unlabelled,
        report.Findings,
        Rules = report.Results.Select(static result => new { result.Rule.Id, result.Rule.Claim, result.Checked, result.Findings, result.Examples }),
        report.Notes,
    };

    private void Show(CheckReport report, string directory)
    {
        var table = Tables.Create("what must hold", "#checked", "#findings");
        foreach (var result in report.Results)
        {
            table.Add(result.Rule.Claim, Tables.Number(result.Checked), result.Findings == 0 ? "none" : Tables.Number(result.Findings));
        }

        screen.Write(table);
        foreach (var result in report.Results.Where(static result => result.Findings > 0))
        {
            ShowFindings(result);
        }

        foreach (var note in report.Notes)
        {
            screen.Out.WriteLine(note);
        }

        var unlabelled = report.Unlabelled > 0 ? $", {Tables.Number(report.Unlabelled)} of them without a label" : "";
        screen.Out.WriteLine((report.Instances, report.Findings) switch
        {
            (0, 0) => $"{directory} holds no instance.",
            (_, 0) => $"{Tables.Number(report.Instances)} instances{unlabelled}: no finding.",
            _ => $"{Tables.Number(report.Instances)} instances{unlabelled}: {Tables.Number(report.Findings)} findings.",
        });
    }

    private void ShowFindings(CheckResult result)
    {
        screen.Heading($"Not so: {result.Rule.Claim}");
        foreach (var example in result.Examples)
        {
            screen.Out.WriteLine($"  {example}");
        }

        if (result.Findings > result.Examples.Count)
        {
            screen.Out.WriteLine($"  and {Tables.Number(result.Findings - result.Examples.Count)} more");
        }

        screen.Out.WriteLine();
    }
}
