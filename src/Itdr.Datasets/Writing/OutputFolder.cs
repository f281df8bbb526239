namespace Itdr.Datasets;

/// <summary>
/// A folder whose files get their final names only when all of them are complete. Until then they stand in a folder
/// <c>.partial</c> inside it, which goes away on failure and on cancellation.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Partial = ".partial";

    private readonly string directory;
    private readonly string partial;
    private readonly bool existed;
    private bool isComplete;

    private OutputFolder(string directory, bool existed)
    {
        this.directory = directory;
        this.existed = existed;
        partial = Path.Combine(directory, Partial);
    }

    /// <summary>The folder in which the files stand until they are complete.</summary>
    public string PartialDirectory => partial;

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

        if (existed && Directory.EnumerateFileSystemEntries(directory).FirstOrDefault(static entry => Path.GetFileName(entry) != Partial) is { } entry)
        {
            throw new DatasetException($"{directory} is not empty, it holds {Path.GetFileName(entry)}; name a new folder for the output, or empty this one.");
        }

        var folder = new OutputFolder(directory, existed);
        try
        {
            DeleteIfPresent(folder.partial);
            Directory.CreateDirectory(folder.partial);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{directory} cannot be written to: {Reason(error)}; name a folder where you may write.", error);
        }

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

    /// <summary>Gives all files their final names.</summary>
    /// <param name="last">The entry that comes last and so vouches for the others, or null if none does.</param>
    public void Complete(string? last = null)
    {
        var entries = Directory.EnumerateFileSystemEntries(partial).Select(static entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal);
        foreach (var entry in entries.OrderBy(entry => entry == last))
        {
            Directory.Move(Path.Combine(partial, entry), Path.Combine(directory, entry));
        }

        Directory.Delete(partial);
        isComplete = true;
    }

    /// <summary>Removes whatever is not complete, and the folder itself if it was made for it.</summary>
    public void Dispose()
    {
        if (isComplete)
        {
            return;
        }

        DeleteIfPresent(partial);
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
}
