using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>A folder with one shard of a dataset.</summary>
/// <param name="Directory">The folder.</param>
/// <param name="Shard">Which shard it is.</param>
/// <param name="Manifest">Its manifest.</param>
internal sealed record ShardFolder(string Directory, BuildShard Shard, DatasetManifest Manifest)
{
    /// <summary>Opens a shard, and makes sure that it is whole.</summary>
    /// <exception cref="DatasetException">It is no shard, or not the one that was built.</exception>
    /// <exception cref="DatasetFormatException">It has no manifest, or one that cannot be read.</exception>
    public static ShardFolder Open(string directory, CancellationToken cancellation)
    {
        var manifest = DatasetManifest.Load(directory);
        if (manifest.Shard is not { } shard)
        {
            throw new DatasetException($"{directory} is a whole dataset and no shard; only what build --shard made can be merged.");
        }

        return manifest.Verify(directory, cancellation) is [var mismatch, ..]
            ? throw new DatasetException($"{Path.Combine(directory, mismatch.Path)} {mismatch.Problem}; build the shard {shard} again.")
            : new ShardFolder(directory, BuildShard.Parse(shard), manifest);
    }

    /// <summary>What became of the users and items of a cell.</summary>
    public IEnumerable<Outcome> Outcomes(CellName cell)
    {
        var file = $"{ShardFiles.Folder}/{OutcomeFile.NameOf(cell)}";
        return OutcomeFile.Read(Path.Combine(Directory, file), file);
    }

    /// <summary>What was read of a source.</summary>
    public SourceRecord Source(string source)
    {
        var file = $"{ShardFiles.Folder}/{BuildJournal.SourceFile(source)}";
        return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(Directory, file)), JournalJson.Default.SourceRecord)
            ?? throw new DatasetFormatException(file, "it is null");
    }

    /// <summary>The lines of a file of the shard; none if it is not there.</summary>
    public IEnumerable<string> Lines(string file)
    {
        var path = Path.Combine(Directory, file);
        return File.Exists(path) ? File.ReadLines(path) : [];
    }
}
