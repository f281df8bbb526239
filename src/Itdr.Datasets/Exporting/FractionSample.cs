using Itdr.Datasets.Sampling;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>
/// Takes a part of the labelled instances of one file: those with the smallest seeded hash of their id, so that a smaller
/// part is contained in every larger one, and nobody's place depends on who else is there.
/// </summary>
internal static class FractionSample
{
    private const string Salt = "fraction";

    /// <summary>The ids of the instances that are taken: at least one if there is any.</summary>
    /// <param name="file">The instance file.</param>
    /// <param name="fraction">The part, above 0 and at most 1.</param>
    /// <param name="seed">The seed of the dataset.</param>
    /// <exception cref="DatasetFormatException">A line of the file is no JSON object.</exception>
    public static IReadOnlySet<string> Of(InstanceFile file, decimal fraction, long seed)
    {
        var all = new List<(ulong Hash, string Id)>();
        foreach (var id in LabelledIds(file))
        {
            all.Add((StableHash.Of(Salt, StableHash.Text(seed), id), id));
        }

        all.Sort(static (left, right) => left.Hash != right.Hash ? left.Hash.CompareTo(right.Hash) : string.CompareOrdinal(left.Id, right.Id));
        var count = Math.Max(1, (int)Math.Round(all.Count * fraction, MidpointRounding.AwayFromZero));
        return all.Take(count).Select(static instance => instance.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Lines that are no instance give nothing here; whoever reads the instances says so.</summary>
    private static IEnumerable<string> LabelledIds(InstanceFile file)
    {
        using var lines = new JsonLinesReader(file.OpenRead(), file.Path);
        while (lines.Read())
        {
            var isLabelled = lines.Root.TryGetProperty("answer", out var answer) && answer.ValueKind != System.Text.Json.JsonValueKind.Null;
            if (isLabelled && lines.Root.TryGetProperty("id", out var id) && id.ValueKind == System.Text.Json.JsonValueKind.String)
            {
                yield return id.GetString()!;
            }
        }
    }
}
