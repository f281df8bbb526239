using Itdr.Datasets.Tests.Checking;
using Itdr.Datasets.Tests.Exporting;
using Itdr.Instances;
using Itdr.Subtasks;
using Microsoft.ML.Tokenizers;

namespace Itdr.Datasets.Tests.Statistics;

public sealed class DatasetStatisticsTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [Fact]
    public void Instances_and_tokens_are_those_of_the_rows_that_are_exported()
    {
        var cell = Measure(built.ByUser).Cells.Single(static cell => cell.Subtask == "next-item");
        using var export = ExportFolder.Of(built.ByUser, "openai", static options => options with { Without = ["top-k", "rating-prediction", "user-attributes"], AllSplits = true });
        var rows = SplitNames.All.SelectMany(split => File.Exists(export[$"itdr_{split.Name()}.jsonl"]) ? export.Rows(split, "openai") : []).ToList();
        var tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");
        Assert.Equal(rows.Count, cell.Instances);
        Assert.Equal(rows.Average(row => (decimal)tokenizer.CountTokens(row.Turn)), cell.Input.Mean);
        Assert.Equal(rows.Average(row => (decimal)tokenizer.CountTokens(row.Label)), cell.Output.Mean);
        Assert.Equal(rows.Max(row => tokenizer.CountTokens(row.Turn)), cell.Input.Longest);
    }

    [Fact]
    public void The_report_names_its_tokenizer_and_lists_every_cell_with_its_root_task_metrics_and_the_paper_s_count()
    {
        var report = Measure(built.ByUser);
        Assert.Equal("o200k_base", report.Tokenizer);
        Assert.Equal(["next-item", "rating-prediction", "top-k", "user-attributes"], report.Cells.Select(static cell => cell.Subtask));
        Assert.Equal([null, null, null, 6040], report.Cells.Select(static cell => cell.PaperExamples));
        Assert.Equal(RootTask.UserItemUnderstanding, report.Cells[3].RootTask);
        Assert.Contains("ndcg@10", report.Cells[2].Metrics);
        Assert.Equal(report.Instances, report.Cells.Sum(static cell => cell.Instances));
    }

    [Fact]
    public void Instances_without_a_label_count_as_inputs_alone()
    {
        using var edited = new EditedDataset(built.ByUser);
        edited.Edit(EditedDataset.PathOf("top-k", "train"), 1, static line => line.Remove("answer"));
        var (whole, cell) = (Measure(built.ByUser).Cells[2], Measure(edited.Root).Cells[2]);
        Assert.Equal((whole.Instances, 1L), (cell.Instances, cell.Unlabelled));
        Assert.Equal((whole.Input.Count, whole.Output.Count - 1), (cell.Input.Count, cell.Output.Count));
    }

    [Fact]
    public void A_line_that_is_no_instance_is_told_with_its_place()
    {
        using var edited = new EditedDataset(built.ByUser);
        edited.Edit(EditedDataset.PathOf("top-k", "train"), 1, static line => line["task"] = 3);
        var error = Assert.Throws<DatasetFormatException>(() => Measure(edited.Root));
        Assert.StartsWith("instances/top-k.movielens-1m.train.jsonl:1: task: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_are_summarised_by_mean_and_nearest_rank()
    {
        var lengths = new LengthSummary(Enumerable.Range(1, 100).Reverse());
        Assert.Equal((100, 50.5m, 50, 95, 100), (lengths.Count, lengths.Mean, lengths.Median, lengths.Percentile95, lengths.Longest));
        var none = new LengthSummary([]);
        Assert.Equal((0, 0m, 0, 0, 0), (none.Count, none.Mean, none.Median, none.Percentile95, none.Longest));
    }

    [Fact]
    public void The_paper_s_cells_are_33_of_195_065_examples() =>
        Assert.Equal((33, 195_065), (Itdr.Datasets.Statistics.PaperCells.Count, Itdr.Datasets.Statistics.PaperCells.Total));

    private static StatisticsReport Measure(string dataset) =>
        DatasetStatistics.Measure(new StatisticsOptions { Dataset = dataset, Subtasks = new SubtaskSet(SubtaskCatalog.All) });
}
