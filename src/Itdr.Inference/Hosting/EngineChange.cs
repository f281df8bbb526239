namespace Itdr.Inference;

/// <summary>A change of the engine, which waits until no call runs and after which nothing that was decoded is used again.</summary>
internal sealed class EngineChange : EngineJob
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action change;
    private readonly CancellationTokenRegistration whileQueued;

    public EngineChange(Action change, CancellationToken cancellation)
    {
        this.change = change;
        whileQueued = cancellation.UnsafeRegister(
            static (state, token) => ((EngineChange)state!).completion.TrySetCanceled(token), this);
    }

    public Task Task => completion.Task;

    public override bool IsOver => completion.Task.IsCompleted;

    public override bool IsAlone => true;

    public override void Start(Lane lane, Action<Lane> release)
    {
        whileQueued.Dispose();
        try
        {
            change();
            completion.TrySetResult();
        }
#pragma warning disable CA1031 // Whatever it was, it is the caller's to see; the engine's thread goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            completion.TrySetException(failure);
        }
        finally
        {
            release(lane);
        }
    }

    public override void Refuse(Exception reason)
    {
        whileQueued.Dispose();
        completion.TrySetException(reason);
    }
}
