namespace Itdr.Datasets.Sources.Containers;

/// <summary>What an archive may ask of this machine. The largest files of all sources keep well within.</summary>
/// <param name="MostMembers">The most members of one archive, and the most files of a folder.</param>
/// <param name="MostBytes">The most bytes that come out of one archive.</param>
/// <param name="MostRatio">The most bytes that may come out for each byte that is packed.</param>
/// <param name="FreeBytes">Up to so many bytes any ratio is fine.</param>
internal sealed record ContainerLimits(int MostMembers, long MostBytes, int MostRatio, long FreeBytes)
{
    /// <summary>The limits of a build: half a terabyte, and two hundred bytes for one, where text packs to ten or thirty.</summary>
    public static ContainerLimits Default { get; } = new(100_000, 512L << 30, 200, 16 << 20);
}
