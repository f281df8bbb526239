namespace Itdr.Inference;

/// <summary>A call that waits for a lane or runs on one.</summary>
internal abstract class EngineJob
{
    /// <summary>Whether it ended while it waited.</summary>
    public abstract bool IsOver { get; }

    /// <summary>Whether it runs while nothing else does, with an empty cache.</summary>
    public virtual bool IsAlone => false;

    /// <summary>Runs on the engine's thread up to its first decode call; the lane's continuation takes it from there.</summary>
    public abstract void Start(Lane lane, Action<Lane> release);

    /// <summary>Ends it before it started.</summary>
    public abstract void Refuse(Exception reason);
}

/// <summary>A call with its result.</summary>
internal sealed class EngineJob<T> : EngineJob
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<Lane, ValueTask<T>> run;
    private readonly CancellationToken cancellation;
    private readonly CancellationTokenRegistration whileQueued;

    public EngineJob(Func<Lane, ValueTask<T>> run, CancellationToken cancellation)
    {
        this.run = run;
        this.cancellation = cancellation;
        whileQueued = cancellation.UnsafeRegister(
            static (state, token) => ((EngineJob<T>)state!).completion.TrySetCanceled(token), this);
    }

    public Task<T> Task => completion.Task;

    public override bool IsOver => completion.Task.IsCompleted;

    public override void Start(Lane lane, Action<Lane> release)
    {
        // From here on a cancellation is seen between decode calls, so that the lane is left in order.
        whileQueued.Dispose();
        _ = RunAsync(lane, release);
    }

    public override void Refuse(Exception reason)
    {
        whileQueued.Dispose();
        completion.TrySetException(reason);
    }

    private async Task RunAsync(Lane lane, Action<Lane> release)
    {
        lane.Cancellation = cancellation;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var result = await run(lane).ConfigureAwait(false);
            lane.Reset(keepTrunk: true);
            release(lane);
            completion.TrySetResult(result);
        }
        catch (OperationCanceledException cancelled) when (cancelled.CancellationToken == cancellation)
        {
            lane.Reset(keepTrunk: true);
            release(lane);
            completion.TrySetCanceled(cancellation);
        }
#pragma warning disable CA1031 // Whatever it was, it is the caller's to see; the engine's thread goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var report = Clean(lane, failure);
            release(lane);
            completion.TrySetException(report);
        }
    }

    private static Exception Clean(Lane lane, Exception failure)
    {
        try
        {
            lane.Reset(keepTrunk: false);
            return failure;
        }
#pragma warning disable CA1031 // An engine that cannot even be emptied is reported beside what went wrong first.
        catch (Exception second)
#pragma warning restore CA1031
        {
            return new AggregateException(failure, second);
        }
    }
}
