using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>Parquet, which LLaMA-Factory reads like alpaca.</summary>
internal sealed class ParquetExporter : IExporter
{
    public ExportFormat Format { get; } = new("parquet", "one Parquet file a split with id, subtask, source, instruction, input and output, for LLaMA-Factory and data frames");

    public string FileName(Split split) => $"{ExportFileName.Of(split)}.parquet";

    public IExportFile Begin(OutputFolder folder, Split split) => new ParquetFile(folder, FileName(split));

    public IReadOnlyList<string> Describe(OutputFolder folder, IReadOnlyList<Split> splits, LongestRow longest) =>
        LlamaFactoryExporter.Describe(folder, LlamaFactoryInfo.Alpaca, FileName, splits, longest);
}
