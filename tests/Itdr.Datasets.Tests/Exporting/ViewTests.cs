using Itdr.Datasets.Tests.Checking;
using Itdr.Instances;

namespace Itdr.Datasets.Tests.Exporting;

/// <summary>The ablation views of the paper: less data, and data without a part of the subtasks.</summary>
public sealed class ViewTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [Fact]
    public void A_fraction_takes_the_same_part_of_every_cell_and_leaves_val_and_test_whole()
    {
        using var whole = ExportFolder.Of(built.ByUser, "openai");
        using var quarter = ExportFolder.Of(built.ByUser, "openai", static options => options with { Fraction = 0.25m });
        foreach (var (all, part) in whole.Report.Cells.Zip(quarter.Report.Cells))
        {
            Assert.Equal(all.Name, part.Name);
            var expected = all.Name.Split == Split.Train ? (long)Math.Round(all.Rows * 0.25m, MidpointRounding.AwayFromZero) : all.Rows;
            Assert.Equal((expected, all.Rows - expected), (part.Rows, part.LeftOut));
        }

        Assert.Equal(whole.Rows(Split.Test, "openai"), quarter.Rows(Split.Test, "openai"));
    }

    [Fact]
    public void Smaller_fractions_are_contained_in_larger_ones_in_the_same_order()
    {
        var larger = Rows(1m);
        foreach (var fraction in new[] { 0.75m, 0.5m, 0.25m, 0.1m })
        {
            var rows = Rows(fraction);
            Assert.InRange(rows.Count, 1, larger.Count - 1);
            Assert.Equal(rows, larger.Where(rows.ToHashSet().Contains));
            larger = rows;
        }
    }

    [Fact]
    public void A_fraction_of_all_splits_takes_part_of_val_and_test_too()
    {
        using var whole = ExportFolder.Of(built.ByUser, "openai");
        using var half = ExportFolder.Of(built.ByUser, "openai", static options => options with { Fraction = 0.5m, AllSplits = true });
        Assert.All(whole.Report.Cells.Zip(half.Report.Cells), static pair => Assert.Equal((long)Math.Round(pair.First.Rows * 0.5m, MidpointRounding.AwayFromZero), pair.Second.Rows));
    }

    [Theory]
    [InlineData("top-k", "top-k")]
    [InlineData("UII", "next-item", "rating-prediction", "top-k")]
    [InlineData("user-item-understanding", "user-attributes")]
    public void What_is_named_is_left_out_of_train_alone(string without, params string[] subtasks)
    {
        using var whole = ExportFolder.Of(built.ByUser, "alpaca");
        using var export = ExportFolder.Of(built.ByUser, "alpaca", options => options with { Without = [without] });
        Assert.All(whole.Report.Cells.Zip(export.Report.Cells), pair =>
        {
            var isLeftOut = pair.First.Name.Split == Split.Train && subtasks.Contains(pair.First.Name.Subtask);
            Assert.Equal(isLeftOut ? 0 : pair.First.Rows, pair.Second.Rows);
        });
    }

    [Fact]
    public void Several_names_add_up_and_without_a_row_of_train_there_is_no_training()
    {
        using var export = ExportFolder.Of(built.ByUser, "alpaca", static options => options with { Without = ["uii", "user-attributes"] });
        Assert.Equal(["README.md", "dataset_info.json", "itdr_test.json", "itdr_val.json"], export.Files);
    }

    [Fact]
    public void The_readme_says_what_was_taken()
    {
        using var export = ExportFolder.Of(built.ByUser, "alpaca", static options => options with { Without = ["next-item"], Fraction = 0.25m, WithInstruction = false });
        var readme = File.ReadAllText(export["README.md"]);
        Assert.Contains("- The fixed instruction of each subtask is left out, in every split.", readme, StringComparison.Ordinal);
        Assert.Contains("- Without next-item (this concerns train; val and test are whole).", readme, StringComparison.Ordinal);
        Assert.Contains("- Of the rows of each cell 25 %,", readme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.5)]
    public void A_fraction_out_of_range_is_refused(double fraction)
    {
        var error = Assert.Throws<DatasetException>(() => ExportFolder.Of(built.ByUser, "alpaca", options => options with { Fraction = (decimal)fraction }).Dispose());
        Assert.Contains("but must be above 0 and at most 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_dataset_does_not_have_cannot_be_left_out()
    {
        var error = Assert.Throws<DatasetException>(() => ExportFolder.Of(built.ByUser, "alpaca", static options => options with { Without = ["target-users"] }).Dispose());
        Assert.Equal(
            "There is no target-users in the dataset to leave out; it has next-item, rating-prediction, top-k, user-attributes, user-item-interaction and user-item-understanding.",
            error.Message);
    }

    private List<(string Turn, string Label)> Rows(decimal fraction)
    {
        using var export = ExportFolder.Of(built.ByUser, "openai", options => options with { Fraction = fraction });
        return export.Rows(Split.Train, "openai");
    }
}
