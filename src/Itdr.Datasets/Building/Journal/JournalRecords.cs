using System.Text.Json;
using System.Text.Json.Serialization;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>An option as the user knows it, and its value.</summary>
internal sealed record JournalOption(string Name, string Value);

/// <summary>A cell that is finished.</summary>
/// <param name="Read">The raw files that were read for it.</param>
/// <param name="Files">Its files in the dataset folder.</param>
/// <param name="Outcomes">The file with what became of each user or item.</param>
internal sealed record CellRecord(IReadOnlyList<RawContent> Read, IReadOnlyList<ManifestFile> Files, ManifestFile Outcomes);

/// <summary>What a raw file held.</summary>
internal sealed record RawContent(string Name, string Sha256);

/// <summary>A source all of whose cells are finished.</summary>
/// <param name="Recognised">What was found in its folder.</param>
/// <param name="Read">What was read.</param>
/// <param name="Files">Its files in the dataset folder that belong to no cell.</param>
internal sealed record SourceRecord(string Recognised, IReadOnlyList<ReadFile> Read, IReadOnlyList<ManifestFile> Files);

/// <summary>A raw file on the disk, as it was when it was read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Modified">When it was last written, in ticks of UTC.</param>
internal sealed record RawFileState(string Path, long Size, long Modified)
{
    /// <summary>The files that a user's path leads to: one, or all in a folder.</summary>
    public static IEnumerable<RawFileState> Under(string path) =>
        (Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1))
            .Select(static file => Of(System.IO.Path.GetFullPath(file)));

    /// <summary>The state of a file; one that is missing has no size.</summary>
    public static RawFileState Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new RawFileState(path, file.Length, file.LastWriteTimeUtc.Ticks) : new RawFileState(path, -1, 0);
    }
}

/// <summary>The JSON forms of what a build keeps of itself.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CellRecord))]
[JsonSerializable(typeof(SourceRecord))]
[JsonSerializable(typeof(IReadOnlyList<JournalOption>))]
[JsonSerializable(typeof(IReadOnlyList<RawFileState>))]
internal sealed partial class JournalJson : JsonSerializerContext;
