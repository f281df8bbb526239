using Itdr.Datasets.Exporting;
using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>Renders the instances of a dataset folder as the files that a trainer reads.</summary>
public static class DatasetExporter
{
    private static readonly IExporter[] Exporters = [new AlpacaExporter()];

    /// <summary>The formats.</summary>
    public static IReadOnlyList<ExportFormat> Formats { get; } = [.. Exporters.Select(static exporter => exporter.Format)];

    /// <summary>Writes the training files: for each split that has rows one file, rows in the order of the cells and of their files.</summary>
    /// <param name="options">What to export, and how.</param>
    /// <param name="progress">Is told of every file.</param>
    /// <param name="cancellationToken">Stops the work; then nothing is left behind.</param>
    /// <exception cref="DatasetException">The format or a subtask is not known, or the folder cannot be filled.</exception>
    /// <exception cref="DatasetFormatException">The dataset folder cannot be read.</exception>
    public static ExportReport Export(ExportOptions options, IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var exporter = Array.Find(Exporters, known => known.Format.Name == options.Format)
            ?? throw new DatasetException($"There is no export format \"{options.Format}\"; it can be {string.Join(", ", Formats.Select(static format => format.Name))}.");
        var dataset = InstanceFolder.Open(options.Dataset);
        var descriptors = dataset.DescriptorsIn(options.Subtasks);
        using var folder = OutputFolder.Create(options.Output);
        var cells = new List<ExportedInstances>();
        var written = new List<Split>();
        foreach (var split in SplitNames.All)
        {
            using var file = new FileOnDemand(exporter, folder, split);
            foreach (var instances in dataset.Files.Where(instances => instances.Name.Split == split))
            {
                progress?.Report(new FileProgress(instances.Path, cells.Count, dataset.Files.Count));
                var export = new InstanceExport(instances, options.WithInstruction, file.Open, cancellationToken);
                cells.Add(descriptors[instances.Name.Subtask].Accept(export));
            }

            if (file.Complete())
            {
                written.Add(split);
            }
        }

        return Finish(exporter, folder, cells, written);
    }

    private static ExportReport Finish(IExporter exporter, OutputFolder folder, List<ExportedInstances> cells, List<Split> written)
    {
        if (written.Count == 0)
        {
            return new ExportReport(cells, []);
        }

        var described = exporter.Describe(folder, written);
        folder.Complete();
        return new ExportReport(cells, [.. written.Select(exporter.FileName).Concat(described).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A training file that exists only if a row comes.</summary>
    private sealed class FileOnDemand(IExporter exporter, OutputFolder folder, Split split) : IDisposable
    {
        private IExportFile? file;

        public IExportFile Open() => file ??= exporter.Begin(folder.CreateFile(exporter.FileName(split)));

        public bool Complete()
        {
            file?.Complete();
            return file is not null;
        }

        public void Dispose() => file?.Dispose();
    }
}
