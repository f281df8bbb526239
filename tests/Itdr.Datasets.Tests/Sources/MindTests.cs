namespace Itdr.Datasets.Tests.Sources;

public class MindTests
{
    private const string Source = "mind";

    private static string News(int id, string title, string category = "sports", string text = "An abstract...") =>
        $"N{id}\t{category}\tmore_{category}\t{title}\t{text}\thttps://example.com/{id}\t[]\t[]\n";

    private static string Row(string history, string shown, string time = "11/12/2019 2:14:46 PM", string user = "U7") => $"1\t{user}\t{time}\t{history}\t{shown}\n";

    private static RawFiles Files(string behaviours, string? news = null) => new RawFiles()
        .With("MINDsmall_train/behaviors.tsv", behaviours)
        .With("MINDsmall_train/news.tsv", news ?? string.Concat(Enumerable.Range(1, 9).Select(static id => News(id, $"News {id}"))));

    [Fact]
    public void The_history_comes_before_the_clicks_and_what_was_only_shown_is_kept_apart()
    {
        using var raw = Files(Row("N3 N1", "N4-1 N5-0 N6-0") + Row("N3 N1", "N6-1 N8-0", "11/12/2019 1:05:00 AM"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("N3=0@0 N1=0@1 N6=1@1573520700 N4=1@1573568086", tables.HistoryOf("U7"));
        Assert.Equal(["N5", "N8"], tables.Sample.Users[0].Shown.Select(item => tables.Items[item].Id));
    }

    [Fact]
    public void A_title_that_starts_with_a_quote_and_never_ends_it_costs_no_row()
    {
        using var raw = Files(Row("N1", "N2-1"), News(1, "\"Lamp season opens", text: "\"Quote") + News(2, "Two") + News(3, "Three \"x\""));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal(("\"Lamp season opens", "Two", "Three \"x\""), (tables.Titles["N1"], tables.Titles["N2"], tables.Titles["N3"]));
    }

    [Fact]
    public void Empty_histories_empty_abstracts_and_empty_entities_are_no_fault()
    {
        using var raw = Files(Row("", "N1-1"), "N1\tsports\tgolf\tOne\t\turl\t\t\n");
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("N1=1@1573568086", tables.HistoryOf("U7"));
        Assert.Equal("category: sports, subcategory: golf", string.Join(", ", tables.Items[0].Properties.Select(static property => $"{property.Name}: {property.Value}")));
    }

    [Fact]
    public void An_article_that_is_twice_in_a_history_or_clicked_again_counts_once()
    {
        using var raw = Files(Row("N1 N2 N1", "N2-1 N4-1"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("N1=0@0 N2=0@1 N4=1@1573568086", tables.HistoryOf("U7"));
        Assert.Empty(tables.Refused);
    }

    [Fact]
    public void News_of_two_parts_overlap_without_a_fault_and_the_earliest_history_holds()
    {
        using var raw = Files(Row("N1", "N2-1"))
            .With("MINDsmall_dev/behaviors.tsv", Row("N1 N5", "N4-1 N2-0", "11/15/2019 9:00:00 AM"))
            .With("MINDsmall_dev/news.tsv", News(1, "News 1") + News(4, "News 4") + News(5, "News 5"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("N1=0@0 N2=1@1573568086 N4=1@1573808400", tables.HistoryOf("U7"));
        Assert.Empty(tables.Sample.Users[0].Shown);
        Assert.Empty(tables.Refused);
        Assert.Equal(4, tables.Audits.Select(static audit => audit.File.Name).Distinct().Count());
    }

    [Fact]
    public void The_test_part_tells_no_clicks()
    {
        using var raw = Files(Row("N1", "N2 N3"));
        Assert.Equal("N1=0@0", raw.Read(Source, maxBadRows: 0).HistoryOf("U7"));
    }

    [Theory]
    [InlineData("1\tU7\t2019-11-12 14:14:46\tN1\tN2-1", "not a number")]
    [InlineData("1\t7\t11/12/2019 2:14:46 PM\tN1\tN2-1", "broken id")]
    [InlineData("1\tU7\t11/12/2019 2:14:46 PM\tN1\tN2-1 X-1 N99-0", "broken id")]
    [InlineData("1\tU7\t11/12/2019 2:14:46 PM\tN1", "too few fields")]
    public void A_row_that_cannot_be_is_counted_with_its_line(string row, string reason)
    {
        using var raw = Files(Row("N1", "N2-1", user: "U1") + row + "\n" + Row("N1", "N2-1", user: "U2"));
        Assert.Equal([$"behaviors.tsv:2 {reason} ×1"], raw.Read(Source).Refused);
    }

    [Fact]
    public void An_article_without_a_row_of_its_own_is_left_out_and_the_rest_of_the_row_is_taken()
    {
        using var raw = Files(Row("N99 N1", "N98-1 N2-1"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("N1=0@0 N2=1@1573568086", tables.HistoryOf("U7"));
        Assert.Equal(["behaviors.tsv:1 item that the item file lacks ×1"], tables.Refused);
    }
}
