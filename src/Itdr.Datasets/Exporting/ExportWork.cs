using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>One export under way.</summary>
/// <param name="exporter">The format.</param>
/// <param name="view">Which rows are taken.</param>
/// <param name="folder">Where the files go.</param>
/// <param name="withInstruction">Whether the fixed instruction is wanted.</param>
internal sealed class ExportWork(IExporter exporter, ExportView view, OutputFolder folder, bool withInstruction)
{
    private readonly List<ExportedInstances> cells = [];
    private readonly List<Split> written = [];
    private readonly LongestRow longest = new();

    /// <summary>Writes the rows of all splits.</summary>
    public void WriteRows(
        InstanceFolder dataset, IReadOnlyDictionary<string, SubtaskDescriptor> descriptors, IProgress<FileProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var split in SplitNames.All)
        {
            using var file = new FileOnDemand(exporter, folder, split);
            foreach (var instances in dataset.Files.Where(instances => instances.Name.Split == split))
            {
                progress?.Report(new FileProgress(instances.Path, cells.Count, dataset.Files.Count));
                var export = new InstanceExport(instances, withInstruction, view.Taken(instances), Write, cancellationToken);
                cells.Add(descriptors[instances.Name.Subtask].Accept(export));
            }

            if (file.Complete())
            {
                written.Add(split);
            }

            void Write(ExportRow row)
            {
                file.Open().Write(row);
                longest.See(row);
            }
        }
    }

    /// <summary>Writes what stands beside the rows, and gives all files their final names; where there is no row, nothing is written.</summary>
    public ExportReport Finish(InstanceFolder dataset)
    {
        if (written.Count == 0)
        {
            return new ExportReport(cells, []);
        }

        var described = exporter.Describe(folder, written, longest);
        ExportReadme.Write(folder, exporter, view, withInstruction, dataset, cells, longest);
        folder.Complete();
        return new ExportReport(cells, [.. written.Select(exporter.FileName).Concat(described).Append(ExportReadme.FileName).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A training file that exists only if a row comes.</summary>
    private sealed class FileOnDemand(IExporter exporter, OutputFolder folder, Split split) : IDisposable
    {
        private IExportFile? file;

        public IExportFile Open() => file ??= exporter.Begin(folder, split);

        public bool Complete()
        {
            file?.Complete();
            return file is not null;
        }

        public void Dispose() => file?.Dispose();
    }
}
