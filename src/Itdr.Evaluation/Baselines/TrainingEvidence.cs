using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>What baselines learn from: the instances of a training split, known by their subtasks' descriptors alone.</summary>
public sealed class TrainingEvidence
{
    private readonly Dictionary<string, SubtaskEvidence> bySubtask = new(StringComparer.Ordinal);

    private TrainingEvidence()
    {
    }

    /// <summary>What is known before anything was learned.</summary>
    public static TrainingEvidence Nothing => new();

    /// <summary>How many training instances with a known answer there were.</summary>
    public int Instances { get; private set; }

    internal InteractionTable Interactions { get; } = new();

    /// <summary>Reads training instances. Those without a known answer say which items go together, and nothing of answers.</summary>
    /// <param name="files">The instance files, of the train split alone.</param>
    /// <param name="subtasks">The subtasks that are known.</param>
    /// <param name="withTexts">Whether the prompts are kept too, for <c>nearest</c> and <c>mixed</c>.</param>
    /// <param name="taken">The ids of a file that are taken, or null for all of them, as a smaller part of the train split wants it; null takes everything.</param>
    /// <param name="progress">Is told each file as it is begun; may be null.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="ArgumentException">A file is not of the train split: a baseline must never see what it is measured on.</exception>
    /// <exception cref="DatasetFormatException">A file cannot be read, or belongs to an unknown subtask.</exception>
    public static TrainingEvidence Read(
        IEnumerable<InstanceFile> files,
        SubtaskSet subtasks,
        bool withTexts,
        Func<InstanceFile, IReadOnlySet<string>?>? taken = null,
        IProgress<InstanceFile>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var evidence = new TrainingEvidence();
        foreach (var group in files.GroupBy(static file => file.Name.Subtask))
        {
            var ofSubtask = group.ToList();
            if (ofSubtask.Find(static file => file.Name.Split != Split.Train) is { } held)
            {
                throw new ArgumentException($"{held.Path} is not of the train split; baselines are fitted on that alone.", nameof(files));
            }

            var descriptor = Evaluator.Find(subtasks, ofSubtask[0]);
            descriptor.Accept(new EvidenceReader(evidence, ofSubtask, withTexts, taken ?? (static _ => null), progress, cancellationToken));
        }

        return evidence;
    }

    /// <summary>Learns from instances in memory. Those without a known answer say which items go together, and nothing of answers.</summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="descriptor">The subtask.</param>
    /// <param name="instances">The instances; a baseline must never see what it is measured on.</param>
    /// <param name="withTexts">Whether the prompts are kept too, for <c>nearest</c> and <c>mixed</c>.</param>
    public static TrainingEvidence From<TSubtask, TAnswer>(
        SubtaskDescriptor<TSubtask, TAnswer> descriptor, IEnumerable<Instance<TSubtask, TAnswer>> instances, bool withTexts = true)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(instances);
        var evidence = new TrainingEvidence();
        var rows = instances.Select(static instance => new Row<TSubtask, TAnswer>(
            instance,
            Baseline.ToJson(writer => TSubtask.WriteJson(writer, instance.Task)),
            instance.HasAnswer ? Baseline.ToJson(writer => TSubtask.WriteJson(writer, instance.Task, instance.Answer!)) : null)).ToList();
        evidence.Learn(descriptor, rows, rows, withTexts);
        return evidence;
    }

    internal SubtaskEvidence? Of(SubtaskDescriptor descriptor) => bySubtask.GetValueOrDefault(descriptor.Id);

    /// <summary>Learns from the instances of one subtask, which come twice: for the shape of its tasks, then for what they say.</summary>
    private void Learn<TSubtask, TAnswer>(
        SubtaskDescriptor<TSubtask, TAnswer> descriptor, IEnumerable<Row<TSubtask, TAnswer>> shapes, IEnumerable<Row<TSubtask, TAnswer>> rows, bool withTexts)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var tally = new TaskShapeTally();
        foreach (var row in shapes)
        {
            tally.Add(row.Task);
        }

        var subtask = new SubtaskEvidence(descriptor, tally.ToShape(descriptor)) { Texts = withTexts ? new TextIndex() : null };
        foreach (var row in rows)
        {
            Add(descriptor, subtask, row);
        }

        bySubtask.Add(descriptor.Id, subtask);
    }

    private void Add<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, SubtaskEvidence subtask, Row<TSubtask, TAnswer> row)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var instance = row.Instance;
        var view = TaskView.Of(row.Task, subtask.Shape);
        var source = instance.Id.Split('.') is [_, var name, ..] ? name : "";
        var user = Interactions.UserOf(instance.User is { } key ? $"{source}/{key}" : instance.Id);
        foreach (var item in view.Mentions.Select(static mention => mention.Key).Concat(view.Subject is { } subject ? [subject] : []).Concat(Positives(descriptor, row)))
        {
            Interactions.Add(user, item);
        }

        if (row.Answer is { } answer)
        {
            Instances++;
            subtask.Add(view, user, answer);
            subtask.Texts?.Add(descriptor.Prompt(instance.Task), answer);
        }
    }

    private static List<string> Positives<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, Row<TSubtask, TAnswer> row)
        where TSubtask : ISubtask<TSubtask, TAnswer> =>
        CandidateList.JsonNameOf(descriptor) is { } field && row.Instance.Relevance.Count > 0
            ? row.Task.GetProperty(field).EnumerateArray().Zip(row.Instance.Relevance)
                .Where(static candidate => candidate.Second > 0)
                .Select(static candidate => TaskView.HeadText(candidate.First))
                .OfType<string>()
                .ToList()
            : [];

    /// <summary>An instance with the JSON of its task and of its answer, if one is known.</summary>
    private readonly record struct Row<TSubtask, TAnswer>(Instance<TSubtask, TAnswer> Instance, JsonElement Task, JsonElement? Answer)
        where TSubtask : ISubtask<TSubtask, TAnswer>;

    /// <summary>Reads the files of one subtask.</summary>
    private sealed class EvidenceReader(
        TrainingEvidence evidence,
        IReadOnlyList<InstanceFile> files,
        bool withTexts,
        Func<InstanceFile, IReadOnlySet<string>?> taken,
        IProgress<InstanceFile>? progress,
        CancellationToken cancellation)
        : ISubtaskVisitor<bool>
    {
        public bool Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            evidence.Learn(descriptor, ReadAll(descriptor, told: null), ReadAll(descriptor, progress), withTexts);
            return true;
        }

        private IEnumerable<Row<TSubtask, TAnswer>> ReadAll<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, IProgress<InstanceFile>? told)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            foreach (var file in files)
            {
                told?.Report(file);
                var ids = taken(file);
                using var reader = file.Open(descriptor);
                while (reader.TryRead(out var instance))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (ids is null || ids.Contains(instance.Id))
                    {
                        yield return new Row<TSubtask, TAnswer>(instance, reader.TaskJson, reader.AnswerJson);
                    }
                }
            }
        }
    }
}
