namespace Itdr.Datasets.Labeling;

/// <summary>
/// Counts tokens against a bound. What a call may take is set aside before it begins, so calls under way cannot go
/// beyond the bound together.
/// </summary>
internal sealed class TokenBudget(long? limit, long spentBefore)
{
    private readonly Lock gate = new();
    private long spent = spentBefore;
    private long reserved;
    private TaskCompletionSource changed = NewSignal();

    /// <summary>The tokens spent, earlier runs included.</summary>
    public long Spent
    {
        get
        {
            lock (gate)
            {
                return spent;
            }
        }
    }

    /// <summary>Sets tokens aside for a call, waiting for calls under way if they hold what is left.</summary>
    /// <returns>Whether there is enough; if not, no call of this size will ever fit.</returns>
    public async ValueTask<bool> ReserveAsync(long tokens, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (limit is not { } most || spent + reserved + tokens <= most)
                {
                    reserved += tokens;
                    return true;
                }

                if (reserved == 0)
                {
                    return false;
                }

                wait = changed.Task;
            }

            await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a call: what was set aside for it is free again, and what it took is spent.</summary>
    public void Settle(long tokensReserved, long tokensSpent)
    {
        lock (gate)
        {
            reserved -= tokensReserved;
            spent += tokensSpent;
            var signal = changed;
            changed = NewSignal();
            signal.SetResult();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
