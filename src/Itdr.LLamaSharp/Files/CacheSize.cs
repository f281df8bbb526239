using System.Globalization;

namespace Itdr.LLamaSharp.Files;

/// <summary>
/// How much memory the cache of a context takes at least. llama.cpp takes it without asking, and a machine that lends
/// memory freely ends the process when it is filled.
/// </summary>
internal static class CacheSize
{
    /// <summary>The bytes at least; fewer than are needed where the header says too little.</summary>
    public static double Bytes(GgufFile model, int context, CachePrecision precision)
    {
        var heads = Number(model, "attention.head_count", 1);
        var width = Number(model, "embedding_length", 0);
        var key = Number(model, "attention.key_length", width / Math.Max(1, heads));
        var value = Number(model, "attention.value_length", key);

        // Where heads differ from layer to layer the header has a list, of which each layer has at least one.
        var shared = Number(model, "attention.head_count_kv", 1);
        var bytes = precision switch { CachePrecision.Bits32 => 4.0, CachePrecision.Bits8 => 34.0 / 32, _ => 2.0 };
        return (double)context * Number(model, "block_count", 0) * shared * (key + value) * bytes;
    }

    private static long Number(GgufFile model, string key, long otherwise) =>
        long.TryParse(model.Metadata.GetValueOrDefault($"{model.Architecture}.{key}"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
