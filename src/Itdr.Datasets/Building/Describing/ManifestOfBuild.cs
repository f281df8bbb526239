using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Makes the manifest of a build.</summary>
internal static class ManifestOfBuild
{
    /// <summary>Makes it.</summary>
    /// <param name="job">The build.</param>
    /// <param name="sources">What came of it.</param>
    /// <param name="files">Every other file of the folder, in the ordinal order of the paths.</param>
    public static DatasetManifest Of(BuildJob job, IReadOnlyList<BuiltSource> sources, IReadOnlyList<ManifestFile> files) => new()
    {
        Seed = job.Options.Seed,
        Shard = job.Options.Shard?.ToString(),
        Options = new ManifestOptions
        {
            Limit = job.Options.Limit,
            Split = job.Options.Split.ToString(),
            SplitBy = job.Options.SplitBy,
            Negatives = job.Options.Negatives?.Name() ?? NegativeSamplingNames.Default,
        },
        Sources = [.. sources.Select(SourceOf)],
        Cells = [.. BuiltCells.InOrder(sources).Select(CellOf)],
        Files = files,
    };

    private static ManifestSource SourceOf(BuiltSource source) => new()
    {
        Name = source.Info.Name,
        Licence = source.Info.Licence,
        Files = [.. source.Files.Select(FileOf)],
    };

    private static ManifestSourceFile FileOf(ReadFile file) => new()
    {
        Name = file.Name,
        Size = file.Size,
        Sha256 = file.Sha256,
        Rows = file.Rows,
        Refused = Counts(file.Refused.Select(static refused => (refused.Reason, refused.Count))),
    };

    private static ManifestCell CellOf(BuiltCell cell)
    {
        var report = cell.ToReport();
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
}
