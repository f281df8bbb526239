namespace Itdr.Instances;

/// <summary>Compares a dataset folder with its manifest.</summary>
public static class ManifestCheck
{
    /// <summary>Finds files that are missing, are not what the manifest says, or are not listed in it.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="directory">The folder.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>What is wrong; empty if the folder is what the manifest says.</returns>
    public static IReadOnlyList<FileMismatch> Verify(this DatasetManifest manifest, string directory, CancellationToken cancellationToken = default)
    {
        var mismatches = new List<FileMismatch>();
        foreach (var listed in manifest.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Compare(listed, directory) is { } problem)
            {
                mismatches.Add(new FileMismatch(listed.Path, problem));
            }
        }

        var known = manifest.Files.Select(static file => file.Path).Append(DatasetManifest.FileName).ToHashSet(StringComparer.Ordinal);
        mismatches.AddRange(PathsIn(directory).Where(path => !known.Contains(path)).Select(static path => new FileMismatch(path, "is not listed in the manifest")));
        return mismatches;
    }

    private static string? Compare(ManifestFile listed, string directory)
    {
        var path = Path.Combine(directory, listed.Path);
        if (!File.Exists(path))
        {
            return "is missing";
        }

        var actual = ManifestFile.Of(directory, listed.Path);
        if (actual.Size != listed.Size)
        {
            return $"has {actual.Size} bytes, and the manifest says {listed.Size}";
        }

        return string.Equals(actual.Sha256, listed.Sha256, StringComparison.Ordinal) ? null : "is not the file that the manifest was made for: its SHA-256 differs";
    }

    private static IEnumerable<string> PathsIn(string directory) =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);
}
