namespace Itdr.Datasets.Tests.Sources;

/// <summary>What is odd about the files of Amazon Reviews 2023, on lines written by hand.</summary>
public class AmazonReviewsTests
{
    private const string Source = "amazon-reviews-2023";
    private const string Reviews = "All_Beauty.jsonl";
    private const string Products = "meta_All_Beauty.jsonl";

    [Fact]
    public void Reviews_join_products_by_the_parent_and_the_first_review_of_a_parent_counts()
    {
        using var raw = Files(Review("u1", "P1", 3, 2000, asin: "V1") + Review("u1", "P1", 5, 1000, asin: "V2"));
        var tables = raw.Read(Source);
        Assert.Equal("P1=5@1500000001000", tables.HistoryOf("u1"));
        Assert.Equal([$"{Reviews}:2 repeated user and item among the sampled users, the earliest by time kept ×1"], tables.Refused);
    }

    [Fact]
    public void Older_names_of_time_and_votes_are_read()
    {
        using var raw = Files(Review("u1", "P1", 4, 7).Replace("\"timestamp\"", "\"sort_timestamp\"", StringComparison.Ordinal).Replace("helpful_vote", "helpful_votes", StringComparison.Ordinal));
        Assert.Equal("P1=4@1500000000007", raw.Read(Source).HistoryOf("u1"));
    }

    [Theory]
    [InlineData("12.5", "$12.50")]
    [InlineData("\"from 12.99\"", "from 12.99")]
    [InlineData("\"12.99\"", "12.99")]
    [InlineData("\"—\"", null)]
    [InlineData("\"None\"", null)]
    [InlineData("null", null)]
    public void A_price_is_a_number_null_or_a_text(string written, string? expected)
    {
        using var raw = Files(Review("u1", "P1", 4, 0), Product("P1", "Fern soap", $"\"price\": {written}"));
        Assert.Equal(expected, raw.Read(Source).Items[0].PropertyOf("price"));
    }

    [Fact]
    public void Titles_and_features_lose_their_entities_and_tags()
    {
        using var raw = Files(Review("u1", "P1", 4, 0), Product("P1", "Salt &amp; &#34;Fog&#34; caf\\u00e9", "\"features\": [\"Soft<br />and mild\", \"\", \"5 < 6\"]"));
        var tables = raw.Read(Source);
        Assert.Equal("Salt & \"Fog\" café", tables.Titles["P1"]);
        Assert.Equal("Soft and mild; 5 < 6", tables.Items[0].PropertyOf("features"));
    }

    [Fact]
    public void Empty_categories_give_way_to_the_main_category_and_that_to_the_file()
    {
        using var raw = Files(
            Review("u1", "P1", 4, 0),
            Product("P1", "A", "\"main_category\": \"All Beauty\", \"categories\": [], \"store\": null"),
            Product("P2", "B", "\"main_category\": null, \"categories\": []"),
            Product("P3", "C", "\"main_category\": \"AMAZON FASHION\", \"categories\": [\"Beauty\", \"Soap\"], \"store\": \"Tide\", \"bought_together\": null"));
        var items = raw.Read(Source).Items;
        Assert.Equal(["All Beauty", "All Beauty", "Beauty > Soap"], Enumerable.Range(0, 3).Select(item => items[item].PropertyOf("category")));
        Assert.Equal([null, null, "Tide"], Enumerable.Range(0, 3).Select(item => items[item].PropertyOf("store")));
        Assert.All(Enumerable.Range(0, 3), item => Assert.Equal("All_Beauty", items.GroupOf(item)));
    }

    [Fact]
    public void A_review_of_a_product_without_a_line_of_its_own_or_without_a_title_is_left_out()
    {
        using var raw = Files(Review("u1", "P1", 4, 0) + Review("u1", "GONE", 4, 0) + Review("u1", "P2", 4, 0), Product("P1", "A"), Product("P2", ""));
        Assert.Equal(
            [$"{Products}:2 no title ×1", $"{Reviews}:2 item that the item file lacks ×1", $"{Reviews}:3 item without a title ×1"],
            raw.Read(Source, maxBadRows: 0).Refused);
    }

