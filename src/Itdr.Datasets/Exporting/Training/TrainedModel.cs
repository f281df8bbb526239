namespace Itdr.Datasets.Exporting;

/// <summary>An open model that the paper tunes.</summary>
/// <param name="Name">How files call it.</param>
/// <param name="Repository">Where it is on the Hugging Face hub.</param>
/// <param name="Template">The template by which LLaMA-Factory writes its chats.</param>
/// <param name="ChatTemplate">The template by which axolotl does.</param>
/// <param name="Context">The most tokens that the model was made for.</param>
/// <param name="HasOwnCode">Whether the model comes with code of its own, which must be trusted.</param>
internal sealed record TrainedModel(string Name, string Repository, string Template, string ChatTemplate, int Context, bool HasOwnCode)
{
    /// <summary>The four models of the paper. Llama-3.2-3B is no chat model and has no chat template, so axolotl is given that of its family.</summary>
    public static IReadOnlyList<TrainedModel> All { get; } =
    [
        new("glm-4-9b", "THUDM/glm-4-9b", "glm4", "tokenizer_default", 8_192, HasOwnCode: true),
        new("qwen2.5-7b", "Qwen/Qwen2.5-7B", "qwen", "tokenizer_default", 131_072, HasOwnCode: false),
        new("qwen2.5-7b-instruct", "Qwen/Qwen2.5-7B-Instruct", "qwen", "tokenizer_default", 32_768, HasOwnCode: false),
        new("llama-3.2-3b", "meta-llama/Llama-3.2-3B", "llama3", "llama3", 131_072, HasOwnCode: false),
    ];

    /// <summary>The name of the file with its training.</summary>
    public string FileName => $"train_{Name}.yaml";
}
