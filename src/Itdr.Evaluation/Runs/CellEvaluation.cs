using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>Evaluates one instance file with the types of its subtask.</summary>
internal sealed class CellEvaluation(
    InstanceFile file, IReadOnlyList<PlannedMetric> plan, PredictionSet predictions, EvaluationOptions options, HashSet<string> seen, CancellationToken cancellation)
    : ISubtaskVisitor<EvaluatedCell>
{
    private readonly ValidityTally tally = new();
    private readonly List<UnreadExample> unread = [];

    public EvaluatedCell Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var measures = plan.Select(static planned => SlotMeasure.Of(planned)).ToList();
        using var reader = file.Open(descriptor);
        while (reader.TryRead(out var instance))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!seen.Add(instance.Id))
            {
                throw new DatasetFormatException(reader.File, $"the id \"{instance.Id}\" stands in the dataset twice", reader.Line);
            }

            if (instance.HasAnswer)
            {
                Evaluate(reader, instance, measures);
            }
            else
            {
                tally.Unlabelled++;
            }
        }

        return new EvaluatedCell(file.Name, descriptor, tally.ToValidity(), [.. measures.Select(static measure => measure.ToResult())], unread);
    }

    private void Evaluate<TSubtask, TAnswer>(InstanceReader<TSubtask, TAnswer> reader, Instance<TSubtask, TAnswer> instance, List<SlotMeasure> measures)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var parsed = Read(instance);
        var known = AnswerJson.Of(instance.Task, instance.Answer!);
        var predicted = parsed is { Succeeded: true } ? AnswerJson.Of(instance.Task, parsed.Value.Value) : (AnswerJson?)null;
        OutputConstraint? answers = null;
        Dictionary<string, double> RelevanceOf(AnswerSlot slot) => CandidateRelevance.Of(slot, answers ??= TSubtask.Constrain(instance.Task), instance.Relevance);
        foreach (var measure in measures)
        {
            try
            {
                measure.Add(instance.Id, known, predicted, RelevanceOf);
            }
            catch (Exception error) when (error is UnmeasurableException or AnswerRefusedException)
            {
                throw new DatasetFormatException(reader.File, error.Message.TrimEnd('.'), reader.Line, error);
            }
        }
    }

    /// <summary>What the run's prediction says, or null if there is none.</summary>
    private ParseResult<TAnswer>? Read<TSubtask, TAnswer>(Instance<TSubtask, TAnswer> instance)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        tally.Instances++;
        if (!predictions.TryFind(instance.Id, out var prediction))
        {
            tally.Missing++;
            return null;
        }

        tally.OtherTemplate += prediction.TemplateHash is { } hash && hash != TSubtask.Descriptor.TemplateHash ? 1 : 0;
        if (prediction.Text is null)
        {
            AddUnread(instance.Id, "The model gave no text.");
            return null;
        }

        var parsed = TSubtask.Parse(instance.Task, prediction.Text, options.Parse);
        if (parsed.Failure is { } failure)
        {
            AddUnread(instance.Id, failure.Message);
        }
        else
        {
            tally.AddRead(parsed.Repairs);
        }

        return parsed;
    }

    private void AddUnread(string id, string reason)
    {
        tally.Unread++;
        if (unread.Count < options.Examples)
        {
            unread.Add(new UnreadExample(id, reason));
        }
    }
}
