using Itdr.Instances;

namespace Itdr.Datasets.Checking;

/// <summary>Checks every instance of one file, whatever its subtask.</summary>
internal sealed class FileCheck(InstanceFile file, CheckLedger ledger, InstanceChecks instanceChecks, SplitChecks splitChecks, ShardCheck shardCheck, CancellationToken cancellationToken)
    : ISubtaskVisitor<FileCounts>
{
    private readonly AnswerCheck answerCheck = new(ledger);
    private readonly RatingCheck ratingCheck = new(ledger);

    public FileCounts Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var candidateList = CandidateList.JsonNameOf(descriptor);
        var counts = default(FileCounts);
        using var reader = file.Open(descriptor);
        while (TryRead(reader, out var instance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            counts.Lines++;
            if (instance is null)
            {
                continue;
            }

            counts.Unlabelled += instance.HasAnswer ? 0 : 1;
            var place = new InstancePlace(file, reader.Line);
            CheckLabel(descriptor, place, instance);
            var items = TaskItems.Of(reader.TaskJson, candidateList);
            answerCheck.Check(place, instance, items.Candidates.Count, reader.AnswerJson);
            ratingCheck.Check(place, descriptor, reader.TaskJson);
            instanceChecks.Check(place, items, instance.Relevance, instance.User);
            shardCheck.Check(place, instance.User ?? instance.Item);
            splitChecks.Check(place, instance.Id, instance.User, instance.Item, descriptor.UserTurn(descriptor.Prompt(instance.Task)));
        }

        return counts;
    }

    /// <summary>Reads the next line; one that is not an instance is a finding, and gives null.</summary>
    private bool TryRead<TSubtask, TAnswer>(InstanceReader<TSubtask, TAnswer> reader, out Instance<TSubtask, TAnswer>? instance)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        try
        {
            if (!reader.TryRead(out instance))
            {
                return false;
            }
        }
        catch (DatasetFormatException error)
        {
            ledger.Find(CheckRule.Lines, file.Path, error.Line, $"The line cannot be read: {error.Problem}.");
            instance = null;
        }

        ledger.Try(CheckRule.Lines);
        return true;
    }

    private void CheckLabel<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, InstancePlace place, Instance<TSubtask, TAnswer> instance)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        if (!instance.HasAnswer)
        {
            return;
        }

        ledger.Try(CheckRule.Labels);
        try
        {
            var parsed = TSubtask.Parse(instance.Task, descriptor.Label(instance.Task, instance.Answer));
            if (!parsed.Succeeded)
            {
                place.Find(ledger, CheckRule.Labels, $"The label does not read back: {parsed.Failure!.Message}");
            }
            else if (parsed.Repairs.Length > 0 || !EqualityComparer<TAnswer>.Default.Equals(parsed.Value, instance.Answer))
            {
                place.Find(ledger, CheckRule.Labels, "The label reads back as another answer.");
            }
        }
        catch (AnswerRefusedException error)
        {
            place.Find(ledger, CheckRule.Labels, $"The answer cannot be written as a label: {error.Message}");
        }
    }
}

/// <summary>What one file holds.</summary>
internal record struct FileCounts
{
    public long Lines { get; set; }

    public long Unlabelled { get; set; }
}
