using System.Diagnostics.CodeAnalysis;

namespace Itdr.Inference;

/// <summary>
/// The one thread that owns an engine. It starts queued calls on free lanes, and while any lane waits it decodes the
/// batches of all waiting lanes together, as many as fit.
/// </summary>
internal sealed class EngineLoop
{
    private readonly ITokenEngine engine;
    private readonly Queue<EngineJob> queue = [];
    private readonly Stack<Lane> free = [];
    private readonly List<Lane> waiting = [];
    private readonly List<Lane> batch = [];
    private readonly int lanes;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool closed;

    public EngineLoop(ITokenEngine engine, EngineHostOptions options)
    {
        this.engine = engine;
        var limits = engine.Limits;
        var stored = options.Stored(limits);
        var forPrefixes = stored == 0 ? 0 : limits.Cells / 4;
        var sequences = (limits.MaxSequences - stored) / options.Lanes;
        lanes = options.Lanes;
        Prefixes = new PrefixStore(engine, limits.MaxSequences - stored, stored, forPrefixes);
        CellsPerLane = (limits.Cells - forPrefixes) / lanes;
        for (var lane = lanes - 1; lane >= 0; lane--)
        {
            free.Push(new Lane(engine, lane * sequences, sequences, CellsPerLane));
        }

        new Thread(Run) { IsBackground = true, Name = "Itdr engine" }.Start();
    }

    public PrefixStore Prefixes { get; }

    public int CellsPerLane { get; }

    /// <summary>Ends when the thread has ended and the engine is disposed.</summary>
    public Task Ended => ended.Task;

    public void Enqueue(EngineJob job)
    {
        lock (queue)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(EngineHost));
            queue.Enqueue(job);
            Monitor.Pulse(queue);
        }
    }

    /// <summary>Lets the running calls end and refuses the queued ones.</summary>
    public void Close()
    {
        lock (queue)
        {
            closed = true;
            Monitor.Pulse(queue);
        }
    }

    private void Run()
    {
        try
        {
            try
            {
                while (StartCalls())
                {
                    DecodeWaiting();
                }
            }
            finally
            {
                Close();
                RefuseQueued();
                engine.Dispose();
            }

            ended.TrySetResult();
        }
#pragma warning disable CA1031 // A thread's exception ends the process; who disposes the host sees it instead.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ended.TrySetException(failure);
        }
    }

    /// <summary>Starts calls while lanes are free, and waits for one if nothing runs.</summary>
    /// <returns>False when the loop is closed and nothing runs any more.</returns>
    private bool StartCalls()
    {
        while (free.Count > 0 && TryDequeue(out var job))
        {
            if (!job.IsOver)
            {
                if (job.IsAlone)
                {
                    ForgetAll();
                }

                var lane = free.Pop();
                job.Start(lane, free.Push);
                KeepIfWaiting(lane);
            }
        }

        return !closed || free.Count < lanes;
    }

    private bool TryDequeue([NotNullWhen(true)] out EngineJob? job)
    {
        job = null;
        lock (queue)
        {
            while (queue.Count == 0 && free.Count == lanes && !closed)
            {
                Monitor.Wait(queue);
            }

            if (queue.TryPeek(out var next) && next.IsAlone && !next.IsOver && free.Count < lanes)
            {
                return false;
            }

            return !closed && queue.TryDequeue(out job);
        }
    }

    private void DecodeWaiting()
    {
        foreach (var lane in waiting.FindAll(lane => lane.Cancellation.IsCancellationRequested))
        {
            waiting.Remove(lane);
            lane.Resume(decoded: false, new OperationCanceledException(lane.Cancellation));
            KeepIfWaiting(lane);
        }

        GatherBatch();
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            DecodeBatch();
        }
#pragma warning disable CA1031 // Each call that the failure hits gets it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            FailAll(failure);
        }
    }

    /// <summary>Takes waiting lanes in their order, all that fit in one batch; the first always does.</summary>
    private void GatherBatch()
    {
        int tokens = 0, rows = 0;
        for (var index = 0; index < waiting.Count;)
        {
            var lane = waiting[index];
            if (batch.Count > 0 && (tokens + lane.Batch.Count > engine.Limits.MaxBatch || rows + lane.LogitRows > engine.Limits.MaxLogitRows))
            {
                index++;
                continue;
            }

            tokens += lane.Batch.Count;
            rows += lane.LogitRows;
            batch.Add(lane);
            waiting.RemoveAt(index);
        }
    }

    private void DecodeBatch()
    {
        foreach (var lane in batch)
        {
            lane.Submit();
        }

        var decoded = engine.Decode();
        if (decoded || batch.Count == 1)
        {
            while (batch.Count > 0)
            {
                ResumeFirst(decoded);
            }

            return;
        }

        // Together they found no room; alone each has its own share.
        while (batch.Count > 0)
        {
            batch[0].Submit();
            ResumeFirst(engine.Decode());
        }
    }

    private void ResumeFirst(bool decoded)
    {
        var lane = batch[0];
        batch.RemoveAt(0);
        lane.Resume(decoded);
        KeepIfWaiting(lane);
    }

    private void KeepIfWaiting(Lane lane)
    {
        if (lane.IsWaiting)
        {
            waiting.Add(lane);
        }
    }

    /// <summary>Fails every running call; what the cache holds is unknown, so nothing of it is used again.</summary>
    private void FailAll(Exception failure)
    {
        Lane[] hit = [.. batch, .. waiting];
        batch.Clear();
        waiting.Clear();
        var reason = failure as TokenEngineException
            ?? new TokenEngineException(TokenEngineError.Failed, $"The engine failed while it decoded: {failure.Message}", failure);
        foreach (var lane in hit)
        {
            lane.Resume(decoded: false, reason);
            KeepIfWaiting(lane);
        }

        ForgetAll();
    }

    /// <summary>Empties the lanes that are free, and the stored prefixes.</summary>
    private void ForgetAll()
    {
        foreach (var lane in free)
        {
            lane.Reset(keepTrunk: false);
        }

        Prefixes.Clear();
    }

    private void RefuseQueued()
    {
        EngineJob[] refused;
        lock (queue)
        {
            refused = [.. queue];
            queue.Clear();
        }

        foreach (var job in refused)
        {
            job.Refuse(new ObjectDisposedException(nameof(EngineHost), "The engine was closed before this call began."));
        }
    }
}
