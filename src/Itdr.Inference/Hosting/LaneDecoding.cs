namespace Itdr.Inference;

/// <summary>Decoding the pending tokens of a lane's trunk.</summary>
internal static class LaneDecoding
{
    /// <summary>Decodes pending tokens, without logits, until at most so many are left.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="leave">How many may be left, at least 1; one always is.</param>
    /// <exception cref="TokenEngineException">The engine has no room.</exception>
    public static async ValueTask FlushAsync(this Lane lane, int leave)
    {
        var trunk = lane.Trunk;
        while (trunk.Pending > Math.Max(1, leave))
        {
            // Whole batches first, so that what is left is small.
            var end = trunk.Decoded + Math.Min(trunk.Pending - 1, lane.Engine.Limits.MaxBatch);
            for (var position = trunk.Decoded; position < end; position++)
            {
                lane.Add(trunk.Tokens[position], position, 0, 1, wantLogits: false);
            }

            if (!await lane.DecodeAsync())
            {
                throw NoRoom(lane);
            }

            trunk.MarkDecoded(end);
        }
    }

    /// <summary>Adds the pending tokens to the batch, in the first so many sequences, and returns the row of what follows the last.</summary>
    public static int AddPending(this Lane lane, int sequences, bool wantLogits = true)
    {
        var trunk = lane.Trunk;
        var row = -1;
        for (var position = trunk.Decoded; position < trunk.Count; position++)
        {
            row = lane.Add(trunk.Tokens[position], position, 0, sequences, wantLogits && position == trunk.Count - 1);
        }

        return row;
    }

    /// <summary>Decodes all pending tokens and returns the row of the logits of what follows the last.</summary>
    /// <exception cref="TokenEngineException">The engine has no room.</exception>
    public static async ValueTask<int> NextLogitsAsync(this Lane lane)
    {
        lane.Trunk.RequirePending();
        await lane.FlushAsync(lane.Engine.Limits.MaxBatch).ConfigureAwait(false);
        var row = lane.AddPending(1);
        if (!await lane.DecodeAsync())
        {
            throw NoRoom(lane);
        }

        lane.Trunk.MarkDecoded(lane.Trunk.Count);
        return row;
    }

    /// <summary>Requires that the prompt and what may follow it fit in the lane's cells.</summary>
    /// <exception cref="TokenEngineException">They do not.</exception>
    public static void RequireRoom(Lane lane, int output)
    {
        if (lane.Trunk.Count + output > lane.Cells)
        {
            throw new TokenEngineException(TokenEngineError.TooLong,
                $"The prompt takes {lane.Trunk.Count} tokens and its answer up to {output}, more than the {lane.Cells} that a call may use; shorten the task, give the context more tokens or use fewer lanes.");
        }
    }

    public static TokenEngineException NoRoom(Lane lane) => new(
        TokenEngineError.NoRoom,
        $"The engine's cache had no room for {lane.Trunk.Count} tokens though it should hold {lane.Cells}; give the context more tokens or use fewer lanes.");
}
