using CsCheck;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Tables;

public class ItemTableTests
{
    private static CatalogItem Item(string id, string title = "T", params string[] categories) => new(id, title, categories);

    [Fact]
    public void An_index_is_the_place_of_the_id_in_the_order_of_ids()
    {
        var table = ItemTable.Of([Item("10"), Item("9"), Item("2")]);
        Assert.Equal(["2", "9", "10"], Enumerable.Range(0, 3).Select(index => table[index].Id));
        Assert.Equal(1, table.IndexOf("9"));
    }

    [Theory]
    [InlineData("5000000")]
    [InlineData("B0X")]
    public void Ids_are_found_as_numbers_whatever_the_other_ids_are(string other)
    {
        var table = ItemTable.Of([Item("7"), Item(other), Item("8", "")]);
        Assert.Equal(0, table.IndexOf(7UL));
        Assert.Equal(ItemTable.Untitled, table.IndexOf(8UL));
        Assert.Equal(ItemTable.Unknown, table.IndexOf(9UL));
        Assert.Equal(ItemTable.Unknown, table.IndexOf(ulong.MaxValue));
        Assert.Equal(ItemTable.Unknown, table.IndexOf("07"));
    }

    [Fact]
    public void Titles_that_differ_only_in_case_share_a_key()
    {
        var table = ItemTable.Of([Item("1", "Lamp"), Item("2", "LAMP"), Item("3", "Moon")]);
        Assert.Equal(table.TitleKey(0), table.TitleKey(1));
        Assert.NotEqual(table.TitleKey(0), table.TitleKey(2));
        Assert.Equal(2, table.TitleCount);
    }

    [Fact]
    public void Titles_are_one_exactly_where_a_comparison_without_case_says_so()
    {
        string[] characters = [.. Enumerable.Range(0, 0x110000).Where(static code => code is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32)];
        var byHash = characters.ToLookup(static title => ItemCatalogue.TitleHash(title));
        var byComparison = characters.ToLookup(static title => title, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(byComparison.Select(static same => string.Concat(same)).Order(StringComparer.Ordinal), byHash.Select(static same => string.Concat(same)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Indices_stand_in_the_order_of_ids_whatever_characters_these_have()
    {
        var id = Gen.OneOf(Gen.String[Gen.OneOf(Gen.Char["019a\u00e9\uE000\uFFFD\uF8FF"], Gen.Char["Zz "]), 0, 20], Gen.String[Gen.Char["0123456789"], 0, 20], Gen.String[Gen.Char["0123456789"], 0, 3].Select(static digits => digits + "\U0001F642"));
        id.Array[0, 60].Sample(ids =>
        {
            var distinct = ids.Distinct(StringComparer.Ordinal).ToList();
            var table = ItemTable.Of(distinct.Select(static id => Item(id)));
            Assert.Equal(distinct.Order(IdOrder.Instance), Enumerable.Range(0, table.Count).Select(table.IdOf));
            Assert.All(distinct, id => Assert.Equal(id, table.IdOf(table.IndexOf(id))));
        });
    }

    [Fact]
    public void An_item_is_read_as_it_was_added_from_memory_or_from_a_file()
    {
        using var folder = new TemporaryFolder();
        var text = new string('é', ItemFile.MostWaiting / 1000);
        var items = Enumerable.Range(0, 2000).Select(number => new CatalogItem($"{number}", $"Title {number} {(number % 7 == 0 ? text : "")}", number % 3 == 0 ? [] : ["a", $"b{number % 5}"])
        {
            Group = $"group {number % 2}",
            Properties = number % 4 == 0 ? [] : [new ItemProperty("store", $"S{number}"), new ItemProperty("features", number % 5 == 0 ? text : "")],
        }).ToList();
        using var table = ItemTable.Of(items, folder.Path);
        Assert.Single(Directory.EnumerateFiles(folder.Path));
        foreach (var item in items)
        {
            var read = table[table.IndexOf(item.Id)];
            Assert.Equal((item.Id, item.Title, item.Group), (read.Id, read.Title, read.Group));
            Assert.Equal(item.Categories, read.Categories);
            Assert.Equal(item.Properties, read.Properties);
        }
    }

    [Fact]
    public void Of_several_rows_for_an_id_the_better_one_stays_whatever_was_written_meanwhile()
    {
        using var catalogue = new ItemCatalogue(temporaryFolder: null, static (row, known) => string.CompareOrdinal(row.Title, known.Title) < 0);
        Assert.Null(catalogue.Add(Item("1", "B", "x")));
        Assert.Null(catalogue.Add(Item("2", "Z")));
        Assert.Equal("B", catalogue.Add(Item("1", "A", "y", "z"))!.Title);
        Assert.Equal("A", catalogue.Add(Item("1", "C"))!.Title);
        using var table = catalogue.ToTable();
        Assert.Equal("A", table[0].Title);
        Assert.Equal(["y", "z"], table[0].Categories);
    }

    [Fact]
    public void Items_with_long_texts_take_at_most_64_bytes_each_in_memory()
    {
        const int Items = 200_000;
        using var folder = new TemporaryFolder();
        var text = new string('t', 500);
        using var table = ItemTable.Of(Enumerable.Range(0, Items).Select(number => new CatalogItem($"B0{number:X8}", $"{number} {text}", ["Things", $"Kind {number % 50}"]) { Group = "All", Properties = [new("features", text)] }), folder.Path);
        Assert.InRange(table.Bytes - (2 * ItemFile.MostWaiting), 0, 64 * Items);
        Assert.InRange(MemoryPlan.TakenBy(table) - (2 * ItemFile.MostWaiting), 0, 96 * Items);
    }

    [Fact]
    public void Items_that_leave_too_little_memory_for_the_rows_are_refused_with_what_would_do()
    {
        using var table = ItemTable.Of([Item("1")]);
        var context = new ReadContext(42, MemoryPlan.Reading(MemoryPlan.Least), Threads: 1, MaxBadRows: 0, "", static (_, _, _) => { }, CancellationToken.None);
        Assert.Equal(context.MemoryLimit - MemoryPlan.TakenBy(table), MemoryPlan.Beside(table, context).MemoryLimit);
        var error = Assert.Throws<DatasetException>(() => MemoryPlan.Beside(table, context with { MemoryLimit = 64_000_000 }));
        Assert.Equal("The items of the source take 2 MB of memory, which leaves too little of 224 MB for its rows; raise --memory to 226MB or more.", error.Message);
    }
}
