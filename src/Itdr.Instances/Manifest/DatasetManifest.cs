using System.Text;
using System.Text.Json;

namespace Itdr.Instances;

/// <summary>
/// What a dataset folder is made of and how: <c>manifest.json</c>. It holds no path of a machine, no time, no host
/// and no thread count, so that the same input, options and seed give the same bytes.
/// </summary>
public sealed record DatasetManifest
{
    /// <summary>The name of the file in a dataset folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The format that this version reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The version of the folder's format.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The seed of everything drawn.</summary>
    public required long Seed { get; init; }

    /// <summary>Which part of a dataset this is, as <c>i/n</c> with i from 0; null for a whole one.</summary>
    public string? Shard { get; init; }

    /// <summary>The options of the build.</summary>
    public required ManifestOptions Options { get; init; }

    /// <summary>The sources, in the order of their names.</summary>
    public required IReadOnlyList<ManifestSource> Sources { get; init; }

    /// <summary>The cells, in the order in which everything lists them.</summary>
    public required IReadOnlyList<ManifestCell> Cells { get; init; }

    /// <summary>Every file of the folder but this one, in the ordinal order of the paths.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>Reads the manifest of a dataset folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="DatasetFormatException">The folder has no manifest, or it cannot be read.</exception>
    public static DatasetManifest Load(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            throw new DatasetFormatException(directory, Directory.Exists(directory)
                ? $"there is no {FileName}, so it is not a finished dataset; build one with itdr build"
                : "there is no such folder");
        }

        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">The name of the file in messages.</param>
    /// <exception cref="DatasetFormatException">It is not a manifest, one of another format, or it names a path outside its folder.</exception>
    public static DatasetManifest Read(Stream stream, string file)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        ReadOnlySpan<byte> json = whole.GetBuffer().AsSpan(0, (int)whole.Length);
        json = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        DatasetManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(json, ManifestJson.Plain.DatasetManifest);
        }
        catch (JsonException error)
        {
            if (EndsInTheMiddle(json))
            {
                throw new DatasetFormatException(file, "it ends in the middle, so the file is not complete; build the dataset again", error.LineNumber + 1, error);
            }

            throw new DatasetFormatException(file, $"it is not a manifest, at {error.Path ?? "$"}: {FirstSentence(error.Message)}", error.LineNumber + 1, error);
        }

        ManifestRules.Require(manifest, file);
        return manifest;
    }

    /// <summary>Writes the manifest.</summary>
    /// <param name="stream">Where the bytes go.</param>
    public void Write(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, ManifestJson.Plain.DatasetManifest);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Whether a text is the beginning of JSON and not the whole: nothing in it is wrong, but it is not closed.</summary>
    private static bool EndsInTheMiddle(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.None or JsonTokenType.StartObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The serializer appends the path, which stands before it already.
    private static string FirstSentence(string message) => message.Split(" Path: ")[0].Split(". ")[0].TrimEnd('.');
}
