using Itdr.Datasets.Sources.Reading;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Makes the manifest of a build.</summary>
internal static class ManifestOfBuild
{
    /// <summary>Makes it; every other file of the folder must be written.</summary>
    public static DatasetManifest Of(BuildJob job, IReadOnlyList<BuiltSource> sources) => new()
    {
        Seed = job.Options.Seed,
        Options = new ManifestOptions
        {
            Limit = job.Options.Limit,
            Split = job.Options.Split.ToString(),
            SplitBy = job.Options.SplitBy,
            Negatives = job.Options.Negatives?.Name() ?? NegativeSamplingNames.Default,
        },
        Sources = [.. sources.Select(SourceOf)],
        Cells = [.. BuiltCells.InOrder(sources).Select(CellOf)],
        Files = FilesIn(job.Output.PartialDirectory),
    };

    private static ManifestSource SourceOf(BuiltSource source) => new()
    {
        Name = source.Plan.Source.Info.Name,
        Licence = source.Plan.Source.Info.Licence,
        Files = [.. source.Audits.Select(FileOf)],
    };

    private static ManifestSourceFile FileOf(FileAudit audit) => new()
    {
        Name = audit.File.Name,
        Size = audit.File.Size,
        Sha256 = audit.File.Sha256 ?? throw new InvalidOperationException($"{audit.File.Name} was read without taking its hash."),
        Rows = audit.Rows,
        Refused = Counts(audit.Faults.Select(static fault => (fault.Fault.Text(), fault.Count))),
    };

    private static ManifestCell CellOf(BuiltCell cell)
    {
        var report = cell.Tally.ToReport(cell.Cell.Cell.Info.Name, cell.Eligible);
        var dropped = report.Refused.Select(static refusal => (refusal.Reason, (long)refusal.Count));
        return new ManifestCell
        {
            Subtask = report.Cell.Subtask,
            Source = report.Cell.Source,
            Version = cell.Cell.Cell.Descriptor.Version,
            TemplateHash = cell.Cell.Cell.Descriptor.TemplateHash,
            Settings = new SortedDictionary<string, string>(cell.Cell.Settings.Texts.ToDictionary(), StringComparer.Ordinal),
            Eligible = report.Eligible,
            Instances = Counts(report.Splits.Select(static split => (split.Key.Name(), (long)split.Value))),
            Dropped = Counts(report.SamePrompt > 0 ? dropped.Append(("same prompt", report.SamePrompt)) : dropped),
        };
    }

    private static SortedDictionary<string, long> Counts(IEnumerable<(string Name, long Count)> counts) =>
        new(counts.ToDictionary(static pair => pair.Name, static pair => pair.Count), StringComparer.Ordinal);

    private static ManifestFile[] FilesIn(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => ManifestFile.Of(directory, path)),
    ];
}
