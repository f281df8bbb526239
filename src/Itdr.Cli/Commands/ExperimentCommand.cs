using System.CommandLine;
using Itdr.Cli.Experiments;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Evaluation;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr experiment</c>: a study of models or baselines over views of the data.</summary>
internal sealed class ExperimentCommand : Command
{
    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Argument<string> study = new("FILE") { Description = "The study as JSON: dataset, out, models, baselines, views or study, format." };
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write the steps as JSON.");

    public ExperimentCommand(Screen screen, CancellationToken cancellationToken)
        : base("experiment", "Do of a study what needs no trainer, pick up finished predictions, compare them, and list what is to do; exits 1 on findings.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        Add(study);
        Add(subtasks);
        Add(json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var file = ExperimentFile.Read(parsed.GetValue(study)!);
        var (steps, hasFindings) = Work(file, parsed);
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, steps.Select(static step => new { step.Kind, step.Name, State = Say(step.State), step.What }));
        }
        else
        {
            Show(steps);
        }

        return steps.Count > 0 && !hasFindings ? ExitCode.Done : ExitCode.Findings;
    }

    private (IReadOnlyList<ExperimentStep> Steps, bool HasFindings) Work(ExperimentFile file, ParseResult parsed)
    {
        try
        {
            var experiment = new Experiment(file, AuthorAssemblies.Load(parsed.GetValue(subtasks)), screen, cancellationToken);
            return (experiment.Run(), experiment.HasFindings);
        }
        catch (UnknownMetricException error)
        {
            throw new UsageException(error.Message, error);
        }
    }

    private void Show(IReadOnlyList<ExperimentStep> steps)
    {
        var table = Tables.Create("step", "of", "state", "where or how").Narrow();
        foreach (var step in steps)
        {
            table.Add(step.Kind, step.Name, Say(step.State), Path.IsPathRooted(step.What) ? Path.GetRelativePath(Environment.CurrentDirectory, step.What) : step.What);
        }

        screen.Write(table);
        var left = steps.Count(static step => step.State == StepState.ToDo);
        screen.Out.WriteLine(left == 0 ? "Everything is done." : $"{Tables.Number(left)} steps are to do; the same command picks up what is there then.");
    }

    private static string Say(StepState state) => state switch
    {
        StepState.Ready => "was there",
        StepState.Done => "done now",
        _ => "to do",
    };
}
