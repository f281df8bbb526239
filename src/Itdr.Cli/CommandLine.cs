using System.CommandLine;
using System.CommandLine.Help;
using Itdr.Cli.Commands;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;
using Itdr.Instances;

namespace Itdr.Cli;

/// <summary>The commands, and what becomes of their errors.</summary>
internal static class CommandLine
{
    private const string Description = "Builds instruction datasets for recommendation with language models, has models answer them, and measures the answers.";

    /// <summary>Parses and runs a command line; every error is one sentence on the error stream.</summary>
    public static int Run(string[] args, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            var root = Create(screen, cancellationToken);
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
            {
                throw ParseMistake.Of(parsed);
            }

            return parsed.Invoke(new InvocationConfiguration { Output = screen.Out, Error = screen.Error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            screen.Error.WriteLine("Stopped; nothing half-done was left behind.");
            return ExitCode.Cancelled;
        }
        catch (Exception error) when (error is UsageException or DatasetException or AnswerException or DatasetFormatException or IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine(error.Message);
            return ExitCode.Wrong;
        }
    }

    private static Command Create(Screen screen, CancellationToken cancellationToken)
    {
        // Not a RootCommand, which calls itself by the file that was started; the assembly cannot be named itdr,
        // since the runtime and some file systems would take it for Itdr.
        var root = new Command("itdr", Description)
        {
            new HelpOption(),
            new VersionOption(),
            new ListCommand(screen),
            new SynthCommand(screen, cancellationToken),
            new BuildCommand(screen, cancellationToken),
            new MergeCommand(screen, cancellationToken),
            new CheckCommand(screen, cancellationToken),
            new StatsCommand(screen, cancellationToken),
            new ExportCommand(screen, cancellationToken),
            new RenderCommand(screen),
            new LabelCommand(screen, cancellationToken),
            new RunCommand(screen, cancellationToken),
            new EvalCommand(screen, cancellationToken),
            new PublishedCommand(screen),
            new ExperimentCommand(screen, cancellationToken),
        };
        var names = string.Join(", ", root.Subcommands.Select(static command => command.Name));
        root.SetAction(int (parsed) => throw new UsageException($"Name a command: {names}; itdr --help tells what each does."));
        return root;
    }
}
