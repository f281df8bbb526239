namespace Itdr.Datasets.Tests.Sources;

public class PixelRecTests
{
    private const string Source = "pixelrec";
    private const string Header = "item_id,view_number,comment_number,thumbup_number,share_number,coin_number,favorite_number,barrage_number,title,tag,description\n";

    private static string Item(string id, string title = "灯", string tag = "美食", string description = "", string views = "12") => $"{id},{views},1,2,3,4,5,6,\"{title}\",{tag},\"{description}\"\n";

    private static RawFiles Files(string rows = "i2,u7,1628000001\ni10,u7,1628000000\n", string? items = null) => new RawFiles()
        .With("Interaction/Pixel200K.csv", "item_id,user_id,timestamp\n" + rows)
        .With("ItemInformation/Pixel200K.csv", Header + (items ?? Item("i2") + Item("i10", "云雀")));

    [Fact]
    public void The_item_stands_before_the_user_and_both_are_a_letter_and_a_number()
    {
        using var raw = Files();
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("i10=0@1628000000 i2=0@1628000001", tables.HistoryOf("u7"));
        Assert.Equal([1L, 1L], tables.Sample.RowsPerItem);
    }

    [Fact]
    public void Titles_and_descriptions_with_commas_quotes_and_line_breaks_are_one_field_each()
    {
        using var raw = Files(items: Item("i2", "灯,\"\"光\"\"？", description: "第一行,\n第二行。") + Item("i10"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("灯,\"光\"？", tables.Titles["i2"]);
        var item = tables.Items[tables.Items.IndexOf("i2")];
        Assert.Equal(("第一行, 第二行。", "美食"), (item.PropertyOf("description"), item.PropertyOf("tag")));
        Assert.Equal(["美食"], item.Categories);
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("12.0", "12")]
    [InlineData("1.2E+3", "1200")]
    [InlineData("", null)]
    [InlineData("many", null)]
    public void Counts_may_be_written_with_a_point_or_be_missing(string written, string? told)
    {
        using var raw = Files(items: Item("i2", views: written) + Item("i10"));
        var items = raw.Read(Source, maxBadRows: 0).Items;
        Assert.Equal(told, items[items.IndexOf("i2")].PropertyOf("views"));
    }

    [Fact]
    public void The_early_release_calls_its_titles_title_en_and_may_lack_columns()
    {
        using var raw = Files().With("ItemInformation/Pixel200K.csv", "item_id,title_en\ni2,Lamp\ni10,Lark\n");
        Assert.Equal(["Lamp", "Lark"], raw.Read(Source, maxBadRows: 0).Titles.Values.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2,u7,1628000000", "broken id")]
    [InlineData("i2,7,1628000000", "broken id")]
    [InlineData("i02,u7,1628000000", "broken id")]
    [InlineData("i99,u7,1628000000", "unknown item")]
    [InlineData("i2,u7,1628000000000", "time out of range")]
    [InlineData("u7,i2,1628000000", "broken id")]
    public void A_row_that_cannot_be_is_counted_with_its_line(string row, string reason)
    {
        using var raw = Files($"i2,u8,1628000000\n{row}\ni2,u9,1628000000\n");
        Assert.Contains($"Pixel200K.csv:3 {reason} ×1", string.Join(' ', raw.Read(Source).Refused), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_sizes_the_smallest_is_taken_and_the_report_names_the_folders()
    {
        using var raw = Files()
            .With("Interaction/PixelRec.csv", "item_id,user_id,timestamp\ni1,u1,1628000000\n")
            .With("ItemInformation/PixelRec.csv", Header + Item("i1"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal(["i10", "i2"], tables.Titles.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Interaction/Pixel200K.csv", "ItemInformation/Pixel200K.csv"], tables.Audits.Select(static audit => audit.File.Name).Order(StringComparer.Ordinal));
    }
}
