using System.Globalization;
using Itdr.Datasets.Cells;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>All shards of one dataset, in order.</summary>
internal sealed class ShardSet
{
    private ShardSet(IReadOnlyList<ShardFolder> shards)
    {
        Shards = shards;
    }

    /// <summary>The shards, by their index.</summary>
    public IReadOnlyList<ShardFolder> Shards { get; }

    /// <summary>The manifest of the first shard, with which all others agree.</summary>
    public DatasetManifest Manifest => Shards[0].Manifest;

    /// <summary>Opens shards.</summary>
    /// <exception cref="DatasetException">One is missing or there twice, or they are shards of different builds.</exception>
    public static ShardSet Open(IReadOnlyList<string> directories, CancellationToken cancellation)
    {
        if (directories.Count == 0)
        {
            throw new DatasetException("There is no shard to merge; name the folders that build --shard wrote.");
        }

        var shards = directories.Select(directory => ShardFolder.Open(directory, cancellation)).OrderBy(static shard => shard.Shard.Index).ToList();
        RequireSame(shards, "number of shards", static shard => Text(shard.Shard.Count));
        if (shards.GroupBy(static shard => shard.Shard.Index).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new DatasetException($"{Phrase.List(twice.Select(static shard => shard.Directory))} are the same shard {twice.First().Shard}; name each shard once.");
        }

        var missing = Enumerable.Range(0, shards[0].Shard.Count).Except(shards.Select(static shard => shard.Shard.Index)).ToList();
        if (missing.Count > 0)
        {
            throw new DatasetException($"The shard {Phrase.List(missing.Select(index => new BuildShard(index, shards[0].Shard.Count).ToString()))} is missing; name the folders of all shards.");
        }

        RequireSame(shards, "seed", static shard => Text(shard.Manifest.Seed));
        RequireSame(shards, "limit", static shard => Text(shard.Manifest.Options.Limit));
        RequireSame(shards, "split", static shard => $"{shard.Manifest.Options.Split} by {shard.Manifest.Options.SplitBy}");
        RequireSame(shards, "way to draw negatives", static shard => shard.Manifest.Options.Negatives);
        RequireSame(shards, "set of cells", static shard => string.Join(", ", shard.Manifest.Cells.Select(static cell => $"{cell.Subtask}/{cell.Source}")));
        RequireSame(shards, "thresholds and wordings", static shard => string.Join("; ", shard.Manifest.Cells.Select(CellText)));
        RequireSame(shards, "raw files", static shard => string.Join("; ", shard.Manifest.Sources.Select(SourceText)));
        return new ShardSet(shards);
    }

    /// <summary>The options of the build whose parts these are.</summary>
    public BuildOptions OptionsFor(string output) => new()
    {
        Sources = [.. Manifest.Sources.Select(static source => new SourceInput(source.Name, ""))],
        Output = output,
        Limit = Manifest.Options.Limit,
        Seed = Manifest.Seed,
        Split = SplitRatio.Parse(Manifest.Options.Split),
        SplitBy = Manifest.Options.SplitBy,
        Negatives = Manifest.Options.Negatives == NegativeSamplingNames.Default ? null : NegativeSamplingNames.Parse(Manifest.Options.Negatives),
    };

    /// <summary>The cells of a source as they were planned.</summary>
    /// <exception cref="DatasetException">This version knows no such cell, or words it differently.</exception>
    public IEnumerable<PlannedCell> CellsOf(string source)
    {
        foreach (var made in Manifest.Cells.Where(cell => cell.Source == source))
        {
            var name = new CellName(made.Subtask, made.Source);
            if (CellCatalog.Find(name) is not { } cell || cell.Descriptor.TemplateHash != made.TemplateHash)
            {
                throw new DatasetException($"The shards were built with another wording of {name} than this version has; merge them with the version that built them.");
            }

            var settings = made.Settings.Select(pair => new CellSetting(name, pair.Key, decimal.Parse(pair.Value, CultureInfo.InvariantCulture)));
            yield return new PlannedCell(cell, new CellSettings(cell.Info, settings));
        }
    }

    private static void RequireSame(List<ShardFolder> shards, string what, Func<ShardFolder, string> text)
    {
        if (shards.Find(shard => text(shard) != text(shards[0])) is { } other)
        {
            var (first, second) = (text(shards[0]), text(other));
            var detail = first.Length + second.Length < 200 ? $" ({first} and {second})" : "";
            throw new DatasetException($"{shards[0].Directory} and {other.Directory} were not built with the same {what}{detail}; merge shards of one build.");
        }
    }

    private static string CellText(ManifestCell cell) =>
        $"{cell.Subtask}/{cell.Source} {string.Join(", ", cell.Settings.Select(static pair => $"{pair.Key} {pair.Value}"))} {cell.TemplateHash}";

    private static string SourceText(ManifestSource source) =>
        string.Join(", ", source.Files.Select(static file => $"{file.Name} {file.Sha256} {Text(file.Rows)} {string.Join(' ', file.Refused.Select(static refused => $"{refused.Key} {Text(refused.Value)}"))}"));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
