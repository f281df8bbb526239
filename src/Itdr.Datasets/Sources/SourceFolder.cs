namespace Itdr.Datasets.Sources;

/// <summary>A folder in which the files of a source were recognised.</summary>
/// <param name="Path">The folder that holds the files.</param>
/// <param name="Recognised">What was recognised, for the report.</param>
internal sealed record SourceFolder(string Path, string Recognised)
{
    /// <summary>Finds a source's files in a folder.</summary>
    /// <param name="source">The source.</param>
    /// <param name="path">The folder that the user named.</param>
    /// <exception cref="DatasetException">The folder is not there, or holds something else.</exception>
    public static SourceFolder Recognise(ISource source, string path)
    {
        var info = source.Info;
        if (File.Exists(path))
        {
            throw new DatasetException($"{path} is a file; {info.Name} needs the folder that holds {Phrase.List(info.Files)}, so unpack an archive first.");
        }

        if (!Directory.Exists(path))
        {
            throw new DatasetException($"There is no folder {path}; {info.Name} needs {Phrase.List(info.Files)}.");
        }

        return Find(info, source.ArchiveFolders, path) is { } found ? found : throw NotRecognised(info, source.ArchiveFolders, path);
    }

    /// <summary>Finds a source's files in a folder or in the archive's own folder inside it; null if they are not all there.</summary>
    public static SourceFolder? Find(SourceInfo info, IReadOnlyList<string> archiveFolders, string path)
    {
        foreach (var folder in Candidates(archiveFolders, path))
        {
            if (Missing(info, folder).Count == 0)
            {
                return new SourceFolder(folder, $"{info.Title}: {Phrase.List(info.Files)}");
            }
        }

        return null;
    }

    /// <summary>The path of a file in the folder.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    private static IEnumerable<string> Candidates(IReadOnlyList<string> archiveFolders, string path) =>
        archiveFolders.Select(name => System.IO.Path.Combine(path, name)).Where(Directory.Exists).Prepend(path);

    private static List<string> Missing(SourceInfo info, string folder) =>
        [.. info.Files.Where(name => !File.Exists(System.IO.Path.Combine(folder, name)))];

    private static DatasetException NotRecognised(SourceInfo info, IReadOnlyList<string> archiveFolders, string path)
    {
        var nearest = Candidates(archiveFolders, path).MinBy(folder => Missing(info, folder).Count)!;
        var message = $"{nearest} has no {Phrase.List(Missing(info, nearest))}; {info.Name} needs {Phrase.List(info.Files)}";
        return new DatasetException(SourceCatalog.Guess(path) is { } other
            ? $"{message}, and this folder looks like {other}."
            : $"{message}.");
    }
}
