using Itdr.Datasets.Sources.Containers;

namespace Itdr.Datasets.Sources;

/// <summary>The files of a source, as they were recognised where the user said they are: a folder, an archive, or packed files in a folder.</summary>
internal sealed class SourceFolder
{
    private readonly Dictionary<string, IReadOnlyList<ContainerEntry>> files;

    private SourceFolder(SourceInfo info, Dictionary<string, IReadOnlyList<ContainerEntry>> files)
    {
        this.files = files;
        var names = files.Values.SelectMany(static entries => entries).Select(static entry => entry.Path);
        Recognised = $"{info.Title}: {Phrase.List(names)}";
    }

    /// <summary>What was recognised, for the report.</summary>
    public string Recognised { get; private set; }

    /// <summary>Adds to what was recognised that some of it is of no use.</summary>
    /// <param name="remark">A clause.</param>
    public void Remark(string remark) => Recognised += $"; {remark}";

    /// <summary>Finds a source's files.</summary>
    /// <param name="source">The source.</param>
    /// <param name="path">The folder or file that the user named.</param>
    /// <exception cref="DatasetException">There is nothing, something else, or the same file twice; or an archive cannot be read.</exception>
    public static SourceFolder Recognise(ISource source, string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new DatasetException($"There is no folder or archive {path}; {source.Info.Name} needs {Needs(source)}.");
        }

        var inventory = new ContainerInventory(path, ContainerLimits.Default);
        return Find(source, inventory) ?? throw NotRecognised(source, inventory, path);
    }

    /// <summary>Finds a source's files in what is there, and opens archives only if they are not all there without; null if some are missing.</summary>
    public static SourceFolder? Find(ISource source, ContainerInventory inventory) =>
        Find(source, inventory.WithoutArchives) ?? Find(source, inventory.All);

    /// <summary>Whether all files are there that a source requires.</summary>
    public static bool IsWhole(ISource source, ContainerInventory inventory) =>
        source.Files.All(role => !role.IsRequired || Candidates(role, inventory.All).Count > 0);

    /// <summary>The file of a role of which there is one.</summary>
    /// <exception cref="InvalidOperationException">It was not found, which <see cref="Has"/> tells.</exception>
    public ContainerEntry EntryOf(string role) => files[role].Single();

    /// <summary>The files of a role, in the order of their paths; none where it was not found.</summary>
    public IReadOnlyList<ContainerEntry> EntriesOf(string role) => files.GetValueOrDefault(role, []);

    /// <summary>Whether the file of a role was found.</summary>
    public bool Has(string role) => files.ContainsKey(role);

    private static SourceFolder? Find(ISource source, IReadOnlyList<ContainerEntry> entries)
    {
        var all = source.Files.ToDictionary(static role => role, role => Candidates(role, entries));
        if (all.Any(static pair => pair.Key.IsRequired && pair.Value.Count == 0) || new SourceEditions(source, all).Whole() is not { } candidates)
        {
            return null;
        }

        var home = Home(source, candidates);
        var files = new Dictionary<string, IReadOnlyList<ContainerEntry>>(StringComparer.Ordinal);
        foreach (var (role, found) in candidates.Where(static pair => pair.Value.Count > 0))
        {
            files.Add(role.Name, role.IsMany ? Distinct(found) : [Only(source.Info, role, found, home)]);
        }

        return new SourceFolder(source.Info, files);
    }

    /// <summary>The entries that fit a role: the preferred spelling first, then the fewest folders, then by path, and a plain file before a packed one.</summary>
    private static List<ContainerEntry> Candidates(FileRole role, IReadOnlyList<ContainerEntry> entries) =>
    [
        .. entries.Where(entry => role.SpellingOf(entry.Path) >= 0)
            .OrderBy(entry => role.SpellingOf(entry.Path))
            .ThenBy(static entry => entry.Depth)
            .ThenBy(static entry => entry.Path, StringComparer.Ordinal)
            .ThenBy(static entry => entry.PlainPath is null),
    ];

    /// <summary>The folder in which all required files lie together, the fewest folders deep; null if they lie apart.</summary>
    private static string? Home(ISource source, Dictionary<FileRole, List<ContainerEntry>> candidates)
    {
        var required = candidates.Where(static pair => pair.Key is { IsRequired: true, IsMany: false }).ToList();
        if (required.Count == 0)
        {
            return null;
        }

        var homes = required[0].Value.OrderBy(static entry => entry.Depth).DistinctBy(static entry => entry.Folder)
            .Where(entry => required.TrueForAll(role => role.Value.Exists(other => other.Folder == entry.Folder))).ToList();
        if (homes.Count > 1 && homes[0].Depth == homes[1].Depth)
        {
            throw Twice(source.Info, required[0].Key, homes[0], homes[1]);
        }

        return homes.FirstOrDefault()?.Folder;
    }

    private static ContainerEntry Only(SourceInfo info, FileRole role, List<ContainerEntry> found, string? home)
    {
        if (found.Find(entry => entry.Folder == home) is { } atHome)
        {
            return atHome;
        }

        var best = found[0];
        var other = found.Find(entry => entry.Folder != best.Folder && entry.Depth == best.Depth && role.SpellingOf(entry.Path) == role.SpellingOf(best.Path));
        return other is null ? best : throw Twice(info, role, best, other);
    }

    private static DatasetException Twice(SourceInfo info, FileRole role, ContainerEntry first, ContainerEntry second) =>
        new($"{info.Name} finds {role.Name} twice, as {first.Label} and as {second.Label}; name the folder or archive of one of them.");

    private static List<ContainerEntry> Distinct(List<ContainerEntry> found) =>
        [.. found.DistinctBy(static entry => entry.Path, StringComparer.Ordinal).OrderBy(static entry => entry.Path, StringComparer.Ordinal)];

    /// <summary>Says that a file is there which looks like a piece of one that is missing: <c>ratings.head20.csv</c>.</summary>
    private static string SampleOf(List<FileRole> missing, ContainerInventory inventory)
    {
        var pieces = inventory.All.Where(entry => missing.Exists(role => role.IsPiece(entry.Path))).Select(static entry => entry.Path).ToList();
        return pieces.Count switch
        {
            0 => "",
            1 => $" ({pieces[0]} looks like a piece of it, which is not read)",
            _ => $" ({Phrase.List(pieces)} look like pieces, which are not read)",
        };
    }

    private static string Needs(ISource source) => Phrase.List(source.Files.Where(static role => role.IsRequired).Select(static role => role.Name));

    private static DatasetException NotRecognised(ISource source, ContainerInventory inventory, string path)
    {
        var candidates = source.Files.ToDictionary(static role => role, role => Candidates(role, inventory.All));
        var missing = candidates.Where(static pair => pair.Key.IsRequired && pair.Value.Count == 0).Select(static pair => pair.Key).ToList();
        if (missing.Count == 0)
        {
            return new SourceEditions(source, candidates).NotOfOne(path);
        }

        var message = $"{path} has no {Phrase.List(missing.Select(static role => role.Name))}{SampleOf(missing, inventory)}; {source.Info.Name} needs {Needs(source)}";
        var place = File.Exists(path) ? "file" : "folder";
        return new DatasetException(SourceCatalog.Guess(inventory) is { } other ? $"{message}, and this {place} looks like {other}." : $"{message}.");
    }
}
