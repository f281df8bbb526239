using DuckDB.NET.Data;
using Itdr.Datasets.Exporting;
using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>Renders the instances of a dataset folder as the files that a trainer reads.</summary>
public static class DatasetExporter
{
    /// <summary>The formats.</summary>
    public static IReadOnlyList<ExportFormat> Formats { get; } = [.. Exporters.All.Select(static exporter => exporter.Format)];

    /// <summary>Finds what an export would take of an instance file, so that others can learn from the same part of a dataset.</summary>
    /// <param name="options">What to export; its output is not touched.</param>
    /// <returns>The ids that are taken of a file, or null for all of them.</returns>
    /// <exception cref="DatasetException">A subtask is not known, or an option makes no sense.</exception>
    /// <exception cref="DatasetFormatException">The dataset folder cannot be read.</exception>
    public static Func<InstanceFile, IReadOnlySet<string>?> Selection(ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var dataset = InstanceFolder.Open(options.Dataset);
        return new ExportView(options, dataset, dataset.DescriptorsIn(options.Subtasks)).Taken;
    }

    /// <summary>
    /// Writes the training files: for each split that has rows one file, rows in the order of the cells and of their files, what
    /// the trainer needs beside them, and a <c>README.md</c> that says what was taken.
    /// </summary>
    /// <param name="options">What to export, and how.</param>
    /// <param name="progress">Is told of every file.</param>
    /// <param name="cancellationToken">Stops the work; then nothing is left behind.</param>
    /// <exception cref="DatasetException">The format or a subtask is not known, an option makes no sense, or the folder cannot be filled.</exception>
    /// <exception cref="DatasetFormatException">The dataset folder cannot be read.</exception>
    public static ExportReport Export(ExportOptions options, IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var exporter = Exporters.Find(options.Format);
        var dataset = InstanceFolder.Open(options.Dataset);
        var descriptors = dataset.DescriptorsIn(options.Subtasks);
        var view = new ExportView(options, dataset, descriptors);
        using var folder = OutputFolder.Create(options.Output);
        try
        {
            var work = new ExportWork(exporter, view, folder, options.WithInstruction);
            work.WriteRows(dataset, descriptors, progress, cancellationToken);
            return work.Finish(dataset);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DuckDBException)
        {
            throw WriteFault.Stopped("export", options.Output, error);
        }
    }
}
