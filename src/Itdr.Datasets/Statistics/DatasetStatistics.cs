using Itdr.Datasets.Sources;
using Itdr.Datasets.Statistics;
using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>Measures a dataset: the paper's table of statistics, from what is there.</summary>
public static class DatasetStatistics
{
    /// <summary>Counts the instances of each cell and the tokens of their user's turns and labels, on all cores.</summary>
    /// <param name="options">What to measure.</param>
    /// <param name="progress">Is told of every file, on any thread.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DatasetException">A subtask of the folder is not known.</exception>
    /// <exception cref="DatasetFormatException">The dataset folder cannot be read.</exception>
    public static StatisticsReport Measure(StatisticsOptions options, IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var dataset = InstanceFolder.Open(options.Dataset);
        var descriptors = dataset.DescriptorsIn(options.Subtasks);
        var measured = new FileLengths[dataset.Files.Count];
        var (next, done) = (-1, 0);
        WorkerThreads.Run([.. Enumerable.Repeat((Action)MeasureSome, Environment.ProcessorCount)]);
        return new StatisticsReport(TokenCount.Tokenizer, [.. dataset.Manifest.Cells.Select(cell => StatisticsOf(cell, descriptors[cell.Subtask], measured))]);

        void MeasureSome()
        {
            for (int index; (index = Interlocked.Increment(ref next)) < measured.Length;)
            {
                var file = dataset.Files[index];
                progress?.Report(new FileProgress(file.Path, done, measured.Length));
                measured[index] = descriptors[file.Name.Subtask].Accept(new FileMeasure(file, cancellationToken));
                Interlocked.Increment(ref done);
            }
        }
    }

    private static CellStatistics StatisticsOf(ManifestCell cell, SubtaskDescriptor descriptor, FileLengths[] measured)
    {
        var files = Array.FindAll(measured, file => file.Name.Subtask == cell.Subtask && file.Name.Source == cell.Source);
        return new CellStatistics
        {
            Subtask = cell.Subtask,
            RootTask = descriptor.RootTask,
            Source = cell.Source,
            Metrics = [.. descriptor.Metrics.Concat(descriptor.Slots.SelectMany(static slot => slot.Metrics)).Distinct()],
            Instances = files.Sum(static file => (long)file.Inputs.Count),
            Unlabelled = files.Sum(static file => (long)(file.Inputs.Count - file.Outputs.Count)),
            PaperExamples = PaperCells.ExamplesOf(new CellName(cell.Subtask, cell.Source)),
            Input = new LengthSummary(files.SelectMany(static file => file.Inputs)),
            Output = new LengthSummary(files.SelectMany(static file => file.Outputs)),
        };
    }
}
