using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>
/// Writes <c>croissant.json</c>, the description of a dataset in the format Croissant 1.0: every instance file with its hash, and
/// for each subtask a record set with its fields.
/// </summary>
internal static class CroissantFile
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "croissant.json";

    private const string Vocabulary = "http://mlcommons.org/croissant/";
    private const string Article = "https://arxiv.org/abs/2508.05667";

    // The terms of the format by their short names; those that end in @type have values of a fixed kind.
    private static readonly (string Name, string Term)[] Terms =
    [
        ("citeAs", "cr:citeAs"), ("column", "cr:column"), ("conformsTo", "dct:conformsTo"), ("cr", Vocabulary), ("dct", "http://purl.org/dc/terms/"),
        ("extract", "cr:extract"), ("field", "cr:field"), ("fileObject", "cr:fileObject"), ("fileProperty", "cr:fileProperty"), ("fileSet", "cr:fileSet"),
        ("format", "cr:format"), ("includes", "cr:includes"), ("isLiveDataset", "cr:isLiveDataset"), ("jsonPath", "cr:jsonPath"), ("key", "cr:key"),
        ("md5", "cr:md5"), ("parentField", "cr:parentField"), ("path", "cr:path"), ("rai", "http://mlcommons.org/croissant/RAI/"), ("recordSet", "cr:recordSet"),
        ("references", "cr:references"), ("regex", "cr:regex"), ("repeated", "cr:repeated"), ("replace", "cr:replace"), ("sc", "https://schema.org/"),
        ("separator", "cr:separator"), ("source", "cr:source"), ("subField", "cr:subField"), ("transform", "cr:transform"),
    ];

    /// <summary>Writes it.</summary>
    /// <param name="output">The folder, in which every instance file is written.</param>
    /// <param name="sources">What was built.</param>
    /// <param name="files">The instance files, measured.</param>
    public static void Write(OutputFolder output, IReadOnlyList<BuiltSource> sources, IReadOnlyList<ManifestFile> files)
    {
        using var stream = output.CreateFile(FileName);
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = PlainJsonEncoder.Instance }))
        {
            json.WriteStartObject();
            WriteContext(json);
            WriteGeneral(json, sources);
            WriteDistribution(json, files);
            json.WriteStartArray("recordSet");
            foreach (var subtask in BySubtask(files))
            {
                RecordSet.Write(json, subtask.Key, Path.Combine(output.PartialDirectory, subtask.First().Path));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    /// <summary>The size of a file as Croissant has it.</summary>
    public static string SizeOf(ManifestFile file) => $"{file.Size} B";

    private static IEnumerable<IGrouping<string, ManifestFile>> BySubtask(IEnumerable<ManifestFile> files) =>
        files.GroupBy(static file => InstanceFileName.TryParse(file.Path[(InstanceFolder.Instances.Length + 1)..], out var name) ? name.Subtask : "");

    private static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteString("@language", "en");
        json.WriteString("@vocab", "https://schema.org/");
        foreach (var (name, term) in Terms)
        {
            json.WriteString(name, term);
        }

        WriteTerm(json, "data", "cr:data", "@json");
        WriteTerm(json, "dataType", "cr:dataType", "@vocab");
        WriteTerm(json, "examples", "cr:examples", "@json");
        json.WriteEndObject();
    }

    private static void WriteTerm(Utf8JsonWriter json, string name, string id, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteString("@type", type);
        json.WriteEndObject();
    }

    private static void WriteGeneral(Utf8JsonWriter json, IReadOnlyList<BuiltSource> sources)
    {
        json.WriteString("@type", "sc:Dataset");
        json.WriteString("name", "itdr-instances");
        json.WriteString("description", $"Typed instances of recommendation subtasks in the manner of ITDR, built by Itdr from {Phrase.List(sources.Select(static source => source.Info.Title))}.");
        json.WriteString("conformsTo", $"{Vocabulary}1.0");
        json.WriteString("url", Article);
        json.WriteString("license", "The licence of each source holds for what was built from it; isBasedOn names them.");
        json.WriteStartObject("creator");
        json.WriteString("@type", "sc:Organization");
        json.WriteString("name", "Whoever ran itdr build");
        json.WriteEndObject();
        json.WriteStartArray("isBasedOn");
        foreach (var info in sources.Select(static source => source.Info))
        {
            json.WriteStartObject();
            json.WriteString("@type", "sc:Dataset");
            json.WriteString("name", info.Title);
            json.WriteString("url", info.Address);
            json.WriteString("license", info.Licence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDistribution(Utf8JsonWriter json, IReadOnlyList<ManifestFile> files)
    {
        json.WriteStartArray("distribution");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("@type", "cr:FileObject");
            json.WriteString("@id", file.Path);
            json.WriteString("name", file.Path);
            json.WriteString("contentUrl", file.Path);
            json.WriteString("contentSize", SizeOf(file));
            json.WriteString("encodingFormat", RecordSet.Encoding);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        foreach (var subtask in BySubtask(files))
        {
            json.WriteStartObject();
            json.WriteString("@type", "cr:FileSet");
            json.WriteString("@id", RecordSet.FilesOf(subtask.Key));
            json.WriteString("name", RecordSet.FilesOf(subtask.Key));
            json.WriteString("encodingFormat", RecordSet.Encoding);
            json.WriteString("includes", $"{InstanceFolder.Instances}/{subtask.Key}.*.jsonl");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
