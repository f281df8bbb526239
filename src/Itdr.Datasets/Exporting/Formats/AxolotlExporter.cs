using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>Messages as axolotl reads them, with a training of each model of the paper.</summary>
internal sealed class AxolotlExporter() : JsonExporter(Description, RowForms.Chat, isArray: false)
{
    private static readonly ExportFormat Description = new("axolotl", "one file of messages a split and ready configurations, for axolotl");

    public override IReadOnlyList<string> Describe(OutputFolder folder, IReadOnlyList<Split> splits, LongestRow longest)
    {
        if (!splits.Contains(Split.Train))
        {
            return [];
        }

        foreach (var model in TrainedModel.All)
        {
            AxolotlTraining.Write(folder, model, FileName, splits, longest);
        }

        return [.. TrainedModel.All.Select(static model => model.FileName)];
    }
}
