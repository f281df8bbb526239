namespace Itdr.Datasets;

/// <summary>
/// A folder whose files get their final names only when all of them are complete. Until then they stand in a folder
/// <c>.partial</c> inside it, which goes away on failure and on cancellation.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Partial = ".partial";
    private const string Journal = ".resume";

    private readonly string directory;
    private readonly string partial;
    private readonly bool existed;
    private bool isKept;

    private OutputFolder(string directory, bool existed)
    {
        this.directory = directory;
        this.existed = existed;
        partial = Path.Combine(directory, Partial);
        JournalDirectory = Path.Combine(directory, Journal);
    }

    /// <summary>The folder in which the files stand until they are complete.</summary>
    public string PartialDirectory => partial;

    /// <summary>The folder for what must be known to go on after being killed; it goes away with the unfinished files, or when all are complete.</summary>
    public string JournalDirectory { get; }

    /// <summary>Whether a folder holds what <see cref="Reopen"/> can go on with.</summary>
    public static bool IsUnfinished(string directory) => Directory.Exists(Path.Combine(directory, Journal));

    /// <summary>Starts to fill a folder.</summary>
    /// <param name="directory">The folder: absent, empty, or left over from a run that was killed.</param>
    /// <exception cref="DatasetException">It is a file, it holds something, or it cannot be made.</exception>
    public static OutputFolder Create(string directory)
    {
        var existed = Directory.Exists(directory);
        if (File.Exists(directory))
        {
            throw new DatasetException($"{directory} is a file; name a folder for the output.");
        }

        if (existed && Directory.EnumerateFileSystemEntries(directory).FirstOrDefault(static entry => Path.GetFileName(entry) is not (Partial or Journal)) is { } entry)
        {
            throw new DatasetException(IsUnfinished(directory)
                ? $"{directory} is not empty, it holds {Path.GetFileName(entry)} of a build that was stopped while it named its files; go on with it by --resume, or empty the folder."
                : $"{directory} is not empty, it holds {Path.GetFileName(entry)}; name a new folder for the output, or empty this one.");
        }

        var folder = new OutputFolder(directory, existed);
        try
        {
            folder.DeleteUnfinished();
            Directory.CreateDirectory(folder.partial);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{directory} cannot be written to: {Reason(error)}; name a folder where you may write.", error);
        }

        return folder;
    }

    /// <summary>Goes on to fill a folder that a killed run left.</summary>
    /// <param name="directory">The folder, for which <see cref="IsUnfinished"/> holds.</param>
    public static OutputFolder Reopen(string directory)
    {
        var folder = new OutputFolder(directory, existed: true);
        Directory.CreateDirectory(folder.partial);
        return folder;
    }

    /// <summary>Creates a file; the caller disposes the stream before <see cref="Complete"/>.</summary>
    /// <param name="path">The file's path inside the folder, with forward slashes.</param>
    public FileStream CreateFile(string path)
    {
        var target = Path.Combine(partial, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024);
    }

    /// <summary>The unfinished files, as sorted paths inside the folder with forward slashes.</summary>
    public IReadOnlyList<string> Files() =>
    [
        .. Directory.EnumerateFiles(partial, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(partial, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Gives all files their final names, one after the other.</summary>
    /// <param name="last">The file that comes last and so vouches for the others, or null if none does.</param>
    /// <param name="progress">Is told how many files have their names, and how many there are.</param>
    public void Complete(string? last = null, Action<int, int>? progress = null)
    {
        var files = Files();
        var named = 0;
        foreach (var file in files.OrderBy(file => file == last))
        {
            progress?.Invoke(named++, files.Count);
            var target = Path.Combine(directory, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(partial, file), target);
        }

        DeleteUnfinished();
        isKept = true;
    }

    /// <summary>Leaves the unfinished files for a later run, whatever happens to this one.</summary>
    public void Keep() => isKept = true;

    /// <summary>Removes whatever is not complete, and the folder itself if it was made for it.</summary>
    public void Dispose()
    {
        if (isKept)
        {
            return;
        }

        DeleteUnfinished();
        if (!existed && Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }

    /// <summary>Why a folder cannot be made. The framework speaks of files that it did not find, which says nothing of the cause.</summary>
    private static string Reason(Exception error) => error switch
    {
        UnauthorizedAccessException => "you have no permission to",
        FileNotFoundException or DirectoryNotFoundException => "no folder can be made there",
        _ => error.Message.TrimEnd('.'),
    };

    private static void DeleteIfPresent(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>The journal goes last, since it knows what the rest is.</summary>
    private void DeleteUnfinished()
    {
        DeleteIfPresent(partial);
        DeleteIfPresent(JournalDirectory);
    }
}