    [Theory]
    [InlineData("0.0", 0, "rating out of range")]
    [InlineData("4.5", 0, "rating out of range")]
    [InlineData("null", 0, "not a number")]
    [InlineData("4.0", -1_499_000_000_000, "time out of range")]
    public void A_review_with_an_impossible_rating_or_a_time_in_seconds_is_counted(string rating, long time, string reason)
    {
        using var raw = Files(Review("u1", "P1", 4, 0) + Review("u1", "P1", 4, time).Replace("\"rating\": 4.0", $"\"rating\": {rating}", StringComparison.Ordinal));
        Assert.Equal([$"{Reviews}:2 {reason} ×1"], raw.Read(Source).Refused);
    }

    [Fact]
    public void Only_the_categories_that_are_whole_are_read()
    {
        using var raw = Files(Review("u1", "P1", 4, 0))
            .With("Software.jsonl", Review("u2", "S1", 4, 0))
            .With("meta_Video_Games.jsonl", Product("G1", "Game"))
            .With("meta_Appliances.jsonl", Product("A1", "Fridge"))
            .With("Appliances.jsonl", Review("u3", "A1", 4, 0));
        var tables = raw.Read(Source);
        Assert.Equal(["A1", "P1"], tables.Titles.Keys.Order());
        Assert.Equal(["u1", "u3"], tables.Sample.Users.Select(static user => user.Id).Order());
    }

    [Fact]
    public void Categories_of_which_a_half_is_missing_are_told_of_in_what_was_recognised()
    {
        using var raw = Files(Review("u1", "P1", 4, 0)).With("Software.jsonl", Review("u2", "S1", 4, 0)).With("meta_Video_Games.jsonl", Product("G1", "Game"));
        using var built = Building.BuiltFolder.Of(Source, raw.Path, static options => options with { Cells = [new CellName("target-users", Source)], Settings = [new CellSetting(new CellName("target-users", Source), "min-interactions", 1)] });
        Assert.EndsWith("; left out without reviews: Video_Games; left out without products: Software", built.Report.Sources[0].Recognised, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_are_reviews_several_files_of_ratings_are_of_no_account()
    {
        using var raw = Files(Review("u1", "P1", 4, 0))
            .With("benchmark/0core/All_Beauty.csv", "user_id,parent_asin,rating,timestamp\nu9,P1,5.0,1500000000000\n")
            .With("benchmark/5core/All_Beauty.csv", "user_id,parent_asin,rating,timestamp\nu9,P1,5.0,1500000000000\n");
        Assert.Equal(["u1"], raw.Read(Source).Sample.Users.Select(static user => user.Id));
    }

    [Fact]
    public void A_folder_without_a_whole_category_says_what_to_put_there()
    {
        using var raw = new RawFiles().With("Software.jsonl", Review("u2", "S1", 4, 0)).With("meta_Video_Games.jsonl", Product("G1", "Game"));
        Assert.Contains("No category of amazon-reviews-2023 has both its products and its reviews", raw.FailureOf(Source), StringComparison.Ordinal);
    }

    [Fact]
    public void Ratings_alone_stand_for_reviews_as_the_benchmark_names_them()
    {
        using var raw = Files("").Without(Reviews).With("All_Beauty.csv", "user_id,parent_asin,rating,timestamp\nu1,P1,5.0,1500000000000\n");
        Assert.Equal("P1=5@1500000000000", raw.Read(Source).HistoryOf("u1"));
    }

    [Fact]
    public void A_category_that_is_there_twice_is_no_guess()
    {
        using var raw = Files(Review("u1", "P1", 4, 0));
        Directory.CreateDirectory(Path.Combine(raw.Path, "copy"));
        File.WriteAllText(Path.Combine(raw.Path, "copy", Products), Product("P1", "A"));
        Assert.Contains("amazon-reviews-2023 finds All_Beauty twice, as ", raw.FailureOf(Source), StringComparison.Ordinal);
    }

    internal static string Product(string parent, string title, string fields = "\"categories\": []") =>
        $"{{\"title\": \"{title}\", {fields}, \"parent_asin\": \"{parent}\"}}\n";

    internal static string Review(string user, string parent, int rating, long time, string? asin = null, string text = "Fine", int helpful = 0) =>
        $"{{\"rating\": {rating}.0, \"title\": \"A\", \"text\": \"{text}\", \"images\": [], \"asin\": \"{asin ?? parent}\", \"parent_asin\": \"{parent}\", \"user_id\": \"{user}\", \"timestamp\": {1_500_000_000_000 + time}, \"helpful_vote\": {helpful}, \"verified_purchase\": true}}\n";

    private static RawFiles Files(string reviews, params string[] products) =>
        new RawFiles().With(Reviews, reviews).With(Products, products.Length == 0 ? Product("P1", "A") : string.Concat(products));
}
