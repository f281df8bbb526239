using System.CommandLine;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr merge</c>: one dataset folder from the shards of a build.</summary>
internal sealed class MergeCommand : Command
{
    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Argument<string[]> shards = new("DIR") { Description = "The folders of all shards, in any order.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> output = OptionOf.Value("--out", "DIR", "The folder for the dataset; absent or empty.", static text => text);
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write what was merged as JSON.");

    public MergeCommand(Screen screen, CancellationToken cancellationToken)
        : base("merge", "Put the shards of a build together: the bytes of the build without shards.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        output.Required = true;
        Add(shards);
        Add(output);
        Add(json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var options = new MergeOptions { Shards = parsed.GetValue(shards)!, Output = parsed.GetValue(output)! };
        var report = screen.Watch<BuildProgress, BuildReport>(
            static progress => new WorkStep(progress.Stage, progress.Done, progress.Total),
            progress => DatasetMerger.Merge(options, progress, cancellationToken));
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, BuildScreen.ForPrograms(report));
        }
        else
        {
            BuildScreen.Show(screen, report, options.Output);
        }

        return report.Instances > 0 ? ExitCode.Done : ExitCode.Findings;
    }
}
