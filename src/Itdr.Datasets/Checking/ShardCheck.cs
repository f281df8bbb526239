using Itdr.Datasets.Sampling;
using Itdr.Instances;

namespace Itdr.Datasets.Checking;

/// <summary>The rule that a shard holds the users and items whose hashes put them there, and no others; a whole dataset is the only shard of one.</summary>
internal sealed class ShardCheck(CheckLedger ledger, DatasetManifest manifest)
{
    private readonly BuildShard shard = manifest.Shard is { } text ? BuildShard.Parse(text) : new BuildShard(0, 1);
    private readonly Dictionary<string, SampleHash> hashes = new(StringComparer.Ordinal);

    /// <summary>Checks one instance.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="owner">Its user or item, or null.</param>
    public void Check(InstancePlace place, string? owner)
    {
        if (owner is null)
        {
            return;
        }

        ledger.Try(CheckRule.Shards);
        if (!hashes.TryGetValue(place.Source, out var hash))
        {
            hashes.Add(place.Source, hash = new SampleHash(manifest.Seed, place.Source));
        }

        if (!shard.Holds(hash.Of(owner)))
        {
            place.Find(ledger, CheckRule.Shards, $"{owner} of {place.Source} does not belong to the shard {shard}.");
        }
    }
}
