using Itdr.Datasets.Tests.Sources;

namespace Itdr.Datasets.Tests.Building;

public class OptionTests
{
    private static string Failure(Func<BuildOptions, BuildOptions> change)
    {
        using var raw = RawFiles.OfMl1M();
        return BuiltFolder.FailureOf(RawFiles.Ml1M, raw.Path, change);
    }

    [Fact]
    public void An_unknown_cell_is_answered_with_the_known_ones()
    {
        var failure = Failure(static options => options with { Cells = [CellName.Parse("top-k/movielens")] });
        Assert.StartsWith("There is no cell top-k/movielens; the known ones are cross-domain/amazon-reviews-2023, ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_a_source_that_is_not_given_is_refused() =>
        Assert.Equal(
            "The cell top-k/movielens-32m needs the source movielens-32m, which is not given.",
            Failure(static options => options with { Cells = [CellName.Parse("top-k/movielens-32m")] }));

    [Fact]
    public void An_unknown_setting_is_answered_with_the_known_ones() =>
        Assert.Equal(
            "top-k/movielens-1m has no setting rating; it has min-rating, history, positives and negatives.",
            Failure(static options => options with { Extra = true, Settings = [CellSetting.Parse("top-k/movielens-1m.rating=4")] }));

    [Theory]
    [InlineData("user-attributes/movielens-1m.items=0", "user-attributes/movielens-1m.items is 0, but must be a whole number from 1 to 100.")]
    [InlineData("user-attributes/movielens-1m.items=2.5", "user-attributes/movielens-1m.items is 2.5, but must be a whole number from 1 to 100.")]
    [InlineData("top-k/movielens-1m.min-rating=6", "top-k/movielens-1m.min-rating is 6, but must be a number from 1 to 5.")]
    public void A_value_out_of_range_is_answered_with_the_range(string setting, string message) =>
        Assert.Equal(message, Failure(options => options with { Extra = true, Settings = [CellSetting.Parse(setting)] }));

    [Fact]
    public void A_setting_with_two_values_is_refused() =>
        Assert.Equal(
            "user-attributes/movielens-1m.items is set to 5 and 7; set it once.",
            Failure(static options => options with { Settings = [CellSetting.Parse("user-attributes/movielens-1m.items=5"), CellSetting.Parse("user-attributes/movielens-1m.items=7")] }));

    [Fact]
    public void A_setting_of_a_cell_that_is_not_made_is_refused() =>
        Assert.StartsWith(
            "The cell top-k/movielens-1m has a setting but is not made;",
            Failure(static options => options with { Settings = [CellSetting.Parse("top-k/movielens-1m.history=4")] }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("top-k/movielens-1m.history")]
    [InlineData("history=5")]
    [InlineData("top-k.history=5")]
    [InlineData("top-k/movielens-1m.history=five")]
    [InlineData("")]
    public void A_setting_that_cannot_be_read_is_refused(string text) => Assert.Throws<DatasetException>(() => CellSetting.Parse(text));

    [Theory]
    [InlineData("top-k")]
    [InlineData("/movielens-1m")]
    [InlineData("a/b/c")]
    public void A_name_that_is_no_cell_is_refused(string text) =>
        Assert.EndsWith("is not the name of a cell; write subtask/source, such as top-k/movielens-32m.", Assert.Throws<DatasetException>(() => CellName.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Assert.Contains("limit is 0", Failure(static options => options with { Limit = 0 }), StringComparison.Ordinal);
        Assert.Equal("The number of threads is 0, but must be from 1 to 256.", Failure(static options => options with { Threads = 0 }));
        Assert.Equal("The number of threads is 100000, but must be from 1 to 256.", Failure(static options => options with { Threads = 100_000 }));
        Assert.Contains("at least 256 MB", Failure(static options => options with { MemoryLimit = 1 }), StringComparison.Ordinal);
        Assert.Contains("fraction of bad rows is 1.5", Failure(static options => options with { MaxBadRows = 1.5m }), StringComparison.Ordinal);
        Assert.Contains("no source", Failure(static options => options with { Sources = [] }), StringComparison.Ordinal);
        Assert.Contains("named twice", Failure(static options => options with { Sources = [.. options.Sources, .. options.Sources] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:b:c")]
    [InlineData("8:1")]
    [InlineData("-8:1:1")]
    [InlineData("0:0:0")]
    [InlineData("99999999999:1:1")]
    public void A_split_that_cannot_be_read_is_shown_as_it_was_written(string text) =>
        Assert.Equal(
            $"The split {text} is not three whole shares of train, val and test, from 0 to 1000000 and not all 0, such as 8:1:1.",
            Assert.Throws<DatasetException>(() => SplitRatio.Parse(text)).Message);

    [Fact]
    public void Extra_cells_are_made_only_when_asked_for()
    {
        using var raw = RawFiles.OfMl1M();
        using var ordinary = BuiltFolder.Of(RawFiles.Ml1M, raw.Path);
        using var extra = BuiltFolder.Of(RawFiles.Ml1M, raw.Path, static options => options with { Extra = true });
        using var named = BuiltFolder.Of(RawFiles.Ml1M, raw.Path, static options => options with { Cells = [CellName.Parse("next-item/movielens-1m")] });
        Assert.Equal(["user-attributes/movielens-1m"], ordinary.Report.Cells.Select(static cell => cell.Cell.ToString()));
        Assert.Equal(
            ["next-item/movielens-1m", "rating-prediction/movielens-1m", "top-k/movielens-1m", "user-attributes/movielens-1m"],
            extra.Report.Cells.Select(static cell => cell.Cell.ToString()));
        Assert.Equal(["next-item/movielens-1m"], named.Report.Cells.Select(static cell => cell.Cell.ToString()));
    }
}
