using System.CommandLine;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr list</c>: what there is.</summary>
internal sealed class ListCommand : Command
{
    private readonly Screen screen;
    private readonly Argument<string?> kind = new("KIND")
    {
        Description = $"One of {string.Join(", ", Listing.Kinds)}; all of them if left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> json = OptionOf.Flag("--json", "Write JSON.");
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();

    public ListCommand(Screen screen)
        : base("list", "List the subtasks, sources, cells and export formats.")
    {
        this.screen = screen;
        Add(kind);
        Add(json);
        Add(subtasks);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var wanted = parsed.GetValue(kind);
        if (wanted is not null && !Listing.Kinds.Contains(wanted))
        {
            throw Suggestion.Unknown("list of", wanted, Listing.Kinds);
        }

        var listing = new Listing(AuthorAssemblies.Load(parsed.GetValue(subtasks)));
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, wanted is null ? Listing.Kinds.ToDictionary(static name => name, listing.ForPrograms) : listing.ForPrograms(wanted));
            return ExitCode.Done;
        }

        foreach (var name in wanted is null ? Listing.Kinds : [wanted])
        {
            screen.Heading(char.ToUpperInvariant(name[0]) + name[1..]);
            screen.Write(listing.Table(name));
        }

        return ExitCode.Done;
    }
}
