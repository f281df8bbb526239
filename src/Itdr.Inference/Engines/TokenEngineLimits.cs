namespace Itdr.Inference;

/// <summary>What a token engine can hold and decode at once.</summary>
/// <param name="MaxSequences">The number of sequences, at least 1; they are numbered from 0.</param>
/// <param name="MaxBatch">The most tokens that one decode call takes, at least 1.</param>
/// <param name="Cells">The number of tokens that the cache holds, a token shared by several sequences counted once.</param>
public sealed record TokenEngineLimits(int MaxSequences, int MaxBatch, int Cells)
{
    /// <summary>The most tokens of one batch whose logits may be asked for. A row takes four bytes for each token of the vocabulary.</summary>
    public int MaxLogitRows { get; init; } = 256;

    /// <summary>
    /// Whether a sequence can be shortened and copied at any position. Recurrent, hybrid and sliding-window models
    /// cannot: on them nothing is decoded on speculation and less is reused.
    /// </summary>
    public bool CanBranch { get; init; } = true;

    /// <summary>
    /// What decoding one more token in a call costs, as a share of a call: about 0.3 on a CPU, 0 on a GPU. It is the
    /// default of <see cref="EngineHostOptions.SpeculationCost"/>.
    /// </summary>
    public double SpeculationCost { get; init; } = 0.3;
}
