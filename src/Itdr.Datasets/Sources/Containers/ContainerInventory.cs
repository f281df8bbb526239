using System.Globalization;

namespace Itdr.Datasets.Sources.Containers;

/// <summary>Everything that a user's path leads to: the files of a folder, those packed inside it, or the members of one archive.</summary>
internal sealed class ContainerInventory
{
    /// <summary>How many folders deep files are looked for.</summary>
    private const int MostDepth = 4;

    private readonly string path;
    private readonly ContainerLimits limits;
    private readonly List<string> files = [];
    private List<ContainerEntry>? all;
    private List<ContainerEntry>? withoutArchives;

    /// <summary>Looks at a path; archives are not opened before they are asked for.</summary>
    /// <param name="path">The path of a folder, an archive or a file.</param>
    /// <param name="limits">What an archive may hold.</param>
    /// <exception cref="DatasetException">There is nothing, or it cannot be looked at.</exception>
    public ContainerInventory(string path, ContainerLimits limits)
    {
        (this.path, this.limits) = (path, limits);
        try
        {
            if (File.Exists(path))
            {
                files.Add(path);
            }
            else
            {
                AddFolder(path, depth: 0);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path} cannot be looked at: {error.Message}", error);
        }
    }

    /// <summary>The files themselves, with gzip around them or not; members of archives are left out.</summary>
    public IReadOnlyList<ContainerEntry> WithoutArchives => withoutArchives ??= Entries([.. files.Where(static file => !IsArchive(file))]);

    /// <summary>The files and the members of all archives.</summary>
    public IReadOnlyList<ContainerEntry> All => all ??= Entries(files);

    private static bool IsZip(string file) => file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsTar(string file) =>
        file.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    private static bool IsArchive(string file) => IsZip(file) || IsTar(file);

    private void AddFolder(string folder, int depth)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            files.Add(file);
            if (files.Count > limits.MostMembers)
            {
                throw new DatasetException(string.Create(CultureInfo.InvariantCulture, $"{path} holds more than {limits.MostMembers} files; name the folder of the source."));
            }
        }

        // A linked folder may lead back up, and folders with a dot are nobody's data.
        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories().OrderBy(static inner => inner.Name, StringComparer.Ordinal))
        {
            if (depth < MostDepth && inner.LinkTarget is null && !inner.Name.StartsWith('.'))
            {
                AddFolder(inner.FullName, depth + 1);
            }
        }
    }

    private List<ContainerEntry> Entries(IReadOnlyList<string> some) => [.. some.SelectMany(EntriesOf)];

    private IReadOnlyList<ContainerEntry> EntriesOf(string file)
    {
        var relative = file == path ? Path.GetFileName(file) : Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');
        var prefix = file == path ? "" : relative + "/";
        try
        {
            if (IsZip(file))
            {
                return ZipContainer.Members(file, prefix, limits);
            }

            if (IsTar(file))
            {
                return TarContainer.Members(file, prefix, limits);
            }

            var size = new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : new FileInfo(file).Length;
            return relative.EndsWith(GzipEntry.Suffix, StringComparison.OrdinalIgnoreCase)
                ? [new GzipEntry(relative[..^GzipEntry.Suffix.Length], file, size, limits)]
                : [new PlainEntry(relative, file, size)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{file} cannot be opened: {error.Message}", error);
        }
    }
}
