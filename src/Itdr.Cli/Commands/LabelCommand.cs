using System.CommandLine;
using Itdr.Cli.Endpoints;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr label</c>: a teacher model answers what has no label.</summary>
internal sealed class LabelCommand : Command
{
    private const int MostConcurrent = 1024;

    private static readonly LabelOptions Defaults = new() { Dataset = "", Teacher = null!, TeacherName = "", Subtasks = null! };

    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Argument<string> dataset = new("DIR") { Description = "The dataset folder." };
    private readonly EndpointOptions endpoint = new();
    private readonly Option<CellName[]> cells = OptionOf.Values("--cell", "SUBTASK/SOURCE", "Label only this cell; may be given several times.", CellName.Parse);
    private readonly Option<int?> concurrency = OptionOf.Value<int?>("--concurrency", "N", "How many calls are under way at once.", static text => Quantities.Between(text, 1, MostConcurrent), $"{Defaults.Concurrency}");
    private readonly Option<long?> budget = OptionOf.Value<long?>("--budget-tokens", "N", "The most tokens that the labels of this folder may cost, those of earlier runs included.", static text => Quantities.Whole(text, least: 0), "no bound");
    private readonly Option<int?> least = OptionOf.Value<int?>("--min-length", "N", "The least characters of a text; a shorter one is refused.", static text => Quantities.Count(text, least: 0), $"{Defaults.LeastCharacters}");
    private readonly Option<int?> most = OptionOf.Value<int?>("--max-length", "N", "The most characters of a text; a longer one is refused.", static text => Quantities.Count(text, least: 1), $"{Defaults.MostCharacters}");
    private readonly Option<decimal?> inputPrice = OptionOf.Value<decimal?>("--input-price", "P", "What a million tokens of prompts cost, to show the cost.", static text => LabelCost.Price(text));
    private readonly Option<decimal?> outputPrice = OptionOf.Value<decimal?>("--output-price", "P", "What a million tokens of answers cost, to show the cost.", static text => LabelCost.Price(text));
    private readonly Option<string?> journal = OptionOf.Value("--journal", "FILE", "The file that keeps every answer, so that nothing is paid for twice.", static text => text, "DIR.labels.jsonl");
    private readonly Option<bool> askAgain = OptionOf.Flag("--ask-again", "Ask again for what an earlier run got a refusal or no label for.");
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write what was done as JSON.");

    public LabelCommand(Screen screen, CancellationToken cancellationToken)
        : base("label", "Have a teacher model label what has no label; exits 1 if some still has none.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        endpoint.Address.Required = true;
        endpoint.Model.Required = true;
        Add(dataset);
        foreach (var option in endpoint.All.Concat([cells, concurrency, budget, least, most, inputPrice, outputPrice, journal, askAgain, subtasks, json]))
        {
            Add(option);
        }

        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        using var teacher = endpoint.Connect(parsed);
        var options = Read(parsed, teacher);
        var cost = new LabelCost(parsed.GetValue(inputPrice), parsed.GetValue(outputPrice));
        var report = screen.Watch<LabelProgress, LabelReport>(
            progress => new WorkStep($"Asking {teacher.Model}", progress.Done, progress.Total, cost.Text(progress.InputTokens, progress.OutputTokens)),
            progress => DatasetLabeler.LabelAsync(options, progress, cancellationToken).GetAwaiter().GetResult());
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, LabelScreen.ForPrograms(report, cost));
        }
        else
        {
            LabelScreen.Show(screen, report, options, cost);
        }

        return Close(report);
    }

    private LabelOptions Read(ParseResult parsed, ConnectedModel teacher)
    {
        var options = Defaults with
        {
            Dataset = parsed.GetValue(dataset)!,
            Teacher = teacher.Recommender,
            TeacherName = teacher.Model,
            Journal = parsed.GetValue(journal),
            Subtasks = AuthorAssemblies.Load(parsed.GetValue(subtasks)),
            Cells = parsed.GetValue(cells) ?? [],
            Concurrency = parsed.GetValue(concurrency) ?? Defaults.Concurrency,
            BudgetTokens = parsed.GetValue(budget),
            AnswerTokens = endpoint.MaxTokens(parsed),
            LeastCharacters = parsed.GetValue(least) ?? Defaults.LeastCharacters,
            MostCharacters = parsed.GetValue(most) ?? Defaults.MostCharacters,
            AskRefusedAgain = parsed.GetValue(askAgain),
        };
        return options.LeastCharacters <= options.MostCharacters
            ? options
            : throw new UsageException($"--min-length {options.LeastCharacters} is above --max-length {options.MostCharacters}; no text has both.");
    }

    private int Close(LabelReport report)
    {
        if (report.Stopped is { } stopped)
        {
            screen.Error.WriteLine(stopped.Message);
        }

        return (report.Stopped, report.Left) switch
        {
            ({ IsFault: true }, _) => ExitCode.Wrong,
            (_, > 0) => ExitCode.Findings,
            _ => ExitCode.Done,
        };
    }
}
