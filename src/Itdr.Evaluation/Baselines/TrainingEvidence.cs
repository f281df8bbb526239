using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>What baselines learn from: the instances of a training split, known by their subtasks' descriptors alone.</summary>
public sealed class TrainingEvidence
{
    private readonly Dictionary<string, SubtaskEvidence> bySubtask = new(StringComparer.Ordinal);

    private TrainingEvidence()
    {
    }

    /// <summary>How many training instances with a known answer there were.</summary>
    public int Instances { get; private set; }

    internal InteractionTable Interactions { get; } = new();

    /// <summary>Reads training instances. Those without a known answer say which items go together, and nothing of answers.</summary>
    /// <param name="files">The instance files, of the train split alone.</param>
    /// <param name="subtasks">The subtasks that are known.</param>
    /// <param name="withTexts">Whether the prompts are kept too, for <c>nearest</c> and <c>mixed</c>.</param>
    /// <param name="progress">Is told each file as it is begun; may be null.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="ArgumentException">A file is not of the train split: a baseline must never see what it is measured on.</exception>
    /// <exception cref="DatasetFormatException">A file cannot be read, or belongs to an unknown subtask.</exception>
    public static TrainingEvidence Read(
        IEnumerable<InstanceFile> files, SubtaskSet subtasks, bool withTexts, IProgress<InstanceFile>? progress = null, CancellationToken cancellationToken = default)
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
            descriptor.Accept(new EvidenceReader(evidence, ofSubtask, withTexts, progress, cancellationToken));
        }

        return evidence;
    }

    internal SubtaskEvidence? Of(SubtaskDescriptor descriptor) => bySubtask.GetValueOrDefault(descriptor.Id);

    /// <summary>Reads the files of one subtask twice: for the shape of its tasks, then for what they say.</summary>
    private sealed class EvidenceReader(
        TrainingEvidence evidence, IReadOnlyList<InstanceFile> files, bool withTexts, IProgress<InstanceFile>? progress, CancellationToken cancellation)
        : ISubtaskVisitor<bool>
    {
        public bool Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            var tally = new TaskShapeTally();
            ReadAll(descriptor, (reader, _) => tally.Add(reader.TaskJson));
            var subtask = new SubtaskEvidence(descriptor, tally.ToShape(descriptor)) { Texts = withTexts ? new TextIndex() : null };
            ReadAll(descriptor, (reader, instance) => Add(descriptor, subtask, reader, instance), progress);
            evidence.bySubtask.Add(descriptor.Id, subtask);
            return true;
        }

        private void ReadAll<TSubtask, TAnswer>(
            SubtaskDescriptor<TSubtask, TAnswer> descriptor, Action<InstanceReader<TSubtask, TAnswer>, Instance<TSubtask, TAnswer>> add, IProgress<InstanceFile>? told = null)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            foreach (var file in files)
            {
                told?.Report(file);
                using var reader = file.Open(descriptor);
                while (reader.TryRead(out var instance))
                {
                    cancellation.ThrowIfCancellationRequested();
                    add(reader, instance);
                }
            }
        }

        private void Add<TSubtask, TAnswer>(
            SubtaskDescriptor<TSubtask, TAnswer> descriptor, SubtaskEvidence subtask, InstanceReader<TSubtask, TAnswer> reader, Instance<TSubtask, TAnswer> instance)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            var view = TaskView.Of(reader.TaskJson, subtask.Shape);
            var source = instance.Id.Split('.') is [_, var name, ..] ? name : "";
            var user = evidence.Interactions.UserOf(instance.User is { } key ? $"{source}/{key}" : instance.Id);
            foreach (var item in view.Mentions.Select(static mention => mention.Key).Concat(view.Subject is { } subject ? [subject] : []).Concat(Positives(descriptor, reader, instance)))
            {
                evidence.Interactions.Add(user, item);
            }

            if (reader.AnswerJson is { } answer)
            {
                evidence.Instances++;
                subtask.Add(view, user, answer);
                subtask.Texts?.Add(descriptor.Prompt(instance.Task), answer);
            }
        }

        private static List<string> Positives<TSubtask, TAnswer>(
            SubtaskDescriptor<TSubtask, TAnswer> descriptor, InstanceReader<TSubtask, TAnswer> reader, Instance<TSubtask, TAnswer> instance)
            where TSubtask : ISubtask<TSubtask, TAnswer> =>
            CandidateList.JsonNameOf(descriptor) is { } field && instance.Relevance.Count > 0
                ? reader.TaskJson.GetProperty(field).EnumerateArray().Zip(instance.Relevance)
                    .Where(static candidate => candidate.Second > 0)
                    .Select(static candidate => TaskView.HeadText(candidate.First))
                    .OfType<string>()
                    .ToList()
                : [];
    }
}
