using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Writes what describes a dataset: statistics, card, Croissant and, when all else is there, the manifest.</summary>
internal static class DatasetDescription
{
    /// <summary>Writes it; every instance file and the evidence must be written.</summary>
    public static void Write(BuildJob job, IReadOnlyList<BuiltSource> sources)
    {
        var made = Measure(job.Output, []);
        StatisticsFile.Write(job.Output, sources);
        DatasetCard.Write(job, sources);
        CroissantFile.Write(job.Output, sources, [.. made.Where(static file => file.Path.StartsWith($"{InstanceFolder.Instances}/", StringComparison.Ordinal))]);
        var manifest = ManifestOfBuild.Of(job, sources, Measure(job.Output, made));
        using var stream = job.Output.CreateFile(DatasetManifest.FileName);
        manifest.Write(stream);
    }

    /// <summary>Measures the files that are there and not measured yet.</summary>
    /// <returns>All that are there, in the ordinal order of their paths.</returns>
    private static List<ManifestFile> Measure(OutputFolder output, IReadOnlyList<ManifestFile> known)
    {
        var byPath = known.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        return [.. output.Files().Select(path => byPath.TryGetValue(path, out var file) ? file : ManifestFile.Of(output.PartialDirectory, path))];
    }
}
