using Itdr.Instances;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

/// <summary>A dataset of an author's own subtask: everybody wants Ada, and nobody knows the strangers.</summary>
public sealed class AuthorDataset : IDisposable
{
    private const string Source = "parties";

    private readonly TemporaryFolder folder = new();

    public AuthorDataset()
    {
        Directory.CreateDirectory(folder["ds/instances"]);
        var files = SplitNames.All.Select(Write).ToList();
        var manifest = new DatasetManifest
        {
            Seed = 1,
            Options = new ManifestOptions { Limit = 100, Split = "8:1:1", SplitBy = SplitBy.User, Negatives = "uniform" },
            Sources = [new ManifestSource { Name = Source, Files = [] }],
            Cells =
            [
                new ManifestCell
                {
                    Subtask = "seating",
                    Source = Source,
                    Version = 1,
                    TemplateHash = Seating.Descriptor.TemplateHash,
                    Settings = [],
                    Eligible = 60,
                    Instances = new(SplitNames.All.ToDictionary(static split => split.Name(), static _ => 20L)),
                },
            ],
            Files = files,
        };
        using var stream = File.Create(folder["ds/manifest.json"]);
        manifest.Write(stream);
    }

    public string Folder => folder["ds"];

    public string this[string file] => folder[file];

    public void Dispose() => folder.Dispose();

    private ManifestFile Write(Split split)
    {
        var path = InstanceFolder.PathOf(new InstanceFileName("seating", Source, split));
        using (var stream = File.Create(folder[$"ds/{path}"]))
        using (var writer = new InstanceWriter<Seating, Seating.Answer>(stream))
        {
            foreach (var number in Enumerable.Range((int)split * 20, 20))
            {
                writer.Write(Evening(number));
            }

            writer.Flush();
        }

        return ManifestFile.Of(Folder, path);
    }

    private static Instance<Seating, Seating.Answer> Evening(int number)
    {
        string[] guests = [$"Stranger {number}", "Ada", $"Stranger {number + 1000}"];
        return new(InstanceId.Of("seating", Source, $"{number}"), new Seating($"Host {number}", [$"Friend {number}", "Bob"], guests))
        {
            User = $"{number}",
            Answer = new(number % 4 == 0 ? Mood.Quiet : Mood.Lively, [guests[1], guests[0], guests[2]]),
            Relevance = [0, 1, 0],
        };
    }
}
