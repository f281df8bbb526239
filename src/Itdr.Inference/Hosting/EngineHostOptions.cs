namespace Itdr.Inference;

/// <summary>How an <see cref="EngineHost"/> shares its engine.</summary>
public sealed record EngineHostOptions
{
    /// <summary>
    /// How many calls run side by side, their tokens decoded together; each gets an equal share of the engine's
    /// sequences and cells. At least 1, which is the default.
    /// </summary>
    public int Lanes { get; init; } = 1;

    /// <summary>
    /// How many fronts of prompts, such as the instructions of subtasks, stay in the cache beside the calls; each takes
    /// a sequence, and all of them a quarter of the engine's cells at most, so that a longer front is not kept. Null, the default, for one in eight sequences, at most eight.
    /// </summary>
    public int? StoredPrefixes { get; init; }

    /// <summary>
    /// What decoding one more token on speculation costs, as a share of a decode call: 0 speculates on everything,
    /// <see cref="double.PositiveInfinity"/> on nothing. Null, the default, for the engine's own.
    /// </summary>
    public double? SpeculationCost { get; init; }

    internal void Validate(TokenEngineLimits limits)
    {
        if (limits.MaxSequences < 1 || limits.MaxBatch < 1 || limits.Cells < 1 || limits.MaxLogitRows < 1)
        {
            throw new ArgumentException($"An engine needs at least one sequence, batch token, cell and row of logits; it has {limits}.");
        }

        var stored = Stored(limits);
        if (stored < 0 || Lanes < 1 || Lanes > limits.MaxSequences - stored)
        {
            throw new ArgumentException(
                $"{Lanes} lanes and {stored} stored prefixes do not fit in {limits.MaxSequences} sequences; each lane and each prefix needs one, and there is at least one lane.");
        }

        if (SpeculationCost is { } cost && !(cost >= 0))
        {
            throw new ArgumentException($"The cost of speculation is {cost}; it must be 0 or more.");
        }
    }

    internal int Stored(TokenEngineLimits limits) =>
        limits.CanBranch ? StoredPrefixes ?? Math.Min(8, limits.MaxSequences / 8) : 0;
}
