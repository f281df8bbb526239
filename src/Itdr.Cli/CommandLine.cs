using System.CommandLine;
using Itdr.Cli.Commands;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;
using Itdr.Instances;

namespace Itdr.Cli;

/// <summary>The commands, and what becomes of their errors.</summary>
internal static class CommandLine
{
    private const string Description = "Builds, checks and exports instruction datasets for recommendation with language models.";

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
        catch (Exception error) when (error is UsageException or DatasetException or DatasetFormatException or IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine(error.Message);
            return ExitCode.Wrong;
        }
    }

    private static RootCommand Create(Screen screen, CancellationToken cancellationToken)
    {
        var root = new RootCommand(Description)
        {
            new ListCommand(screen),
            new SynthCommand(screen, cancellationToken),
            new BuildCommand(screen, cancellationToken),
            new CheckCommand(screen, cancellationToken),
            new ExportCommand(screen, cancellationToken),
            new RenderCommand(screen),
        };
        root.SetAction(int (parsed) => throw new UsageException("Name a command: list, synth, build, check, export or render; itdr --help tells what each does."));
        return root;
    }
}
