using Itdr.Cli.Evaluating;
using Itdr.Cli.Running;
using Itdr.Cli.Terminal;
using Itdr.Datasets;
using Itdr.Evaluation;
using Itdr.Instances;

namespace Itdr.Cli.Experiments;

/// <summary>Does of a study what needs no trainer, and lists the rest.</summary>
internal sealed class Experiment(ExperimentFile file, SubtaskSet subtasks, Screen screen, CancellationToken cancellationToken)
{
    private readonly List<ExperimentStep> steps = [];
    private readonly List<(string Subject, string View, string File)> finished = [];
    private readonly InstanceFolder dataset = InstanceFolder.Open(file.Dataset);

    private string Predictions => Path.Combine(file.Out, "predictions");

    private string Reports => Path.Combine(file.Out, "reports");

    /// <summary>Whether something was found that a reader must know before trusting the scores.</summary>
    public bool HasFindings { get; private set; }

    /// <summary>Does it.</summary>
    /// <returns>All steps of the study, in their order.</returns>
    public IReadOnlyList<ExperimentStep> Run()
    {
        var views = Views();
        Directory.CreateDirectory(Predictions);
        Directory.CreateDirectory(Reports);
        foreach (var view in views)
        {
            Export(view);
        }

        foreach (var view in views)
        {
            RunBaselines(view);
            FindModels(view);
        }

        WritePages([.. views.Select(static view => view.Name)]);
        return steps;
    }

    private List<ExperimentView> Views()
    {
        List<ExperimentView> views = [.. file.Study is null ? [] : ExperimentView.OfPaper(dataset, subtasks), .. file.Views];
        if (views.Count == 0)
        {
            views.Add(new ExperimentView { Name = "full" });
        }

        return views.GroupBy(static view => view.Name).FirstOrDefault(static group => group.Count() > 1) is { } twice
            ? throw new UsageException($"The view \"{twice.Key}\" is there twice.")
            : views;
    }

    private void Export(ExperimentView view)
    {
        if (file.Models.Count == 0)
        {
            return;
        }

        var folder = Path.Combine(file.Out, "exports", view.Name);
        if (Directory.Exists(folder))
        {
            Add("export", view.Name, StepState.Ready, folder);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            screen.Watch<FileProgress, ExportReport>(
                progress => new WorkStep($"Exporting {view.Name}", progress.Done, progress.Total),
                progress => DatasetExporter.Export(view.ToExport(file, subtasks, folder), progress, cancellationToken));
            Add("export", view.Name, StepState.Done, folder);
        }
    }

    private void RunBaselines(ExperimentView view)
    {
        if (!view.ConcernsBaselines)
        {
            return;
        }

        foreach (var name in file.Baselines)
        {
            var output = Path.Combine(Predictions, $"{name}.{view.Name}.jsonl");
            var state = File.Exists(output) ? StepState.Ready : StepState.Done;
            if (state == StepState.Done)
            {
                RunBaseline(name, view, output);
            }

            if (File.Exists(output))
            {
                finished.Add((name, view.Name, output));
                Add("run", $"{name}, {view.Name}", state, output);
            }
            else
            {
                Add("run", $"{name}, {view.Name}", StepState.ToDo, "nothing: the baseline can answer no subtask of this view");
            }
        }
    }

    private void RunBaseline(string name, ExperimentView view, string output)
    {
        var info = BaselineChoice.Find(name);
        var taken = DatasetExporter.Selection(view.ToExport(file, subtasks, file.Out));
        var baseline = BaselineCatalog.Fit(name, BaselineChoice.Learn(dataset, subtasks, info.NeedsTexts, screen, cancellationToken, taken));
        using var journal = PredictionJournal.Open(output, $"{name}, {view.Name}");
        screen.Watch<PredictionRunProgress, int>(
            progress => new WorkStep($"Asking {name}, fitted on {view.Name}", progress.Done, progress.Total),
            progress => PredictionRun.RunAsync(TestFiles, subtasks, baseline, journal, new PredictionRunOptions { WhyNot = baseline.WhyNot }, progress, cancellationToken).GetAwaiter().GetResult().Count);
    }

    private IEnumerable<InstanceFile> TestFiles => dataset.Files.Where(static instances => instances.Name.Split == Split.Test);

    private void FindModels(ExperimentView view)
    {
        foreach (var model in file.Models)
        {
            var output = Path.Combine(Predictions, $"{model}.{view.Name}.jsonl");
            if (File.Exists(output))
            {
                finished.Add((model, view.Name, output));
                Add("run", $"{model}, {view.Name}", StepState.Ready, output);
                continue;
            }

            var folder = Path.Combine(file.Out, "exports", view.Name);
            var training = Path.Combine(folder, $"train_{model}.yaml");
            Add("train", $"{model}, {view.Name}", StepState.ToDo, File.Exists(training) ? $"train by {Short(training)}" : $"tune {model} on {Short(folder)}");
            Add("run", $"{model}, {view.Name}", StepState.ToDo, $"its test answers are to be in {Short(output)}{(File.Exists($"{output}.part") ? ", which is begun" : "")}");
        }
    }

    private void WritePages(IReadOnlyList<string> views)
    {
        var pages = new List<(string Name, string Path)>();
        var input = new EvalInput(dataset, subtasks, Split.Test, new EvaluationOptions { WorstAnswers = 2 }, BootstrapOptions.Default);
        foreach (var subject in finished.GroupBy(static run => run.Subject).Where(static runs => runs.Count() > 1))
        {
            pages.Add(WritePage(input, $"{subject.Key} over all views", $"{subject.Key}.html", [.. subject.Select(static run => run.File)]));
        }

        foreach (var view in finished.GroupBy(static run => run.View).Where(static runs => runs.Count() > 1))
        {
            pages.Add(WritePage(input, $"All over {view.Key}", $"view-{view.Key}.html", [.. view.Select(static run => run.File)]));
        }

        if (finished.Count > 0)
        {
            var runs = finished.Select(run => new StudyRun(run.Subject, run.View, Evaluate(run.File))).ToList();
            runs.ForEach(SayFindings);
            var index = Path.Combine(Reports, "index.html");
            StudyPage.Write(index, Path.GetFileName(file.Out), views, runs, pages);
            Add("page", "overview", StepState.Done, index);
        }
    }

    private void SayFindings(StudyRun run)
    {
        foreach (var finding in run.Report.Findings)
        {
            HasFindings = true;
            screen.Error.WriteLine($"{run.Subject}, {run.View}: {finding}");
        }
    }

    private EvaluationReport Evaluate(string predictions) => Evaluator.Evaluate(TestFiles, subtasks, PredictionSet.Read(File.OpenRead(predictions), predictions), cancellationToken: cancellationToken);

    private (string Name, string Path) WritePage(EvalInput input, string title, string name, IReadOnlyList<string> predictions)
    {
        var path = Path.Combine(Reports, name);
        var table = input.Evaluate(predictions, ["mixed"], screen, cancellationToken);
        ReportPage.Write(path, new ReportInput(table, title, Split.Test, input.Options.Preset, input.Bootstrap));
        Add("page", title, StepState.Done, path);
        return (title, name);
    }

    private static string Short(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);

    private void Add(string kind, string name, StepState state, string what) => steps.Add(new ExperimentStep(kind, name, state, what));
}
