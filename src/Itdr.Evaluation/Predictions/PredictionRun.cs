using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>What a run asks for.</summary>
public sealed record PredictionRunOptions
{
    /// <summary>The most instances of each cell that are asked, the first of its file; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>How many tasks are asked at once, from 1.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>Says why a recommender cannot answer a subtask, as one sentence, or null if it can. Such cells are left out of the run.</summary>
    public Func<SubtaskDescriptor, string?> WhyNot { get; init; } = static _ => null;
}

/// <summary>How far a run is.</summary>
/// <param name="Cell">The cell that is being asked.</param>
/// <param name="Done">How many instances of all cells have a prediction.</param>
/// <param name="Total">How many there are to ask.</param>
public readonly record struct PredictionRunProgress(string Cell, int Done, int Total);

/// <summary>What came of one cell in a run.</summary>
/// <param name="Name">The cell and the split.</param>
public sealed record PredictedCell(InstanceFileName Name)
{
    /// <summary>Instances that are to have a prediction.</summary>
    public int Asked { get; init; }

    /// <summary>How many of them had one from an earlier run.</summary>
    public int Kept { get; init; }

    /// <summary>How many of the new predictions are no answer.</summary>
    public int Failed { get; init; }

    /// <summary>Why the first of these is none, or null.</summary>
    public string? FirstFailure { get; init; }

    /// <summary>Instances that were left out, because no answer to them is known.</summary>
    public int Unlabelled { get; init; }

    /// <summary>Why the whole cell was left out, or null.</summary>
    public string? LeftOut { get; init; }
}

/// <summary>Asks a recommender for the answers to instances and keeps its texts.</summary>
public static class PredictionRun
{
    /// <summary>
    /// Asks for every instance with a known answer that has no prediction yet. Each text is in the journal as soon as
    /// it is there; when all are, the journal is finished. A call that throws ends the run, and what was asked stays.
    /// </summary>
    /// <param name="files">The instance files, such as those of one split.</param>
    /// <param name="subtasks">The subtasks that are known.</param>
    /// <param name="recommender">Who answers.</param>
    /// <param name="journal">Where the predictions go.</param>
    /// <param name="options">What is asked; null for everything, one at a time.</param>
    /// <param name="progress">Is told after every answer; may be null.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="DatasetFormatException">A file cannot be read, belongs to an unknown subtask, or an earlier prediction was made with another template.</exception>
    public static async Task<IReadOnlyList<PredictedCell>> RunAsync(
        IEnumerable<InstanceFile> files,
        SubtaskSet subtasks,
        IRecommender recommender,
        PredictionJournal journal,
        PredictionRunOptions? options = null,
        IProgress<PredictionRunProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new PredictionRunOptions();
        var cells = files.Select(file => (File: file, Descriptor: Evaluator.Find(subtasks, file))).ToList();
        var plans = cells.ConvertAll(cell => cell.Descriptor.Accept(new CellPlanner(cell.File, journal, options)));
        var counter = new RunCounter(plans.Sum(static plan => plan.Ids.Count), progress) { Done = plans.Sum(static plan => plan.Cell.Kept) };
        var done = new List<PredictedCell>();
        foreach (var ((file, descriptor), plan) in cells.Zip(plans))
        {
            var asked = plan.Ids.Count > plan.Cell.Kept
                ? await descriptor.Accept(new CellRun(file, plan, recommender, journal, options.Concurrency, counter, cancellationToken)).ConfigureAwait(false)
                : plan.Cell;
            done.Add(asked);
        }

        if (plans.Exists(static plan => plan.Ids.Count > plan.Cell.Kept) || File.Exists(journal.PartFile))
        {
            journal.Finish(plans.SelectMany(static plan => plan.Ids));
        }

        return done;
    }
}
