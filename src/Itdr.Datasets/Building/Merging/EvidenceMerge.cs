using System.Text.Json;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Building;

/// <summary>Puts the evidence of one source together from all shards, for those users and items alone whose instances stay.</summary>
internal sealed class EvidenceMerge(ShardSet shards, string source)
{
    private readonly HashSet<string> users = new(StringComparer.Ordinal);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    /// <summary>Keeps the user of an instance that stays, and the negatives drawn for the user.</summary>
    public void Add(Outcome outcome)
    {
        if (outcome.Split is not null && outcome.Negatives.Count > 0)
        {
            users.Add(outcome.Subject);
            named.UnionWith(outcome.Negatives);
        }
    }

    /// <summary>Writes both files, if there is anything to prove.</summary>
    public void Write(OutputFolder output)
    {
        if (users.Count == 0)
        {
            return;
        }

        var hash = new SampleHash(shards.Manifest.Seed, source);
        var lines = new List<(ulong Hash, string Id, string Line)>();
        foreach (var (id, line, touched) in Lines(SourceEvidence.UsersPath(source), "user", users))
        {
            lines.Add((hash.Of(id), id, line));
            named.UnionWith(touched.GetProperty("items").EnumerateArray().Select(static item => item.GetString()!));
        }

        lines.Sort(static (left, right) => left.Hash != right.Hash ? left.Hash.CompareTo(right.Hash) : IdOrder.Instance.Compare(left.Id, right.Id));
        Write(output, SourceEvidence.UsersPath(source), lines.Select(static line => line.Line));
        var items = Lines(SourceEvidence.ItemsPath(source), "id", named).DistinctBy(static item => item.Id).OrderBy(static item => item.Id, IdOrder.Instance);
        Write(output, SourceEvidence.ItemsPath(source), items.Select(static item => item.Line));
    }

    private static void Write(OutputFolder output, string path, IEnumerable<string> lines)
    {
        using var text = new StreamWriter(output.CreateFile(path)) { NewLine = "\n" };
        foreach (var line in lines)
        {
            text.WriteLine(line);
        }
    }

    private IEnumerable<(string Id, string Line, JsonElement Json)> Lines(string file, string key, HashSet<string> wanted)
    {
        foreach (var line in shards.Shards.SelectMany(shard => shard.Lines(file)))
        {
            using var json = JsonDocument.Parse(line);
            var id = json.RootElement.GetProperty(key).GetString()!;
            if (wanted.Contains(id))
            {
                yield return (id, line, json.RootElement);
            }
        }
    }
}
