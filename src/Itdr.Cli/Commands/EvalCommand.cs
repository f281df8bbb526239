using System.CommandLine;
using Itdr.Cli.Evaluating;
using Itdr.Cli.Parsing;
using Itdr.Cli.Running;
using Itdr.Cli.Terminal;
using Itdr.Evaluation;
using Itdr.Instances;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr eval</c>: the scores of predictions, with all that a reader needs to trust them.</summary>
internal sealed class EvalCommand : Command
{
    private const int WorstAnswers = 3;

    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Argument<string> dataset = new("DIR") { Description = "The dataset folder." };
    private readonly Option<string[]> predictions = OptionOf.Values("--predictions", "FILE", "The predictions of a run; several are shown side by side, and compared with the first one.", static text => text);
    private readonly Option<Split?> split = OptionOf.Value<Split?>("--split", "train|val|test", "The split that was asked.", static text => SplitOption.Parse(text), "test");
    private readonly Option<MetricPreset?> preset = OptionOf.Value("--preset", "NAME", $"What plain metric names mean: {PresetNames}.", static text => FindPreset(text), MetricPreset.Paper.Name);
    private readonly Option<bool> strict = OptionOf.Flag("--strict", "Take only exact labels as answers, and repair nothing.");
    private readonly Option<string[]> baselines = OptionOf.Values("--baseline", "NAME", $"A baseline to stand beside the runs, fitted on the train split: {BaselineChoice.Names}; mixed if not given.", static text => BaselineChoice.Find(text).Name);
    private readonly Option<bool> noBaselines = OptionOf.Flag("--no-baselines", "Show no baseline, and chance only where it has a closed form.");
    private readonly Option<int?> resamples = OptionOf.Value<int?>("--resamples", "N", "How many times the bootstrap draws; a comparison draws at least 40 times for each line that is tested.", static text => Quantities.Between(text, 100, 1_000_000), $"{BootstrapOptions.Default.Resamples}");
    private readonly Option<long?> seed = OptionOf.Value<long?>("--seed", "S", "What decides everything that the bootstrap draws.", static text => Quantities.Whole(text, 0), $"{BootstrapOptions.Default.Seed}");
    private readonly Option<string?> report = OptionOf.Value("--report", "FILE.html", "Write a page with tables, charts and the worst answers.", static text => text);
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write the scores as JSON.");

    public EvalCommand(Screen screen, CancellationToken cancellationToken)
        : base("eval", "Measure predictions: scores with intervals, validity, chance and baselines; exits 1 on findings.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        predictions.Required = true;
        Add(dataset);
        foreach (var option in new Option[] { predictions, split, preset, strict, baselines, noBaselines, resamples, seed, report, subtasks, json })
        {
            Add(option);
        }

        SetAction(Run);
    }

    private static string PresetNames => string.Join(", ", MetricPreset.All.Select(static known => known.Name));

    private static MetricPreset FindPreset(string name) =>
        MetricPreset.TryFind(name, out var found) ? found : throw Suggestion.Unknown("preset", name, [.. MetricPreset.All.Select(static known => known.Name)]);

    private int Run(ParseResult parsed)
    {
        var input = Read(parsed);
        var table = Evaluate(parsed, input);
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, EvalJson.Of(table, input.Split, input.Options.Preset, input.Bootstrap));
        }
        else
        {
            EvalScreen.Show(screen, table);
        }

        if (parsed.GetValue(report) is { } file)
        {
            ReportPage.Write(file, new ReportInput(table, Path.GetFileName(Path.GetFullPath(input.Dataset.Directory)), input.Split, input.Options.Preset, input.Bootstrap));
            screen.Error.WriteLine($"The report is in {file}.");
        }

        return Close(table);
    }

    private EvalInput Read(ParseResult parsed)
    {
        var options = new EvaluationOptions
        {
            Preset = parsed.GetValue(preset) ?? MetricPreset.Paper,
            Parse = parsed.GetValue(strict) ? ParseOptions.Strict : ParseOptions.Default,
            WorstAnswers = parsed.GetValue(report) is null ? 0 : WorstAnswers,
        };
        var bootstrap = new BootstrapOptions
        {
            Resamples = parsed.GetValue(resamples) ?? BootstrapOptions.Default.Resamples,
            Seed = parsed.GetValue(seed) is { } given ? (ulong)given : BootstrapOptions.Default.Seed,
        };
        return new EvalInput(InstanceFolder.Open(parsed.GetValue(dataset)!), AuthorAssemblies.Load(parsed.GetValue(subtasks)), parsed.GetValue(split) ?? Split.Test, options, bootstrap);
    }

    private ScoreTable Evaluate(ParseResult parsed, EvalInput input)
    {
        var named = parsed.GetValue(baselines) ?? [];
        if (named.Length > 0 && parsed.GetValue(noBaselines))
        {
            throw new UsageException("--baseline and --no-baselines contradict each other; give one of them.");
        }

        string[] chosen = (named.Length, parsed.GetValue(noBaselines)) switch
        {
            (_, true) => [],
            (0, _) => ["mixed"],
            _ => [.. named.Distinct()],
        };
        try
        {
            return input.Evaluate(parsed.GetValue(predictions)!, chosen, screen, cancellationToken);
        }
        catch (UnknownMetricException error)
        {
            throw new UsageException(error.Message, error);
        }
    }

    /// <summary>Says what a reader must know before trusting the scores.</summary>
    private int Close(ScoreTable table)
    {
        var models = table.Runs.Where(static run => !run.IsBaseline).ToList();
        foreach (var run in models)
        {
            foreach (var sentence in run.Report.Findings.Concat(run.Report.Notes))
            {
                screen.Error.WriteLine($"{run.Name}: {sentence}");
            }
        }

        return models.Exists(static run => run.Report.Findings.Count > 0) || table.Lines.All(static line => line.Scores[0] is null) ? ExitCode.Findings : ExitCode.Done;
    }
}
