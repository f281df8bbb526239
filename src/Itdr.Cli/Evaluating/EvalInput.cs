using Itdr.Cli.Running;
using Itdr.Cli.Terminal;
using Itdr.Evaluation;
using Itdr.Instances;

namespace Itdr.Cli.Evaluating;

/// <summary>What <c>itdr eval</c> measures, and how.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Subtasks">The subtasks that are known.</param>
/// <param name="Split">The split.</param>
/// <param name="Options">How it is measured.</param>
/// <param name="Bootstrap">How it is resampled.</param>
internal sealed record EvalInput(InstanceFolder Dataset, SubtaskSet Subtasks, Split Split, EvaluationOptions Options, BootstrapOptions Bootstrap)
{
    private IEnumerable<InstanceFile> Files => Dataset.Files.Where(file => file.Name.Split == Split);

    /// <summary>Evaluates predictions files, and baselines beside them.</summary>
    /// <param name="files">The predictions files.</param>
    /// <param name="baselines">The baselines; none leaves the chance level to closed forms.</param>
    /// <param name="screen">Where progress goes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ScoreTable Evaluate(IReadOnlyList<string> files, IReadOnlyList<string> baselines, Screen screen, CancellationToken cancellationToken)
    {
        var names = RunNames.Of(files);
        var steps = files.Count + (baselines.Count > 0 ? baselines.Count + 1 : 0);
        var evidence = baselines.Count > 0 ? BaselineChoice.Learn(Dataset, Subtasks, NeedTexts(baselines), screen, cancellationToken) : null;
        return screen.Watch<WorkStep, ScoreTable>(static step => step, progress =>
        {
            var runs = new List<EvaluatedRun>();
            foreach (var (file, name) in files.Zip(names))
            {
                progress.Report(new WorkStep($"Evaluating {name}", runs.Count, steps));
                runs.Add(new EvaluatedRun(name, Evaluate(Open(file), cancellationToken)));
            }

            foreach (var name in evidence is null ? [] : baselines)
            {
                progress.Report(new WorkStep($"Asking the baseline {name}", runs.Count, steps));
                runs.Add(new EvaluatedRun(names.Contains(name) ? $"baseline {name}" : name, Evaluate(Ask(name, evidence!, cancellationToken), cancellationToken)) { IsBaseline = true });
            }

            var chance = evidence is null ? null : Evaluate(Ask("random", evidence, cancellationToken), cancellationToken);
            progress.Report(new WorkStep("Resampling", steps, steps));
            return ScoreTable.Of(runs, chance, Bootstrap, cancellationToken);
        });
    }

    private static bool NeedTexts(IEnumerable<string> baselines) => baselines.Any(static name => BaselineChoice.Find(name).NeedsTexts);

    private static PredictionSet Open(string file)
    {
        if (!File.Exists(file))
        {
            throw new UsageException(File.Exists($"{file}.part")
                ? $"{file} does not exist, but {file}.part does: the run is not finished; start it again with the same command."
                : $"{file} does not exist; --predictions takes a file that itdr run has made.");
        }

        return PredictionSet.Read(File.OpenRead(file), file);
    }

    private PredictionSet Ask(string name, TrainingEvidence evidence, CancellationToken cancellationToken)
    {
        var baseline = BaselineCatalog.Fit(name, evidence);
        using var journal = PredictionJournal.InMemory(name);
        PredictionRun.RunAsync(Files, Subtasks, baseline, journal, new PredictionRunOptions { WhyNot = baseline.WhyNot }, cancellationToken: cancellationToken).GetAwaiter().GetResult();
        return journal.ToSet();
    }

    private EvaluationReport Evaluate(PredictionSet predictions, CancellationToken cancellationToken) =>
        Evaluator.Evaluate(Files, Subtasks, predictions, Options, cancellationToken);
}
