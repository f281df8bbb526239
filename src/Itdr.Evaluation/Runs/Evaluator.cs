using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>Measures predictions by the metrics that their subtasks declare.</summary>
public static class Evaluator
{
    /// <summary>
    /// Matches predictions to instances by id, reads each text with the subtask's own parser and scores it. Nothing is
    /// passed over in silence: see <see cref="EvaluationReport.Findings"/>.
    /// </summary>
    /// <param name="files">The instance files, such as those of one split of an <see cref="InstanceFolder"/>.</param>
    /// <param name="subtasks">The subtasks that are known.</param>
    /// <param name="predictions">The predictions of one run.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the evaluation early.</param>
    /// <exception cref="UnknownMetricException">A subtask declares what is no metric, or cannot measure what it is declared on; nothing was scored.</exception>
    /// <exception cref="DatasetFormatException">An instance file cannot be read, belongs to an unknown subtask, or repeats an id.</exception>
    public static EvaluationReport Evaluate(
        IEnumerable<InstanceFile> files, SubtaskSet subtasks, PredictionSet predictions, EvaluationOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EvaluationOptions();
        var cells = files.Select(file => (File: file, Descriptor: Find(subtasks, file))).ToList();
        var plans = cells.Select(static cell => cell.Descriptor).Distinct().ToDictionary(static descriptor => descriptor, descriptor => MetricPlan.Of(descriptor, options.Preset));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var evaluated = new List<EvaluatedCell>();
        foreach (var (file, descriptor) in cells)
        {
            evaluated.Add(descriptor.Accept(new CellEvaluation(file, plans[descriptor], predictions, options, seen, cancellationToken)));
        }

        return new EvaluationReport(options.Preset, evaluated, [.. predictions.Ids.Where(id => !seen.Contains(id))]);
    }

    internal static SubtaskDescriptor Find(SubtaskSet subtasks, InstanceFile file) => subtasks.TryFind(file.Name.Subtask, out var descriptor)
        ? descriptor
        : throw new DatasetFormatException(file.Path, $"its subtask \"{file.Name.Subtask}\" is not known; known are {string.Join(", ", subtasks.Select(static known => known.Id))}");
}
