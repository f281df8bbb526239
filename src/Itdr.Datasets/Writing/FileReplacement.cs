using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>
/// Replaces several files of a dataset folder as one. The new files wait in a folder inside it; one rename of that
/// folder decides, and then each gets its name. Whoever is killed after the decision has it carried out by
/// <see cref="FinishInterrupted"/>; before it, nothing has happened.
/// </summary>
internal sealed class FileReplacement : IDisposable
{
    private const string Waiting = ".replacing";
    private const string Decided = ".replaced";

    // Paths of a dataset folder hold letters, digits, points, dashes and lines, so this stands for their slashes.
    private const char Slash = '+';

    private readonly string directory;
    private readonly string waiting;

    private FileReplacement(string directory)
    {
        this.directory = directory;
        waiting = Path.Combine(directory, Waiting);
    }

    /// <summary>Starts to replace files; what an earlier, undecided try left goes.</summary>
    public static FileReplacement Begin(string directory)
    {
        var replacement = new FileReplacement(directory);
        replacement.Dispose();
        Directory.CreateDirectory(replacement.waiting);
        return replacement;
    }

    /// <summary>Carries out what was decided before its process was killed.</summary>
    public static void FinishInterrupted(string directory)
    {
        var decided = Path.Combine(directory, Decided);
        if (Directory.Exists(decided))
        {
            GiveNames(directory, decided, DatasetManifest.FileName);
        }
    }

    /// <summary>Where a new file waits.</summary>
    /// <param name="path">Its path inside the folder, with forward slashes.</param>
    public string PathOf(string path) => Path.Combine(waiting, path.Replace('/', Slash));

    /// <summary>Keeps the old file: the new one, if it was written, goes.</summary>
    public void Keep(string path) => File.Delete(PathOf(path));

    /// <summary>The entry of the manifest for a file, new where it is replaced.</summary>
    public ManifestFile Measure(ManifestFile file) =>
        File.Exists(PathOf(file.Path)) ? ManifestFile.Of(waiting, file.Path.Replace('/', Slash)) with { Path = file.Path } : file;

    /// <summary>Gives all files their names.</summary>
    /// <param name="last">The one that vouches for the others.</param>
    public void Complete(string last)
    {
        var decided = Path.Combine(directory, Decided);
        Directory.Move(waiting, decided);
        GiveNames(directory, decided, last);
    }

    /// <summary>Removes what was not decided.</summary>
    public void Dispose()
    {
        if (Directory.Exists(waiting))
        {
            Directory.Delete(waiting, recursive: true);
        }
    }

    private static void GiveNames(string directory, string decided, string last)
    {
        foreach (var path in Directory.EnumerateFiles(decided).OrderBy(path => Path.GetFileName(path) == last).ThenBy(static path => path, StringComparer.Ordinal).ToList())
        {
            File.Move(path, Path.Combine(directory, Path.GetFileName(path).Replace(Slash, '/')), overwrite: true);
        }

        Directory.Delete(decided);
    }
}
