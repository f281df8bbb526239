namespace Itdr.LLamaSharp.Files;

/// <summary>
/// What must hold for a GGUF file to be used as an adapter on a model. LLamaSharp takes a bad one without a word: it
/// keeps llama.cpp's null pointer.
/// </summary>
internal static class AdapterFile
{
    private const string First = ".lora_a";
    private const string Second = ".lora_b";

    /// <summary>Reads an adapter's header.</summary>
    /// <exception cref="LLamaSharpException">It is no adapter, or one of another model.</exception>
    public static GgufFile Read(string path, GgufFile model)
    {
        var file = GgufFile.Read(path);
        var kind = file.Metadata.GetValueOrDefault("adapter.type", "");
        if (file.Type != "adapter" || kind != "lora")
        {
            throw new LLamaSharpException(LLamaSharpError.NotAnAdapter,
                $"{path} is no adapter of low rank: it says that it is {(file.Type == "adapter" ? $"an adapter of the type '{kind}'" : $"a '{file.Type}'")}; convert the adapter with llama.cpp's convert_lora_to_gguf.py.");
        }

        if (file.Architecture != model.Architecture)
        {
            throw Other(path, model, $"it is for the architecture {file.Architecture}, and the model is of {model.Architecture}");
        }

        var parts = file.Tensors.Values.Where(tensor => tensor.Name.EndsWith(First, StringComparison.Ordinal)).ToArray();
        if (parts.Length == 0)
        {
            throw new LLamaSharpException(LLamaSharpError.NotAnAdapter, $"{path} holds no tensor of an adapter; convert the adapter again.");
        }

        foreach (var part in parts)
        {
            RequireFit(file, part, model);
        }

        return file;
    }

    private static void RequireFit(GgufFile file, GgufTensor first, GgufFile model)
    {
        var name = first.Name[..^First.Length];
        if (!file.Tensors.TryGetValue(name + Second, out var second))
        {
            throw new LLamaSharpException(LLamaSharpError.NotAnAdapter, $"{file.Path} has {first.Name} and no {name}{Second}; convert the adapter again.");
        }

        if (!model.Tensors.TryGetValue(name, out var whole))
        {
            throw Other(file.Path, model, $"it changes {name}, which the model does not have");
        }

        // The matrix of the vocabulary is looked up by row, so there the two are stored the other way round.
        var (from, to) = name == "token_embd.weight" ? (Size(second, 1), Size(first, 1)) : (Size(first, 0), Size(second, 1));
        if (Size(whole, 0) != from || Size(whole, 1) != to)
        {
            throw Other(file.Path, model, $"its {name} is {from} × {to}, and the model's is {Size(whole, 0)} × {Size(whole, 1)}");
        }
    }

    private static long Size(GgufTensor tensor, int index) => index < tensor.Sizes.Length ? tensor.Sizes[index] : 1;

    private static LLamaSharpException Other(string path, GgufFile model, string why) =>
        new(LLamaSharpError.OtherModel, $"{path} was made for another model than {model.Path}: {why}; use it with the model that it was trained on.");
}
