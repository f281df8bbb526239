using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>Evaluates one instance file with the types of its subtask.</summary>
internal sealed class CellEvaluation(
    InstanceFile file, IReadOnlyList<PlannedMetric> plan, PredictionSet predictions, EvaluationOptions options, HashSet<string> seen, CancellationToken cancellation)
    : ISubtaskVisitor<EvaluatedCell>
{
    private readonly ValidityTally tally = new();
    private readonly List<UnreadExample> unread = [];
    private readonly List<NumberError> errors = [];
    private readonly WorstAnswers worst = new(options.WorstAnswers);

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

        return new EvaluatedCell(file.Name, descriptor, tally.ToValidity(), [.. measures.Select(static measure => measure.ToResult())], unread) { Worst = worst.ToList(), NumberErrors = errors };
    }

    private void Evaluate<TSubtask, TAnswer>(InstanceReader<TSubtask, TAnswer> reader, Instance<TSubtask, TAnswer> instance, List<SlotMeasure> measures)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var prediction = predictions.TryFind(instance.Id, out var found) ? found : null;
        var parsed = Read(instance, prediction);
        var known = AnswerJson.Of(instance.Task, instance.Answer!);
        var predicted = parsed is { Succeeded: true } ? AnswerJson.Of(instance.Task, parsed.Value.Value) : (AnswerJson?)null;
        OutputConstraint? answers = null;
        Dictionary<string, double> RelevanceOf(AnswerSlot slot) => CandidateRelevance.Of(slot, answers ??= TSubtask.Constrain(instance.Task), instance.Relevance);
        var scores = new List<(Metric Metric, double Score)>();
        foreach (var measure in measures)
        {
            try
            {
                if (measure.Add(instance.Id, known, predicted, RelevanceOf) is { } score)
                {
                    scores.Add((measure.Planned.Metric, score));
                }
            }
            catch (Exception error) when (error is UnmeasurableException or AnswerRefusedException)
            {
                throw new DatasetFormatException(reader.File, error.Message.TrimEnd('.'), reader.Line, error);
            }
        }

        AddErrors(known, predicted);
        Keep(instance, prediction, parsed, predicted, scores);
    }

    private void AddErrors(AnswerJson known, AnswerJson? predicted)
    {
        if (predicted is not { } answer)
        {
            return;
        }

        foreach (var slot in plan.Where(static planned => planned.Metric is NumberMetric).Select(static planned => planned.Slot).DistinctBy(static slot => slot.Name).Where(slot => known.Has(slot) && answer.Has(slot)))
        {
            errors.Add(new NumberError(slot.Name, known.Number(slot), answer.Number(slot) - known.Number(slot)));
        }
    }

    private void Keep<TSubtask, TAnswer>(
        Instance<TSubtask, TAnswer> instance, Prediction? prediction, ParseResult<TAnswer>? parsed, AnswerJson? predicted, List<(Metric Metric, double Score)> scores)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        // An instance without a prediction shows nothing of the model; it is counted, and said.
        double? shortfall = parsed is { Succeeded: true } ? scores.Sum(static score => score.Metric.HigherIsBetter ? 1 - score.Score : score.Score) : null;
        if (prediction is null || !worst.Wants(shortfall))
        {
            return;
        }

        var descriptor = TSubtask.Descriptor;
        worst.Add(
            new WorstAnswer(instance.Id, descriptor.UserTurn(descriptor.Prompt(instance.Task)), LabelOf(instance), prediction.Text)
            {
                Parsed = predicted?.ToString(),
                Failure = prediction.Text is null ? "The model gave no text." : parsed?.Failure?.Message,
                Repairs = parsed?.Repairs ?? [],
                Scores = [.. scores.Select(static score => (score.Metric.Name, score.Score))],
            },
            shortfall);
    }

    private static string LabelOf<TSubtask, TAnswer>(Instance<TSubtask, TAnswer> instance)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        try
        {
            return TSubtask.Descriptor.Label(instance.Task, instance.Answer!);
        }
        catch (AnswerRefusedException error)
        {
            return $"(no label: {error.Message})";
        }
    }

    /// <summary>What the run's prediction says, or null if there is none.</summary>
    private ParseResult<TAnswer>? Read<TSubtask, TAnswer>(Instance<TSubtask, TAnswer> instance, Prediction? prediction)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        tally.Instances++;
        if (prediction is null)
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
