using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Writes what describes a dataset: statistics, card and, when all else is there, the manifest.</summary>
internal static class DatasetDescription
{
    /// <summary>Writes it; every instance file and the evidence must be written.</summary>
    public static void Write(BuildJob job, IReadOnlyList<BuiltSource> sources)
    {
        StatisticsFile.Write(job.Output, sources);
        DatasetCard.Write(job, sources);
        var manifest = ManifestOfBuild.Of(job, sources);
        using var stream = job.Output.CreateFile(DatasetManifest.FileName);
        manifest.Write(stream);
    }
}
