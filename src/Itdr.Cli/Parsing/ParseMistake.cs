using System.CommandLine;
using System.CommandLine.Parsing;

namespace Itdr.Cli.Parsing;

/// <summary>Puts what is wrong with a command line into one sentence.</summary>
internal static class ParseMistake
{
    /// <summary>The error to tell: the first one, with the name that was meant if one is close.</summary>
    public static UsageException Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = Path(parsed.CommandResult);
        if (parsed.UnmatchedTokens.Count > 0)
        {
            return new UsageException($"{path} has no {Kind(command, parsed.UnmatchedTokens[0])}{Suggestion.Clause(parsed.UnmatchedTokens[0], Names(command))}; {path} --help tells what it takes.");
        }

        var message = parsed.Errors[0].Message.TrimEnd('.');
        return new UsageException($"{message}; {path} --help tells what it takes.");
    }

    private static string Kind(Command command, string token) => (token, command.Subcommands.Count) switch
    {
        (['-', ..], _) => $"option {token}",
        (_, > 0) => $"command {token}",
        _ => $"place for the argument {token}",
    };

    private static IEnumerable<string> Names(Command command) =>
        command.Options.Select(static option => option.Name).Concat(command.Subcommands.Select(static subcommand => subcommand.Name));

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "itdr";
}
