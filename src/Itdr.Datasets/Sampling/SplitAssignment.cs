using Itdr.Instances;

namespace Itdr.Datasets.Sampling;

/// <summary>
/// Decides the split of a user or an instance by its own hash alone, with another salt than the sample's, so nobody's
/// split depends on who else is there.
/// </summary>
/// <param name="seed">The seed of the build.</param>
/// <param name="ratio">The shares of the splits.</param>
internal sealed class SplitAssignment(long seed, SplitRatio ratio)
{
    private const string Salt = "split";

    /// <summary>The split of a user within a source.</summary>
    public Split OfUser(string source, string user) => Of(StableHash.Of(Salt, StableHash.Text(seed), source, user));

    /// <summary>The split of an instance, whoever its user is.</summary>
    public Split OfInstance(string id) => Of(StableHash.Of(Salt, StableHash.Text(seed), id));

    private Split Of(ulong hash)
    {
        // The hash as a fraction of 2^64, scaled to the sum of the shares and rounded down.
        var place = (long)Math.BigMul(hash, (ulong)ratio.Sum, out _);
        return place < ratio.Train ? Split.Train
            : place < (long)ratio.Train + ratio.Validation ? Split.Validation
            : Split.Test;
    }
}
