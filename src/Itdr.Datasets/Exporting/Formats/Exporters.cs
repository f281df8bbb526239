namespace Itdr.Datasets.Exporting;

/// <summary>The formats.</summary>
internal static class Exporters
{
    /// <summary>All of them, in the order in which everything lists them.</summary>
    public static IReadOnlyList<IExporter> All { get; } =
    [
        new LlamaFactoryExporter(
            new("alpaca", "one JSON array of instruction, input and output a split, dataset_info.json and ready configurations, for LLaMA-Factory"),
            RowForms.Alpaca,
            isArray: true,
            LlamaFactoryInfo.Alpaca),
        new LlamaFactoryExporter(
            new("sharegpt", "one JSON array of conversations a split, dataset_info.json and ready configurations, for LLaMA-Factory"),
            RowForms.ShareGpt,
            isArray: true,
            LlamaFactoryInfo.ShareGpt),
        new LlamaFactoryExporter(
            new("openai", "one file of messages a split, for OpenAI's fine-tuning, TRL and LLaMA-Factory"),
            RowForms.Chat,
            isArray: false,
            LlamaFactoryInfo.Chat),
        new JsonExporter(
            new("prompt-completion", "one file of prompt and completion a split, for TRL"),
            RowForms.PromptCompletion,
            isArray: false),
        new AxolotlExporter(),
        new ParquetExporter(),
    ];

    /// <summary>Finds a format.</summary>
    /// <exception cref="DatasetException">There is none of that name.</exception>
    public static IExporter Find(string name) => All.FirstOrDefault(known => known.Format.Name == name)
        ?? throw new DatasetException($"There is no export format \"{name}\"; it can be {string.Join(", ", All.Select(static known => known.Format.Name))}.");
}
