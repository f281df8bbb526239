using Itdr.Datasets.Building;
using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>Merges the shards of a dataset.</summary>
public static class DatasetMerger
{
    /// <summary>Writes the dataset that one build without shards would have written, byte for byte.</summary>
    /// <param name="options">What to merge.</param>
    /// <param name="progress">Who wants to know how far it is.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left of it.</param>
    /// <returns>What the shards read and made together.</returns>
    /// <exception cref="DatasetException">A shard is missing, there twice or not whole, or they are shards of different builds; or the folder cannot be filled.</exception>
    /// <exception cref="DatasetFormatException">A folder has no manifest, or a file of it cannot be read.</exception>
    public static BuildReport Merge(MergeOptions options, IProgress<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var shards = ShardSet.Open(options.Shards, cancellationToken);
            using var output = OutputFolder.Create(options.Output);
            var job = new BuildJob(shards.OptionsFor(options.Output), output, progress, cancellationToken);
            var sources = shards.Manifest.Sources.Select(source => Merge(shards, source.Name, job)).ToList();
            DatasetDescription.Write(job, sources);
            cancellationToken.ThrowIfCancellationRequested();
            output.Complete(last: DatasetManifest.FileName);
            return BuiltCells.ReportOf(sources);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFault.Stopped("merge", options.Output, error);
        }
    }

    private static BuiltSource Merge(ShardSet shards, string source, BuildJob job)
    {
        var evidence = new EvidenceMerge(shards, source);
        var cells = new List<BuiltCell>();
        foreach (var cell in shards.CellsOf(source))
        {
            job.Cancellation.ThrowIfCancellationRequested();
            job.Progress($"merge {cell.Cell.Info.Name}", 0, 1);
            cells.Add(new BuiltCell(cell, new CellMerge(shards, cell.Cell.Info.Name, job.Output, evidence.Add).Run()));
        }

        evidence.Write(job.Output);
        var record = shards.Shards[0].Source(source);
        return new BuiltSource(SourceCatalog.Find(source).Info, record.Recognised, record.Read, cells);
    }
}
