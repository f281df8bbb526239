using System.CommandLine;
using Itdr.Cli.Endpoints;
using Itdr.Cli.Parsing;
using Itdr.Cli.Running;
using Itdr.Cli.Terminal;
using Itdr.Evaluation;
using Itdr.Instances;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr run</c>: a recommender's answers to a split of a dataset.</summary>
internal sealed class RunCommand : Command
{
    private const int MostConcurrent = 1024;

    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Argument<string> dataset = new("DIR") { Description = "The dataset folder." };
    private readonly Option<Split?> split = OptionOf.Value<Split?>("--split", "train|val|test", "The split that is asked.", static text => SplitOption.Parse(text), "test");
    private readonly Option<string?> baseline = OptionOf.Value("--baseline", "NAME", $"Ask a baseline, fitted on the train split: {BaselineChoice.Names}.", static text => BaselineChoice.Find(text).Name);
    private readonly EndpointOptions endpoint = new();
    private readonly GgufOptions gguf = new();
    private readonly Option<string?> output = OptionOf.Value("--out", "FILE", "The predictions file. Until the run is finished it is FILE.part, and the same command goes on from there.", static text => text);
    private readonly Option<int?> limit = OptionOf.Value<int?>("--limit", "N", "The most instances of each cell that are asked.", static text => Quantities.Count(text, least: 1), "all");
    private readonly Option<int?> concurrency = OptionOf.Value<int?>("--concurrency", "N", "How many tasks are asked at once.", static text => Quantities.Between(text, 1, MostConcurrent), "1");
    private readonly Option<long?> seed = OptionOf.Value<long?>("--seed", "S", "What decides everything that the baseline draws.", static text => Quantities.Whole(text, long.MinValue), $"{BaselineChoice.Seed}");
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write what was done as JSON.");

    public RunCommand(Screen screen, CancellationToken cancellationToken)
        : base("run", "Let a recommender answer a split of a dataset, and keep its texts for itdr eval.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        output.Required = true;
        Add(dataset);
        foreach (var option in new Option[] { split, baseline, output, limit, concurrency, seed, subtasks, json }.Concat(endpoint.All).Concat(gguf.All))
        {
            Add(option);
        }

        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var folder = InstanceFolder.Open(parsed.GetValue(dataset)!);
        var known = AuthorAssemblies.Load(parsed.GetValue(subtasks));
        var wanted = parsed.GetValue(split) ?? Split.Test;
        var files = folder.Files.Where(file => file.Name.Split == wanted).ToList();
        RequireOne(parsed);
        using var model = ConnectIfNamed(parsed);
        var chosen = Choose(parsed, model, folder, known);
        var options = new PredictionRunOptions
        {
            Limit = parsed.GetValue(limit),
            Concurrency = parsed.GetValue(concurrency) ?? 1,
            WhyNot = chosen.WhyNot,
        };
        try
        {
            return Run(parsed, files, known, chosen, options);
        }
        finally
        {
            chosen.Owned?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private int Run(ParseResult parsed, IReadOnlyList<InstanceFile> files, SubtaskSet known, ChosenRecommender chosen, PredictionRunOptions options)
    {
        using var journal = PredictionJournal.Open(parsed.GetValue(output)!, chosen.Name);
        var cells = Ask(files, known, chosen, journal, options);
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, RunScreen.ForPrograms(chosen.Name, cells));
        }
        else
        {
            RunScreen.Show(screen, cells, journal.File);
            if (chosen.Note is { } note)
            {
                screen.Out.WriteLine(note());
            }
        }

        return RunScreen.HasAnswers(cells) ? ExitCode.Done : ExitCode.Findings;
    }

    private ConnectedModel? ConnectIfNamed(ParseResult parsed) => parsed.GetValue(endpoint.Address) is null ? null : endpoint.Connect(parsed);

    private void RequireOne(ParseResult parsed)
    {
        var named = new[] { ("--endpoint", parsed.GetValue(endpoint.Address)), ("--gguf", parsed.GetValue(gguf.Model)), ("--baseline", parsed.GetValue(baseline)) }
            .Where(static option => option.Item2 is not null).Select(static option => option.Item1).ToList();
        if (named.Count > 1)
        {
            throw new UsageException($"{named[0]} and {named[1]} name two who answer; give one of them.");
        }
    }

    private ChosenRecommender Choose(ParseResult parsed, ConnectedModel? model, InstanceFolder folder, SubtaskSet known) =>
        (model, gguf.Find(parsed, parsed.GetValue(concurrency) ?? 1), parsed.GetValue(baseline)) switch
        {
            ({ } connected, _, _) => new ChosenRecommender(new FaultsEndTheRun(connected.Recommender), connected.Model),
            (_, { } choice, _) => InProcessModels.Load(choice, cancellationToken),
            (_, _, { } name) => BaselineChoice.Fit(name, folder, known, parsed.GetValue(seed) ?? BaselineChoice.Seed, screen, cancellationToken),
            _ => throw new UsageException($"Name who answers: --endpoint with --model, --gguf with a model's file, or --baseline with one of {BaselineChoice.Names}."),
        };

    private IReadOnlyList<PredictedCell> Ask(
        IReadOnlyList<InstanceFile> files, SubtaskSet known, ChosenRecommender chosen, PredictionJournal journal, PredictionRunOptions options)
    {
        var before = journal.Count;
        try
        {
            return screen.Watch<PredictionRunProgress, IReadOnlyList<PredictedCell>>(
                progress => new WorkStep($"Asking {chosen.Name}", progress.Done, progress.Total),
                progress => PredictionRun.RunAsync(files, known, chosen.Recommender, journal, options, progress, cancellationToken).GetAwaiter().GetResult());
        }
        catch when (journal.Count > before)
        {
            screen.Error.WriteLine($"{Tables.Number(journal.Count)} predictions are kept in {journal.PartFile}; the same command goes on from there.");
            throw;
        }
    }
}
