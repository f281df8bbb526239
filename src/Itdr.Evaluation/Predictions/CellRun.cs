using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>What a run asks of one cell.</summary>
internal sealed record CellPlan(PredictedCell Cell, IReadOnlyList<string> Ids);

/// <summary>Counts the answers of a run.</summary>
internal sealed class RunCounter(int total, IProgress<PredictionRunProgress>? progress)
{
    private int done;

    public int Done
    {
        get => done;
        init => done = value;
    }

    public void Count(string cell) => progress?.Report(new PredictionRunProgress(cell, Interlocked.Increment(ref done), total));
}

/// <summary>Finds out which instances of a cell are to be asked, before any is.</summary>
internal sealed class CellPlanner(InstanceFile file, PredictionJournal journal, PredictionRunOptions options) : ISubtaskVisitor<CellPlan>
{
    public CellPlan Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        if (options.WhyNot(descriptor) is { } reason)
        {
            return new CellPlan(new PredictedCell(file.Name) { LeftOut = reason }, []);
        }

        var ids = new List<string>();
        var (kept, unlabelled) = (0, 0);
        using var reader = file.Open(descriptor);
        while (ids.Count < (options.Limit ?? int.MaxValue) && reader.TryRead(out var instance))
        {
            if (!instance.HasAnswer)
            {
                unlabelled++;
                continue;
            }

            ids.Add(instance.Id);
            kept += IsKept(instance.Id, descriptor) ? 1 : 0;
        }

        return new CellPlan(new PredictedCell(file.Name) { Asked = ids.Count, Kept = kept, Unlabelled = unlabelled }, ids);
    }

    private bool IsKept(string id, SubtaskDescriptor descriptor)
    {
        var earlier = journal.Find(id);
        return earlier is null || earlier.TemplateHash == descriptor.TemplateHash
            ? earlier is not null
            : throw new DatasetFormatException(journal.File, $"its prediction for \"{id}\" was made with another template than this version's, so the run cannot go on from there; name another file, or remove this one");
    }
}

/// <summary>Asks for the instances of a cell that have no prediction yet.</summary>
internal sealed class CellRun(
    InstanceFile file, CellPlan plan, IRecommender recommender, PredictionJournal journal, int concurrency, RunCounter counter, CancellationToken cancellation)
    : ISubtaskVisitor<Task<PredictedCell>>
{
    private readonly Lock gate = new();
    private int failed;
    private string? firstFailure;

    public async Task<PredictedCell> Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var wanted = plan.Ids.Where(id => journal.Find(id) is null).ToHashSet(StringComparer.Ordinal);
        using var reader = file.Open(descriptor);
        var instances = reader.ReadAll().Where(instance => wanted.Contains(instance.Id));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellation };
        await Parallel.ForEachAsync(instances, parallel, async (instance, token) => await Ask<TSubtask, TAnswer>(instance, token).ConfigureAwait(false)).ConfigureAwait(false);
        return plan.Cell with { Failed = failed, FirstFailure = firstFailure };
    }

    private async Task Ask<TSubtask, TAnswer>(Instance<TSubtask, TAnswer> instance, CancellationToken token)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var result = await recommender.AnswerAsync<TSubtask, TAnswer>(instance.Task, token).ConfigureAwait(false);
        if (result.FailureMessage is { } failure)
        {
            lock (gate)
            {
                failed++;
                firstFailure ??= $"{instance.Id}: {failure}";
            }
        }

        journal.Add(new Prediction(instance.Id, result.Text.Length == 0 ? null : result.Text, TSubtask.Descriptor.TemplateHash));
        counter.Count(file.Name.Cell);
    }
}
