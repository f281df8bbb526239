using System.Diagnostics.CodeAnalysis;

namespace Itdr.Instances;

/// <summary>What must hold of a manifest beyond its JSON form.</summary>
internal static class ManifestRules
{
    public static void Require([NotNull] DatasetManifest? manifest, string file)
    {
        if (manifest is null)
        {
            throw new DatasetFormatException(file, "it is not a manifest, it is null");
        }

        if (manifest.Format != DatasetManifest.CurrentFormat)
        {
            throw new DatasetFormatException(file, $"it has format {manifest.Format}, and this version reads format {DatasetManifest.CurrentFormat}");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in manifest.Files)
        {
            if (!StaysInside(entry.Path))
            {
                throw new DatasetFormatException(file, $"it lists \"{entry.Path}\", which is not a path inside the folder");
            }

            if (!seen.Add(entry.Path))
            {
                throw new DatasetFormatException(file, $"it lists \"{entry.Path}\" twice");
            }
        }
    }

    /// <summary>Whether a path is relative, has forward slashes and leads nowhere but down.</summary>
    private static bool StaysInside(string path) =>
        path.Length > 0
        && !path.AsSpan().ContainsAny("\\:\0")
        && path.Split('/').All(static segment => segment is not ("" or "." or ".."));
}
