using System.Text.Json;
using System.Text.Json.Serialization;

namespace Itdr.Instances;

/// <summary>The JSON form of the manifest, compiled.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DatasetManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    /// <summary>The form that is written: no escapes that JSON does not demand.</summary>
    public static ManifestJson Plain =>
        field ??= new ManifestJson(new JsonSerializerOptions(Default.Options) { Encoder = PlainJsonEncoder.Instance });
}
