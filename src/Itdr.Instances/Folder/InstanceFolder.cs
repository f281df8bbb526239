namespace Itdr.Instances;

/// <summary>A dataset folder that <c>itdr build</c> has finished: its manifest and its instance files.</summary>
public sealed class InstanceFolder
{
    /// <summary>The folder of the instance files inside a dataset folder.</summary>
    public const string Instances = "instances";

    private InstanceFolder(string directory, DatasetManifest manifest, IReadOnlyList<InstanceFile> files)
    {
        Directory = directory;
        Manifest = manifest;
        Files = files;
    }

    /// <summary>The folder.</summary>
    public string Directory { get; }

    /// <summary>Its manifest.</summary>
    public DatasetManifest Manifest { get; }

    /// <summary>Its instance files, in the order of the manifest's cells, then train, val, test.</summary>
    public IReadOnlyList<InstanceFile> Files { get; }

    /// <summary>Opens a dataset folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="DatasetFormatException">It has no manifest, or the manifest cannot be read or lists a file that stands in no cell.</exception>
    public static InstanceFolder Open(string directory)
    {
        var manifest = DatasetManifest.Load(directory);
        var cells = manifest.Cells.Select(static cell => $"{cell.Subtask}/{cell.Source}").ToList();
        var files = new List<(int Cell, InstanceFile File)>();
        foreach (var path in manifest.Files.Select(static file => file.Path).Where(static path => path.StartsWith($"{Instances}/", StringComparison.Ordinal)))
        {
            if (!InstanceFileName.TryParse(path[(Instances.Length + 1)..], out var name) || cells.IndexOf(name.Cell) is not (>= 0 and var cell))
            {
                throw new DatasetFormatException(Path.Combine(directory, DatasetManifest.FileName), $"it lists \"{path}\", which belongs to no cell");
            }

            files.Add((cell, new InstanceFile(name, directory, path)));
        }

        return new InstanceFolder(directory, manifest, [.. files.OrderBy(static file => file.Cell).ThenBy(static file => file.File.Name.Split).Select(static file => file.File)]);
    }

    /// <summary>The path of an instance file inside a dataset folder, with forward slashes.</summary>
    /// <param name="name">The file.</param>
    public static string PathOf(InstanceFileName name) => $"{Instances}/{name}";
}
