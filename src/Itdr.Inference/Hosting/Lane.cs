using System.Runtime.CompilerServices;

namespace Itdr.Inference;

/// <summary>
/// One call's share of an engine: some sequences and cells of its own, and a batch that waits for the engine's next
/// decode call. Lanes that wait at the same time are decoded together. All of it runs on the engine's thread.
/// </summary>
internal sealed class Lane : INotifyCompletion
{
    private readonly ITokenEngine engine;
    private readonly int firstSequence;
    private readonly List<LaneToken> batch = [];
    private readonly List<int> rows = [];
    private Action? resume;
    private Exception? failure;
    private bool hadRoom;

    public Lane(ITokenEngine engine, int firstSequence, int sequences, int cells)
    {
        this.engine = engine;
        this.firstSequence = firstSequence;
        MaxSequences = engine.Limits.CanBranch ? sequences : 1;
        Cells = cells;
        Trunk = new Trunk(this, engine.Limits.CanBranch);
    }

    public ITokenEngine Engine => engine;

    /// <summary>The number of sequences, the trunk's among them.</summary>
    public int MaxSequences { get; }

    /// <summary>The number of cells that the lane may fill.</summary>
    public int Cells { get; }

    public Trunk Trunk { get; }

    /// <summary>Ends the call that uses the lane; seen between two decode calls.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>The decode calls that the lane took part in since it was last set to 0.</summary>
    public int DecodeCalls { get; set; }

    /// <summary>The tokens that were decoded for the lane since it was last set to 0.</summary>
    public int DecodedTokens { get; set; }

    /// <summary>The batch that waits.</summary>
    public IReadOnlyList<LaneToken> Batch => batch;

    public int LogitRows { get; private set; }

    public bool IsWaiting => resume is not null;

    /// <summary>Part of the pattern that <c>await</c> asks for: a decode call is never done before it is waited for.</summary>
    public bool IsCompleted => false;

    /// <summary>Adds a token to the next batch and returns the number that <see cref="Logits"/> takes.</summary>
    public int Add(int token, int position, int first, int count, bool wantLogits)
    {
        batch.Add(new LaneToken(token, position, first, count, wantLogits));
        LogitRows += wantLogits ? 1 : 0;
        return batch.Count - 1;
    }

    /// <summary>Waits for the engine to decode the batch; gives false if there was no room.</summary>
    public Lane DecodeAsync() => this;

    public Lane GetAwaiter() => this;

    public void OnCompleted(Action continuation) => resume = continuation;

    public bool GetResult()
    {
        batch.Clear();
        LogitRows = 0;
        if (failure is { } thrown)
        {
            failure = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        }

        return hadRoom;
    }

    /// <summary>The logits of what follows a token of the last batch.</summary>
    /// <exception cref="TokenEngineException">They are no numbers, so nothing can be chosen by them.</exception>
    public ReadOnlySpan<float> Logits(int added)
    {
        var logits = engine.Logits(rows[added]);
        return LogProbabilities.AreNumbers(logits) ? logits : throw new TokenEngineException(TokenEngineError.Failed,
            "The model computes logits that are no numbers; its weights are damaged or too large for the numbers that it is computed in, so get its file again or use another form of it.");
    }

    public void Copy(int from, int to) => engine.Copy(firstSequence + from, firstSequence + to);

    /// <summary>Makes the trunk hold what a sequence outside the lane holds.</summary>
    public void CopyIn(int engineSequence) => engine.Copy(engineSequence, firstSequence);

    /// <summary>Makes a sequence outside the lane hold what the trunk holds.</summary>
    public void CopyOut(int engineSequence) => engine.Copy(firstSequence, engineSequence);

    public void Truncate(int sequence, int fromPosition) => engine.Truncate(firstSequence + sequence, fromPosition);

    /// <summary>Moves the batch into the engine's.</summary>
    public void Submit()
    {
        rows.Clear();
        Span<int> sequences = stackalloc int[MaxSequences];
        foreach (var token in batch)
        {
            for (var index = 0; index < token.SequenceCount; index++)
            {
                sequences[index] = firstSequence + token.FirstSequence + index;
            }

            rows.Add(engine.Add(token.Token, token.Position, sequences[..token.SequenceCount], token.WantLogits));
        }
    }

    /// <summary>Goes on after the decode call, up to the next one or to the end of the call.</summary>
    public void Resume(bool decoded, Exception? thrown = null)
    {
        hadRoom = decoded;
        failure = thrown;
        if (decoded)
        {
            DecodeCalls++;
            DecodedTokens += batch.Count;
        }

        var action = resume!;
        resume = null;
        action();
    }

    /// <summary>Empties every sequence but the trunk, or the trunk too.</summary>
    public void Reset(bool keepTrunk)
    {
        batch.Clear();
        LogitRows = 0;
        for (var sequence = 1; sequence < MaxSequences; sequence++)
        {
            Truncate(sequence, 0);
        }

        if (!keepTrunk)
        {
            Trunk.Clear();
        }
    }
}
