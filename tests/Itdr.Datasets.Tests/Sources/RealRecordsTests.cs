using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources;

public class RealRecordsTests
{
    [RealDataFact("amazon_books")]
    public void The_local_rows_of_Amazon_Books_are_read_with_their_oddities()
    {
        var tables = ReadTables.Of("amazon-books", RealData.Path("amazon_books"));
        Assert.Equal([1339L, 999L], tables.Audits.Select(static audit => audit.Rows));
        Assert.All(tables.Audits.SelectMany(static audit => audit.Faults), static fault => Assert.False(Itdr.Datasets.Sources.Reading.RowFaults.IsBad(fault.Fault)));
        Assert.Equal(223, tables.Audits[1].Faults.Single(static fault => fault.Fault == Itdr.Datasets.Sources.Reading.RowFault.NoUser).Count);
        Assert.Equal(1338, tables.Items.Count);
        Assert.Equal(1144, Enumerable.Range(0, tables.Items.Count).Count(item => tables.Items[item].Categories.Count > 0));
    }

    [RealDataFact("steam")]
    public void All_games_of_Steam_are_read_with_their_oddities()
    {
        using var raw = new RawFiles()
            .With("steam_games.json.gz", File.ReadAllBytes(Path.Combine(RealData.Path("steam"), "steam_games.json.gz")))
            .With("steam_reviews.json", "{u'username': u'Tern', u'product_id': u'612880', u'date': u'2017-12-17', u'hours': 1.5, u'text': u'Calm.'}\n");
        var tables = raw.Read("steam", maxBadRows: 0.001m);
        Assert.Equal(32_135, tables.Audits[0].Rows);
        Assert.Equal(["no id ×2", "one more row for an item, of the same title ×1"], tables.Audits[0].Faults.Take(2).Select(static fault => $"{Itdr.Datasets.Sources.Reading.RowFaults.Text(fault.Fault)} ×{fault.Count}"));
        Assert.DoesNotContain(tables.Titles.Values, static title => title.Contains("&amp;", StringComparison.Ordinal));
        Assert.Single(tables.Sample.Users.Single().Interactions);
    }

    [RealDataFact("amazon2023")]
    public void The_local_ratings_of_one_Amazon_category_are_read_exactly()
    {
        var path = Path.Combine(RealData.Path("amazon2023"), "All_Beauty.5core.rating_only.csv");
        var products = File.ReadLines(path).Skip(1).Select(static line => line.Split(',')[1]).Distinct().ToList();
        using var raw = new RawFiles()
            .With("All_Beauty.5core.rating_only.csv", File.ReadAllBytes(path))
            .With("meta_All_Beauty.jsonl", string.Concat(products.Select(static product => AmazonReviewsTests.Product(product, $"Thing {product}"))));
        var tables = raw.Read("amazon-reviews-2023", maxBadRows: 0);
        Assert.Empty(tables.Refused);
        Assert.Equal((2535L, 253, 356), (tables.Audits[1].Rows, tables.Sample.Users.Count, tables.Items.Count));
    }
}
