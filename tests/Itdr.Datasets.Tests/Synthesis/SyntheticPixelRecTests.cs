namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticPixelRecTests(SyntheticPixelRecTests.Files files) : IClassFixture<SyntheticPixelRecTests.Files>
{
    private const string Interactions = "Interaction/Pixel200K.csv";
    private const string Items = "ItemInformation/Pixel200K.csv";

    [Fact]
    public void Interactions_name_the_item_first_and_stand_in_no_order()
    {
        var lines = files.Lines(Interactions);

        Assert.Equal("item_id,user_id,timestamp", lines[0]);
        Assert.All(lines.Skip(1), static line => Assert.Matches("^i\\d+,u\\d+,16\\d{8}$", line));
        var times = lines.Where(static line => line.Contains(",u0,", StringComparison.Ordinal)).Select(static line => long.Parse(line.Split(',')[2])).ToList();
        Assert.NotEqual(times.Order(), times);
    }

    [Theory]
    [InlineData("^item_id,view_number,comment_number,thumbup_number,share_number,coin_number,favorite_number,barrage_number,title,tag,description\n")]
    [InlineData("\ni\\d+,(\\d+\\.0,){7}")] // counts as floats
    [InlineData("\ni\\d+,(\\d+,){7}")]
    [InlineData(",\"[^\",\n]+,[^\",\n]+\",[\u4E00-\u9FFF]+,")] // a comma in a title
    [InlineData(",\"\"\"[^\"]+\"\"[^\"]+\",[\u4E00-\u9FFF]+,")] // quotes in a title
    [InlineData(",\"[^\"\n]+\n[^\"\n]+\"\n")] // a line break in a description
    [InlineData(",[\u4E00-\u9FFF]+,\ni")] // no description
    [InlineData("【")]
    public void Items_show_what_a_csv_reader_must_bear(string pattern)
    {
        Assert.Matches(pattern, files.Text(Items));
    }

    [Fact]
    public void Half_of_the_users_see_ten_items()
    {
        Assert.True(files.Lines(Interactions).Skip(1).CountBy(static line => line.Split(',')[1]).Count(static user => user.Value >= 10) > 60);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("pixelrec");
}
