using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Puts the instances of one cell together from all shards, in the order of sampling, and drops those whose prompt another shard has earlier.</summary>
internal sealed class CellMerge(ShardSet shards, CellName cell, OutputFolder output, Action<Outcome> see)
{
    private readonly Dictionary<(int Shard, Split Split), IEnumerator<string>> instances = [];
    private readonly SortedDictionary<Split, StreamWriter> files = [];

    /// <summary>Does it.</summary>
    /// <returns>What became of the users and items of all shards.</returns>
    /// <exception cref="DatasetException">The shards do not fit together.</exception>
    public CellTally Run()
    {
        var tally = new CellTally();
        var prompts = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var (shard, outcome) in InOrder())
            {
                if (outcome.Place != tally.Eligible)
                {
                    throw new DatasetException($"The shards do not fit together in {cell}: the place {tally.Eligible} of the sample is missing or there twice; build them again from the same files.");
                }

                var line = outcome.Split is { } split ? NextLine(shard, split) : null;
                var merged = outcome.Prompt is { } prompt && !prompts.Add(prompt) ? new Outcome(outcome.Place, outcome.Subject) { Prompt = prompt } : outcome;
                if (merged.Split is { } kept)
                {
                    FileOf(kept).WriteLine(line);
                }

                tally.Count(merged);
                see(merged);
            }
        }
        finally
        {
            Close();
        }

        return tally;
    }

    private IEnumerable<(int Shard, Outcome Outcome)> InOrder() =>
        shards.Shards.SelectMany((shard, index) => shard.Outcomes(cell).Select(outcome => (index, outcome))).OrderBy(static entry => entry.outcome.Place);

    private string NextLine(int shard, Split split)
    {
        var path = InstanceFolder.PathOf(new InstanceFileName(cell.Subtask, cell.Source, split));
        if (!instances.TryGetValue((shard, split), out var lines))
        {
            instances.Add((shard, split), lines = shards.Shards[shard].Lines(path).GetEnumerator());
        }

        return lines.MoveNext() ? lines.Current : throw new DatasetFormatException(Path.Combine(shards.Shards[shard].Directory, path), "it has fewer lines than the shard made instances");
    }

    private StreamWriter FileOf(Split split)
    {
        if (!files.TryGetValue(split, out var file))
        {
            files.Add(split, file = new StreamWriter(output.CreateFile(InstanceFolder.PathOf(new InstanceFileName(cell.Subtask, cell.Source, split)))) { NewLine = "\n" });
        }

        return file;
    }

    private void Close()
    {
        foreach (var lines in instances.Values)
        {
            lines.Dispose();
        }

        OpenFiles.Close(files.Values);
    }
}
