using System.CommandLine;
using System.Globalization;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Evaluation;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr published</c>: the paper's aggregates, computed again from its own tables.</summary>
internal sealed class PublishedCommand : Command
{
    private readonly Screen screen;
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write JSON.");

    public PublishedCommand(Screen screen)
        : base("published", "Compute the paper's aggregates from its published cells, and say where its tables do not fit together.")
    {
        this.screen = screen;
        Add(json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, PublishedResults.Runs.Select(static run => new
            {
                run.Name,
                Interaction = new { Published = run.Interaction, Computed = run.ComputedInteraction.Value },
                Understanding = new { Published = run.Understanding, Computed = run.ComputedUnderstanding.Value },
                run.Contradictions,
            }));
            return ExitCode.Done;
        }

        var table = Tables.Create("run", "#pUII", "#computed", "#off", "#pUIU", "#computed", "#off");
        foreach (var run in PublishedResults.Runs)
        {
            var (interaction, understanding) = (run.ComputedInteraction.Value!.Value, run.ComputedUnderstanding.Value!.Value);
            table.Add(run.Name, Percent(run.Interaction), Percent(interaction), Off(interaction - run.Interaction), Percent(run.Understanding), Percent(understanding), Off(understanding - run.Understanding));
        }

        screen.Write(table);
        foreach (var run in PublishedResults.Runs)
        {
            screen.Heading(run.Name);
            foreach (var contradiction in run.Contradictions)
            {
                screen.Out.WriteLine($"  {contradiction}");
            }
        }

        return ExitCode.Done;
    }

    private static string Percent(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static string Off(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
