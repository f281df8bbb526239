namespace Itdr.LLamaSharp.Files;

/// <summary>What must hold for a GGUF file to be used as a language model.</summary>
internal static class ModelFile
{
    /// <summary>Reads a model's header.</summary>
    /// <exception cref="LLamaSharpException">It is no language model that writes text.</exception>
    public static GgufFile Read(string path)
    {
        var file = GgufFile.Read(path);
        if (file.Type is not ("" or "model"))
        {
            throw NotAModel(file, file.Type == "adapter"
                ? "holds an adapter; give it as an adapter and the model that it was trained on as the model."
                : $"holds a {file.Type}; give the file of a language model.");
        }

        if (file.Architecture.Length == 0)
        {
            throw NotAModel(file, "does not say what architecture it is of; give the file of a language model.");
        }

        if (file.Metadata.GetValueOrDefault($"{file.Architecture}.attention.causal") == "false")
        {
            throw NotAModel(file, $"is of the architecture {file.Architecture}, which makes embeddings and writes no text; give the file of a language model.");
        }

        if (file.Metadata.GetValueOrDefault($"{file.Architecture}.block_count") == "0")
        {
            // llama.cpp ends the process.
            throw NotAModel(file, "says that its model has no layers; get the file again, or convert the model again.");
        }

        return file;
    }

    /// <summary>Whether the model keeps a state that cannot be taken back, beside or instead of a cache of tokens.</summary>
    public static bool KeepsState(GgufFile file) => file.Metadata.Keys.Any(key =>
        key.StartsWith($"{file.Architecture}.ssm.", StringComparison.Ordinal)
        || key.StartsWith($"{file.Architecture}.wkv.", StringComparison.Ordinal)
        || key == $"{file.Architecture}.shortconv.l_cache");

    private static LLamaSharpException NotAModel(GgufFile file, string what) => new(LLamaSharpError.NotAModel, $"{file.Path} {what}");
}
