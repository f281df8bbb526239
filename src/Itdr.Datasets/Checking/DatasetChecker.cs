using Itdr.Datasets.Checking;
using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>
/// Proves from a dataset folder alone what a dataset must hold; see <see cref="CheckRule"/>. It believes nothing that
/// the build says of itself: labels are written and parsed again, and negatives are held against what users touched.
/// </summary>
public static class DatasetChecker
{
    /// <summary>Checks a dataset folder.</summary>
    /// <param name="options">What to check.</param>
    /// <param name="progress">Is told of every file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DatasetFormatException">The folder has no manifest, or the manifest cannot be read.</exception>
    /// <exception cref="DatasetException">A subtask of the folder is not known.</exception>
    public static CheckReport Check(CheckOptions options, IProgress<FileProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var dataset = InstanceFolder.Open(options.Dataset);
        var descriptors = dataset.DescriptorsIn(options.Subtasks);
        var ledger = new CheckLedger(options.Examples);
        CheckFiles(dataset, ledger, progress, cancellationToken);
        var counts = CheckInstances(dataset, descriptors, ledger, progress, cancellationToken);
        CheckCounts(dataset, counts, ledger);
        return new CheckReport(counts.Values.Sum(static count => count.Lines), counts.Values.Sum(static count => count.Unlabelled), ledger.Results, Notes(dataset, descriptors));
    }

    private static void CheckFiles(InstanceFolder dataset, CheckLedger ledger, IProgress<FileProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new FileProgress(DatasetManifest.FileName, 0, dataset.Files.Count + 1));
        ledger.Try(CheckRule.Files, dataset.Manifest.Files.Count);
        foreach (var mismatch in dataset.Manifest.Verify(dataset.Directory, cancellationToken))
        {
            ledger.Find(CheckRule.Files, mismatch.Path, line: null, $"The file {mismatch.Problem}.");
        }
    }

    private static Dictionary<InstanceFileName, FileCounts> CheckInstances(
        InstanceFolder dataset,
        Dictionary<string, SubtaskDescriptor> descriptors,
        CheckLedger ledger,
        IProgress<FileProgress>? progress,
        CancellationToken cancellationToken)
    {
        var evidence = new Dictionary<string, TouchedItems>(StringComparer.Ordinal);
        var instanceChecks = new InstanceChecks(ledger, source =>
            evidence.TryGetValue(source, out var known) ? known : evidence[source] = TouchedItems.Load(dataset.Directory, source, ledger));
        var splitChecks = new SplitChecks(ledger, dataset.Manifest.Options.SplitBy);
        var shardCheck = new ShardCheck(ledger, dataset.Manifest);
        var counts = new Dictionary<InstanceFileName, FileCounts>();
        foreach (var file in dataset.Files)
        {
            progress?.Report(new FileProgress(file.Path, counts.Count + 1, dataset.Files.Count + 1));
            counts[file.Name] = File.Exists(Path.Combine(dataset.Directory, file.Path))
                ? descriptors[file.Name.Subtask].Accept(new FileCheck(file, ledger, instanceChecks, splitChecks, shardCheck, cancellationToken))
                : default;
        }

        return counts;
    }

    private static void CheckCounts(InstanceFolder dataset, Dictionary<InstanceFileName, FileCounts> counts, CheckLedger ledger)
    {
        foreach (var cell in dataset.Manifest.Cells)
        {
            var ofCell = SplitNames.All.Select(split => counts.GetValueOrDefault(new InstanceFileName(cell.Subtask, cell.Source, split))).ToList();
            var (lines, unlabelled) = (ofCell.Sum(static count => count.Lines), ofCell.Sum(static count => count.Unlabelled));
            if (cell.Teachers is null && unlabelled > 0 && unlabelled < lines)
            {
                ledger.Find(CheckRule.Labels, InstanceFolder.Instances, line: null, $"{unlabelled} of the {lines} instances of {cell.Subtask}/{cell.Source} have no label, though no teacher was asked for the others'.");
            }

            foreach (var split in SplitNames.All)
            {
                var name = new InstanceFileName(cell.Subtask, cell.Source, split);
                var expected = cell.Instances.GetValueOrDefault(split.Name());
                var actual = counts.GetValueOrDefault(name).Lines;
                if (actual != expected)
                {
                    ledger.Find(CheckRule.Lines, InstanceFolder.PathOf(name), line: null, $"The file has {actual} lines, and the manifest says {expected}.");
                }
            }
        }
    }

    private static List<string> Notes(InstanceFolder dataset, Dictionary<string, SubtaskDescriptor> descriptors)
    {
        var notes = new List<string>();
        foreach (var cell in dataset.Manifest.Cells.Where(cell => cell.TemplateHash != descriptors[cell.Subtask].TemplateHash))
        {
            notes.Add($"{cell.Subtask}/{cell.Source} was built with another wording of {cell.Subtask} (version {cell.Version}) than this one's (version {descriptors[cell.Subtask].Version}), so what holds here holds for this one's prompts.");
        }

        if (dataset.Manifest.Shard is { } shard)
        {
            notes.Add($"The folder is the shard {shard} of a dataset; itdr merge puts all of them together.");
        }

        if (dataset.Manifest.Options.SplitBy == SplitBy.Instance)
        {
            notes.Add("The dataset is split by instance, so users may stand in several splits.");
        }

        return notes;
    }
}
