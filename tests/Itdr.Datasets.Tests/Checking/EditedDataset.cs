using System.Text.Json.Nodes;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Checking;

/// <summary>A copy of a dataset to break on purpose.</summary>
internal sealed class EditedDataset : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public EditedDataset(string original)
    {
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var copy = folder[Path.GetRelativePath(original, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Root => folder.Path;

    public string this[string path] => folder[path];

    public static string PathOf(string subtask, string split) => $"instances/{subtask}.movielens-1m.{split}.jsonl";

    public JsonObject Line(string path, int line) => JsonNode.Parse(File.ReadAllLines(folder[path])[line - 1])!.AsObject();

    /// <summary>Changes one line of a file, and signs the manifest for it.</summary>
    public void Edit(string path, int line, Action<JsonObject> change)
    {
        var lines = File.ReadAllLines(folder[path]);
        var value = JsonNode.Parse(lines[line - 1])!.AsObject();
        change(value);
        lines[line - 1] = value.ToJsonString();
        Write(path, lines);
    }

    /// <summary>Replaces a file, and signs the manifest for it.</summary>
    public void Write(string path, IEnumerable<string> lines)
    {
        File.WriteAllText(folder[path], string.Concat(lines.Select(static line => line + "\n")));
        Sign();
    }

    /// <summary>Deletes a file, and takes it off the manifest.</summary>
    public void Delete(string path)
    {
        File.Delete(folder[path]);
        Sign();
    }

    /// <summary>Changes the manifest, and nothing else.</summary>
    public void Manifest(Func<DatasetManifest, DatasetManifest> change)
    {
        var manifest = change(DatasetManifest.Load(folder.Path));
        using var stream = File.Create(folder[DatasetManifest.FileName]);
        manifest.Write(stream);
    }

    public CheckReport Check(int examples = 3) =>
        DatasetChecker.Check(new CheckOptions { Dataset = folder.Path, Subtasks = new SubtaskSet(SubtaskCatalog.All), Examples = examples });

    public void Dispose() => folder.Dispose();

    private void Sign() => Manifest(manifest => manifest with
    {
        Files = [.. manifest.Files.Where(file => File.Exists(folder[file.Path])).Select(file => ManifestFile.Of(folder.Path, file.Path))],
    });
}
