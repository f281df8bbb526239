using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>A format that LLaMA-Factory reads, with its list of data sets and a training of each model of the paper.</summary>
internal sealed class LlamaFactoryExporter(ExportFormat format, Action<Utf8JsonWriter, ExportRow> form, bool isArray, LlamaFactoryInfo info)
    : JsonExporter(format, form, isArray)
{
    public override IReadOnlyList<string> Describe(OutputFolder folder, IReadOnlyList<Split> splits, LongestRow longest) =>
        Describe(folder, info, FileName, splits, longest);

    /// <summary>Writes what LLaMA-Factory needs beside the rows.</summary>
    public static IReadOnlyList<string> Describe(OutputFolder folder, LlamaFactoryInfo info, Func<Split, string> fileName, IReadOnlyList<Split> splits, LongestRow longest)
    {
        info.Write(folder, splits.Select(split => (ExportFileName.Of(split), fileName(split))));
        if (!splits.Contains(Split.Train))
        {
            return [LlamaFactoryInfo.FileName];
        }

        foreach (var model in TrainedModel.All)
        {
            LlamaFactoryTraining.Write(folder, model, splits, longest);
        }

        return [LlamaFactoryInfo.FileName, .. TrainedModel.All.Select(static model => model.FileName)];
    }
}
