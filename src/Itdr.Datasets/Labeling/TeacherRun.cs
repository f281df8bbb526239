namespace Itdr.Datasets.Labeling;

/// <summary>Asks the teacher for every label that the journal does not have.</summary>
internal sealed class TeacherRun(LabelOptions options, LabelJournal journal, IReadOnlyDictionary<CellName, CellCount> cells, IProgress<LabelProgress>? progress)
{
    private readonly Lock gate = new();
    private TokenBudget budget = new(null, 0);
    private LabelProgress done;
    private int failuresInARow;

    /// <summary>Why the run ended early, or null.</summary>
    public LabelStop? Stopped { get; private set; }

    /// <summary>The tokens of prompts and of answers in this run.</summary>
    public (long Input, long Output) Tokens => (done.InputTokens, done.OutputTokens);

    /// <summary>Asks for all of them, as many at a time as the options say.</summary>
    /// <param name="tasks">Gives the instances without a label; it is called twice.</param>
    /// <param name="cancellationToken">Ends the calls under way.</param>
    public async Task AskAsync(Func<IEnumerable<LabelTask>> tasks, CancellationToken cancellationToken)
    {
        var spent = Count(tasks());
        budget = new TokenBudget(options.BudgetTokens, spent);
        var side = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken };
        progress?.Report(done);
        // A run that has stopped goes through the rest without asking; calls under way are paid for and may end.
        await Parallel.ForEachAsync(tasks(), side, async (task, token) => await AskAsync(task, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Counts the instances of each cell, and the tokens that the journal has paid for them.</summary>
    private long Count(IEnumerable<LabelTask> tasks)
    {
        var (total, spent) = (0L, 0L);
        foreach (var task in tasks)
        {
            total++;
            spent += journal.Find(task.Key)?.Tokens ?? 0;
            cells[task.Cell].Instances++;
        }

        done = new LabelProgress(0, total, 0, 0);
        return spent;
    }

    private async Task AskAsync(LabelTask task, CancellationToken cancellationToken)
    {
        if (journal.Find(task.Key) is { } known && (known.Verdict == LabelVerdict.Label || !options.AskRefusedAgain))
        {
            Keep(task, known.Verdict, isKnown: true, 0, 0);
            return;
        }

        var reserved = task.InputTokens + options.AnswerTokens;
        if (Stopped is not null || !await budget.ReserveAsync(reserved, cancellationToken).ConfigureAwait(false))
        {
            StopForBudget();
            return;
        }

        var spent = 0L;
        try
        {
            var answer = await task.Ask(cancellationToken).ConfigureAwait(false);
            spent = Settle(task, answer);
        }
        finally
        {
            budget.Settle(reserved, spent);
        }
    }

    /// <summary>Keeps what came of a call, and gives the tokens that it took.</summary>
    private long Settle(LabelTask task, TeacherAnswer answer)
    {
        if (answer.Verdict is not { } verdict)
        {
            Fail(task, answer.Failure!);
            return 0;
        }

        if (verdict is LabelVerdict.NotAsked or LabelVerdict.DoesNotFit)
        {
            Keep(task, verdict, isKnown: false, 0, 0);
            return 0;
        }

        var input = answer.Usage?.InputTokens ?? task.InputTokens;
        var output = answer.Usage?.OutputTokens ?? (answer.Text.Length / 3) + 1;
        journal.Append(new JournalEntry(task.Key, options.TeacherName, task.Instance, verdict, answer.Text, input, output));
        Keep(task, verdict, isKnown: false, input, output);
        return input + output;
    }

    private void Keep(LabelTask task, LabelVerdict verdict, bool isKnown, long input, long output)
    {
        lock (gate)
        {
            var cell = cells[task.Cell];
            cell.Add(verdict);
            cell.FromJournal += isKnown && verdict == LabelVerdict.Label ? 1 : 0;
            failuresInARow = isKnown ? failuresInARow : 0;
            done = new LabelProgress(done.Done + 1, done.Total, done.InputTokens + input, done.OutputTokens + output);
            progress?.Report(done);
        }
    }

    private void Fail(LabelTask task, CallFailure failure)
    {
        lock (gate)
        {
            cells[task.Cell].Failed++;
            failuresInARow++;
            done = done with { Done = done.Done + 1 };
            progress?.Report(done);
            if (failure.Error is AnswerError.Unauthorized or AnswerError.UnknownModel || failuresInARow >= options.FailuresInARow)
            {
                Stopped ??= new LabelStop(failure.Message, IsFault: true);
            }
        }
    }

    private void StopForBudget()
    {
        lock (gate)
        {
            Stopped ??= new LabelStop(
                $"The budget of {options.BudgetTokens} tokens leaves no room for another call: {budget.Spent} are spent; give a larger --budget-tokens to go on.", IsFault: false);
        }
    }
}
