using Itdr.Datasets.Building;
using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>Builds a dataset folder from raw files.</summary>
public static class DatasetBuilder
{
    /// <summary>The folder, among the unfinished files, into which reading may spill.</summary>
    internal const string SpillFolder = "spill";

    /// <summary>
    /// Reads sources and writes instances, evidence, statistics, a dataset card and, last, the manifest. Nothing stands under a final
    /// name before everything is complete. The same files, options and seed give the same bytes, however many threads work.
    /// </summary>
    /// <param name="options">What to build.</param>
    /// <param name="progress">Who wants to know how far it is; it is called on any thread, several times a second at most for each of them.</param>
    /// <param name="cancellationToken">Stops the build; nothing is left of it.</param>
    /// <returns>What was read and made.</returns>
    /// <exception cref="DatasetException">An option cannot be followed, or a file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The build was stopped.</exception>
    public static BuildReport Build(
        BuildOptions options, IProgress<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var plan = BuildPlan.Of(options);
            using var output = OutputFolder.Create(options.Output);
            var job = new BuildJob(options, output, progress, cancellationToken);
            var sources = plan.Select(source => new SourceBuild(source, job).Run()).ToList();
            RemoveSpill(output);
            Describe(job, sources);
            cancellationToken.ThrowIfCancellationRequested();
            output.Complete(last: DatasetManifest.FileName);
            return ReportOf(sources);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFault.Stopped("build", options.Output, error);
        }
    }

    private static void Describe(BuildJob job, IReadOnlyList<BuiltSource> sources)
    {
        StatisticsFile.Write(job.Output, sources);
        DatasetCard.Write(job, sources);
        var manifest = ManifestOfBuild.Of(job, sources);
        using var stream = job.Output.CreateFile(DatasetManifest.FileName);
        manifest.Write(stream);
    }

    private static void RemoveSpill(OutputFolder output)
    {
        var spill = Path.Combine(output.PartialDirectory, SpillFolder);
        if (Directory.Exists(spill))
        {
            Directory.Delete(spill, recursive: true);
        }
    }

    private static BuildReport ReportOf(IReadOnlyList<BuiltSource> sources) => new(
        [.. BuiltCells.InOrder(sources).Select(static cell => cell.Tally.ToReport(cell.Cell.Cell.Info.Name, cell.Eligible))],
        [.. sources.Select(static source => source.ToReport())]);
}
