using System.Text.Json;
using Itdr.Instances;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Building;

/// <summary>A dataset folder that a test built.</summary>
internal sealed class BuiltFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private BuiltFolder()
    {
    }

    public string Path => folder["out"];

    public BuildReport Report { get; private set; } = null!;

    /// <summary>Builds from a folder of raw files.</summary>
    public static BuiltFolder Of(string source, string raw, Func<BuildOptions, BuildOptions>? change = null)
    {
        var built = new BuiltFolder();
        try
        {
            var options = new BuildOptions { Sources = [new SourceInput(source, raw)], Output = built.Path, Threads = 2 };
            built.Report = DatasetBuilder.Build(change is null ? options : change(options));
            return built;
        }
        catch
        {
            built.Dispose();
            throw;
        }
    }

    /// <summary>Invents raw files in a new folder, which the caller deletes.</summary>
    public static TemporaryFolder Invent(string source, int users = 150, long seed = 42)
    {
        var raw = new TemporaryFolder();
        DatasetSynthesizer.Write(new SynthesisOptions { Source = source, Output = raw["raw"], Users = users, Seed = seed });
        return raw;
    }

    /// <summary>What stops a build.</summary>
    public static string FailureOf(string source, string raw, Func<BuildOptions, BuildOptions>? change = null) =>
        Assert.Throws<DatasetException>(() => Of(source, raw, change).Dispose()).Message;

    /// <summary>Every file of the folder by its path, with its content.</summary>
    public SortedDictionary<string, string> Files(params string[] without) => new(
        folder.Entries("out").Where(path => !path.EndsWith('/') && !without.Contains(path))
            .ToDictionary(static path => path, path => File.ReadAllText(System.IO.Path.Combine(Path, path))),
        StringComparer.Ordinal);

    /// <summary>The instances of a cell, all splits, as JSON.</summary>
    public List<(Split Split, JsonElement Json)> Instances(string cell) =>
    [
        .. SplitNames.All.Select(split => (Split: split, Path: System.IO.Path.Combine(Path, "instances", $"{cell.Replace('/', '.')}.{split.Name()}.jsonl")))
            .Where(static file => File.Exists(file.Path))
            .SelectMany(static file => File.ReadLines(file.Path).Select(line => (file.Split, JsonSerializer.Deserialize<JsonElement>(line)))),
    ];

    /// <summary>The one instance of a cell.</summary>
    public JsonElement Single(string cell) => Assert.Single(Instances(cell)).Json;

    public void Dispose() => folder.Dispose();
}

/// <summary>Short ways through the JSON of an instance.</summary>
internal static class InstanceJson
{
    public static string Text(this JsonElement json, params string[] path) => json.At(path).ToString();

    public static List<string> Titles(this JsonElement json, params string[] path) => [.. json.At(path).EnumerateArray().Select(static item => item.GetProperty("title").GetString()!)];

    public static List<string> Ids(this JsonElement json, params string[] path) => [.. json.At(path).EnumerateArray().Select(static item => item.GetProperty("id").GetString()!)];

    public static List<string> Strings(this JsonElement json, params string[] path) => [.. json.At(path).EnumerateArray().Select(static item => item.ToString())];

    private static JsonElement At(this JsonElement json, string[] path) => path.Aggregate(json, static (at, name) => at.GetProperty(name));
}
