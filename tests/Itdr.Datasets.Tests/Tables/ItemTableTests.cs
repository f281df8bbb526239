using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Tests.Tables;

public class ItemTableTests
{
    private static CatalogItem Item(string id, string title = "T", params string[] categories) => new(id, title, categories);

    [Fact]
    public void An_index_is_the_place_of_the_id_in_the_order_of_ids()
    {
        var table = new ItemTable([Item("10"), Item("9"), Item("2")]);
        Assert.Equal(["2", "9", "10"], Enumerable.Range(0, 3).Select(index => table[index].Id));
        Assert.Equal(1, table.IndexOf("9"));
    }

    [Theory]
    [InlineData("5000000")]
    [InlineData("B0X")]
    public void Ids_are_found_as_numbers_whatever_the_other_ids_are(string other)
    {
        var table = new ItemTable([Item("7"), Item(other), Item("8", "")]);
        Assert.Equal(0, table.IndexOf(7UL));
        Assert.Equal(ItemTable.Untitled, table.IndexOf(8UL));
        Assert.Equal(ItemTable.Unknown, table.IndexOf(9UL));
        Assert.Equal(ItemTable.Unknown, table.IndexOf(ulong.MaxValue));
        Assert.Equal(ItemTable.Unknown, table.IndexOf("07"));
    }

    [Fact]
    public void Titles_that_differ_only_in_case_share_a_key()
    {
        var table = new ItemTable([Item("1", "Lamp"), Item("2", "LAMP"), Item("3", "Moon")]);
        Assert.Equal(table.TitleKey(0), table.TitleKey(1));
        Assert.NotEqual(table.TitleKey(0), table.TitleKey(2));
        Assert.Equal(2, table.TitleCount);
    }
}
