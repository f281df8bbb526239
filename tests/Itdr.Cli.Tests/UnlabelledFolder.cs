using System.Globalization;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

/// <summary>A dataset folder whose labels a teacher has to write, made by hand.</summary>
internal sealed class UnlabelledFolder : IDisposable
{
    private const string Source = "handmade";

    private readonly TemporaryFolder folder = new();

    public UnlabelledFolder(int instances = 12)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, InstanceFolder.Instances));
        var perSplit = new Dictionary<Split, int> { [Split.Train] = instances - 2 * (instances / 4), [Split.Validation] = instances / 4, [Split.Test] = instances / 4 };
        var next = 0;
        foreach (var (split, count) in perSplit)
        {
            Write(split, Enumerable.Range(next, count), Interests);
            Write(split, Enumerable.Range(next, count), TargetUsers);
            next += count;
        }

        File.WriteAllText(System.IO.Path.Combine(Path, "README.md"), "---\nlicense: other\n---\n# By hand\n\n## Cells\n\nTwo.\n");
        File.WriteAllText(System.IO.Path.Combine(Path, "statistics.csv"), "subtask,source,split,instances,mean_prompt_characters,mean_label_characters\n"
            + string.Concat(new[] { "interest-recognition", "target-users" }.SelectMany(subtask => perSplit.Select(split => string.Create(CultureInfo.InvariantCulture, $"{subtask},{Source},{split.Key.Name()},{split.Value},99.0,0.0\n")))));
        WriteManifest(perSplit);
    }

    public string Path => folder["data"];

    public string Journal => folder["data.labels.jsonl"];

    public string this[string relative] => folder[relative];

    /// <summary>Every file of the folder with its bytes.</summary>
    public IReadOnlyDictionary<string, string> Files => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .ToDictionary(path => System.IO.Path.GetRelativePath(Path, path), File.ReadAllText);

    public void Dispose() => folder.Dispose();

    /// <summary>The instances of both cells.</summary>
    public IEnumerable<(string Id, string? Label)> Labels() => InstanceFolder.Open(Path).Files.SelectMany(static file => file.Name.Subtask == "target-users"
        ? Read(file, TargetUserIdentification.Descriptor, static answer => answer.Groups)
        : Read(file, InterestRecognition.Descriptor, static answer => answer.Summary));

    private static IEnumerable<(string Id, string? Label)> Read<TSubtask, TAnswer>(InstanceFile file, SubtaskDescriptor<TSubtask, TAnswer> descriptor, Func<TAnswer, string> text)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        using var reader = file.Open(descriptor);
        foreach (var instance in reader.ReadAll())
        {
            yield return (instance.Id, instance.HasAnswer ? text(instance.Answer) : null);
        }
    }

    private static Instance<InterestRecognition, InterestRecognition.Answer> Interests(int key) => new(
        InstanceId.Of("interest-recognition", Source, $"u{key}"),
        new InterestRecognition(ItemDomain.Books, [new ItemText(new Item($"Harbor {key}") { Id = $"b{key}" }, "Calm and wise.")], [new ItemText(new Item($"Storm {key}") { Id = $"c{key}" }, "Too loud.")], []))
    { User = $"u{key}" };

    private static Instance<TargetUserIdentification, TargetUserIdentification.Answer> TargetUsers(int key) => new(
        InstanceId.Of("target-users", Source, $"i{key}"),
        new TargetUserIdentification(ItemDomain.Games, new Item($"Game {key}") { Id = $"i{key}" }, [], [$"Comment {key}."]))
    { Item = $"i{key}" };

    private void Write<TSubtask, TAnswer>(Split split, IEnumerable<int> keys, Func<int, Instance<TSubtask, TAnswer>> make)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        using var stream = File.Create(System.IO.Path.Combine(Path, InstanceFolder.PathOf(new InstanceFileName(TSubtask.Descriptor.Id, Source, split))));
        using var writer = new InstanceWriter<TSubtask, TAnswer>(stream);
        foreach (var key in keys)
        {
            writer.Write(make(key));
        }

        writer.Flush();
    }

    private void WriteManifest(Dictionary<Split, int> perSplit)
    {
        var files = Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(path => System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/')).Order(StringComparer.Ordinal);
        var manifest = new DatasetManifest
        {
            Seed = 1,
            Options = new ManifestOptions { Limit = 10, Split = "8:1:1", SplitBy = SplitBy.User, Negatives = "uniform" },
            Sources = [new ManifestSource { Name = Source, Files = [] }],
            Cells = [Cell(InterestRecognition.Descriptor), Cell(TargetUserIdentification.Descriptor)],
            Files = [.. files.Select(path => ManifestFile.Of(Path, path))],
        };
        using var stream = File.Create(System.IO.Path.Combine(Path, DatasetManifest.FileName));
        manifest.Write(stream);

        ManifestCell Cell(SubtaskDescriptor descriptor) => new()
        {
            Subtask = descriptor.Id,
            Source = Source,
            Version = descriptor.Version,
            TemplateHash = descriptor.TemplateHash,
            Settings = [],
            Eligible = perSplit.Values.Sum(),
            Instances = new SortedDictionary<string, long>(perSplit.ToDictionary(static split => split.Key.Name(), static split => (long)split.Value), StringComparer.Ordinal),
        };
    }
}
