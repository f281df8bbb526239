namespace Itdr.Datasets.Sampling;

/// <summary>The seed from which everything of one instance is drawn.</summary>
internal static class InstanceSeed
{
    /// <summary>The seed of an instance: it depends on the seed of the build, the cell and the user alone.</summary>
    public static ulong Of(long seed, string cell, string user) => StableHash.Of("draw", StableHash.Text(seed), cell, user);
}
