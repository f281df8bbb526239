using Itdr.Datasets.Labeling;
using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>Has a teacher answer the instances of a dataset folder that lack a label, and writes the answers into it.</summary>
public static class DatasetLabeler
{
    /// <summary>
    /// Labels a dataset folder. Every answer is in the journal before the next one is counted on, so a run that is
    /// stopped or killed is gone on with by calling this again; what is in the journal is not asked for again.
    /// </summary>
    /// <param name="options">What to label, and by whom.</param>
    /// <param name="progress">Is told after every instance, one call at a time.</param>
    /// <param name="cancellationToken">Ends the calls under way; the journal keeps what there is, and the folder stays as it was.</param>
    /// <returns>What came of it. A teacher that fails is told in <see cref="LabelReport.Stopped"/>; the labels that there are were written all the same.</returns>
    /// <exception cref="DatasetFormatException">The folder, one of its files or the journal cannot be read.</exception>
    /// <exception cref="DatasetException">The folder is a shard, a subtask is not known, the journal is in use, or the folder or the journal cannot be written.</exception>
    public static async Task<LabelReport> LabelAsync(LabelOptions options, IProgress<LabelProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        try
        {
            return await LabelFolderAsync(options, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What was paid for is in the journal, and the folder is as it was.
            throw WriteFault.Stopped("labelling", options.Dataset, error);
        }
    }

    private static async Task<LabelReport> LabelFolderAsync(LabelOptions options, IProgress<LabelProgress>? progress, CancellationToken cancellationToken)
    {
        FileReplacement.FinishInterrupted(options.Dataset);
        var dataset = InstanceFolder.Open(options.Dataset);
        if (dataset.Manifest.Shard is { } shard)
        {
            throw new DatasetException($"{dataset.Directory} is the shard {shard} of a dataset, and a merge would not keep its labels; merge all shards first, and label the whole.");
        }

        var descriptors = dataset.DescriptorsIn(options.Subtasks);
        var wanted = FilesOf(dataset, options);
        var cells = wanted.Select(static file => CellOf(file)).Distinct().ToDictionary(static cell => cell, static _ => new CellCount());
        using var journal = LabelJournal.Open(options.JournalPath);
        var run = new TeacherRun(options, journal, cells, progress);
        await run.AskAsync(() => wanted.SelectMany(file => descriptors[file.Name.Subtask].Accept(new TaskCollection(file, options))), cancellationToken).ConfigureAwait(false);

        var lacking = wanted.Where(file => cells[CellOf(file)].Instances > 0).ToList();
        var labels = new LabelledFolder(dataset, descriptors, options).Write(journal, lacking, cells);
        var report = cells.Where(static cell => cell.Value.Instances > 0)
            .Select(cell => cell.Value.ToReport(cell.Key, labels.GetValueOrDefault(cell.Key)));
        return new LabelReport([.. report], run.Tokens.Input, run.Tokens.Output, run.Stopped);
    }

    private static List<InstanceFile> FilesOf(InstanceFolder dataset, LabelOptions options)
    {
        var present = dataset.Files.Select(static file => CellOf(file)).ToHashSet();
        if (options.Cells.FirstOrDefault(cell => !present.Contains(cell)) is { } absent)
        {
            throw new DatasetException($"{dataset.Directory} has no cell {absent}; it has {string.Join(", ", present)}.");
        }

        return [.. dataset.Files.Where(file => options.Cells.Count == 0 || options.Cells.Contains(CellOf(file)))];
    }

    private static CellName CellOf(InstanceFile file) => new(file.Name.Subtask, file.Name.Source);
}
