using Itdr.LLamaSharp.Files;

namespace Itdr.LLamaSharp;

/// <summary>The hashes of the templates that models and adapters were trained with, in the metadata of their files.</summary>
internal static class TrainedTemplates
{
    private const string KeyPrefix = "itdr.template.";

    /// <summary>The hashes by the id of the subtask; those of later files win.</summary>
    public static Dictionary<string, string> Read(IEnumerable<GgufFile> files)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in files.SelectMany(static file => file.Metadata))
        {
            if (key.StartsWith(KeyPrefix, StringComparison.Ordinal))
            {
                hashes[key[KeyPrefix.Length..]] = value;
            }
        }

        return hashes;
    }
}
