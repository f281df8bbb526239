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
            var known = JournalOptions.Of(options, plan);
            if (options.Resume)
            {
                BuildJournal.RequireResumable(options.Output, known);
            }

            using var output = options.Resume ? OutputFolder.Reopen(options.Output) : OutputFolder.Create(options.Output);
            var job = new BuildJob(options, output, progress, cancellationToken);
            var sources = Make(plan, job, BuildJournal.Open(output, known));
            output.Complete(last: DatasetManifest.FileName, (done, total) => job.Progress("name the files", done, total));
            return BuiltCells.ReportOf(sources);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFault.Stopped("build", options.Output, error);
        }
    }

    /// <summary>Does what is not done yet, until all files are written.</summary>
    private static List<BuiltSource> Make(IReadOnlyList<PlannedSource> plan, BuildJob job, BuildJournal journal)
    {
        if (!journal.IsWritten)
        {
            journal.RemoveUnfinished();
        }

        var sources = plan.Select(source => new SourceBuild(source, job, journal).Run()).ToList();
        if (journal.IsWritten)
        {
            return sources;
        }

        job.Progress("describe the dataset", 0, 1);
        RemoveSpill(job.Output);
        if (job.Options.Shard is not null)
        {
            ShardFiles.Write(job.Output, sources);
        }

        DatasetDescription.Write(job, sources);
        job.Cancellation.ThrowIfCancellationRequested();
        journal.FinishWriting();
        return sources;
    }

    private static void RemoveSpill(OutputFolder output)
    {
        var spill = Path.Combine(output.PartialDirectory, SpillFolder);
        if (Directory.Exists(spill))
        {
            Directory.Delete(spill, recursive: true);
        }
    }
}
