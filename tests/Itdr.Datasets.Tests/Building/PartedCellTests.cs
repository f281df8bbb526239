using System.Globalization;
using Itdr.Datasets.Tests.Sources;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Building;

/// <summary>Cells of Amazon Reviews 2023, which are made of each category or pair by itself.</summary>
public class PartedCellTests
{
    private const string Source = "amazon-reviews-2023";

    [Fact]
    public void Negatives_come_from_the_category_and_are_untouched_in_the_whole_source()
    {
        using var raw = new RawFiles();
        Write(raw, "All_Beauty", "B", products: 30, Bought("u1", "B", Enumerable.Range(0, 12)) + Disliked("B", 30));
        Write(raw, "Software", "S", products: 30, Bought("u2", "S", Enumerable.Range(0, 12)) + Disliked("S", 30));
        using var built = BuiltFolder.Of(Source, raw.Path, static options => options with { Cells = [new CellName("top-k", Source)], Negatives = NegativeSampling.Popularity });
        var instances = built.Instances($"top-k/{Source}").ConvertAll(static one => one.Json);
        Assert.Equal([$"top-k.{Source}.All_Beauty.u1", $"top-k.{Source}.Software.u2"], instances.Select(static one => one.Text("id")));
        Assert.All(instances[0].Ids("task", "candidates"), static id => Assert.StartsWith("B", id, StringComparison.Ordinal));
        Assert.All(instances[1].Ids("task", "candidates"), static id => Assert.StartsWith("S", id, StringComparison.Ordinal));
        Assert.Equal("products in All Beauty", instances[0].Text("task", "domain", "items"));
    }

    [Fact]
    public void A_part_takes_no_more_than_its_limit_and_a_user_may_stand_in_several_parts()
    {
        using var raw = new RawFiles();
        foreach (var (category, letter) in new[] { ("All_Beauty", "B"), ("Software", "S") })
        {
            Write(raw, category, letter, products: 30, string.Concat(Enumerable.Range(0, 6).Select(user => Bought($"u{user}", letter, Enumerable.Range(user, 12)))));
        }

        using var built = BuiltFolder.Of(Source, raw.Path, static options => options with
        {
            Cells = [new CellName("next-item", Source)],
            Settings = [CellSetting.Parse($"next-item/{Source}.per-category=4")],
        });
        var instances = built.Instances($"next-item/{Source}").ConvertAll(static one => one.Json);
        Assert.Equal(8, instances.Count);
        Assert.Equal(4, instances.Count(static one => one.Text("id").Contains(".Software.", StringComparison.Ordinal)));
        Assert.Equal(4, instances.Select(static one => one.Text("user")).Distinct().Count());
    }

    [Fact]
    public void Cross_domain_takes_the_source_history_from_before_the_first_positive()
    {
        using var raw = new RawFiles();
        Write(raw, "All_Beauty", "B", products: 30, Bought("u1", "B", Enumerable.Range(0, 7), first: 100) + Bought("u1", "B", Enumerable.Range(10, 3), first: 900) + Bought("late", "B", Enumerable.Range(0, 7), first: 900));
        Write(raw, "Amazon_Fashion", "F", products: 30, Bought("u1", "F", Enumerable.Range(0, 12), first: 500) + Bought("late", "F", Enumerable.Range(0, 12), first: 500) + Disliked("F", 30));
        using var built = BuiltFolder.Of(Source, raw.Path, static options => options with { Cells = [new CellName("cross-domain", Source)] });
        var instance = built.Single($"cross-domain/{Source}");
        Assert.Equal($"cross-domain.{Source}.All_Beauty-Amazon_Fashion.u1", instance.Text("id"));
        Assert.Equal(["B02", "B03", "B04", "B05", "B06"], instance.Ids("task", "sourceHistory"));
        Assert.Equal(["F02", "F03", "F04", "F05", "F06"], instance.Ids("task", "history"));
        Assert.Equal(["F thing 11", "F thing 10", "F thing 9", "F thing 8", "F thing 7"], instance.Strings("answer", "ranking").Take(5));
        Assert.All(instance.Ids("task", "candidates"), static id => Assert.StartsWith("F", id, StringComparison.Ordinal));
        Assert.Equal("products in All Beauty", instance.Text("task", "sourceDomain", "items"));
        Assert.Equal("products in Amazon Fashion", instance.Text("task", "domain", "items"));
        Assert.Contains("per-pair 1563", File.ReadAllText(Path.Combine(built.Path, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_shards_merge_into_the_bytes_of_the_whole()
    {
        using var raw = BuiltFolder.Invent(Source, users: 80);
        using var folder = new TemporaryFolder();
        var options = new BuildOptions { Sources = [new SourceInput(Source, raw["raw"])], Output = folder["whole"], Threads = 2, Settings = [CellSetting.Parse($"top-k/{Source}.per-category=7")] };
        DatasetBuilder.Build(options);
        for (var shard = 0; shard < 3; shard++)
        {
            DatasetBuilder.Build(options with { Output = folder[$"part{shard}"], Shard = new BuildShard(shard, 3) });
        }

        DatasetMerger.Merge(new MergeOptions { Shards = [folder["part0"], folder["part1"], folder["part2"]], Output = folder["merged"] });
        Assert.Equal(folder.Entries("whole"), folder.Entries("merged"));
        Assert.All(folder.Entries("whole").Where(static path => !path.EndsWith('/')), path => Assert.Equal(File.ReadAllText(folder[$"whole/{path}"]), File.ReadAllText(folder[$"merged/{path}"])));
    }

    [Fact]
    public void Products_rated_below_4_are_neither_history_nor_positive_nor_negative()
    {
        using var raw = new RawFiles();
        Write(raw, "All_Beauty", "B", products: 18, Bought("u1", "B", Enumerable.Range(0, 10)) + AmazonReviewsTests.Review("u1", "B17", 2, 5) + Bought("other", "B", Enumerable.Range(0, 18)));
        using var built = BuiltFolder.Of(Source, raw.Path, static options => options with { Cells = [new CellName("top-k", Source)] });
        var instance = built.Instances($"top-k/{Source}").Single(static one => one.Json.Text("user") == "u1").Json;
        Assert.DoesNotContain("B17", instance.Ids("task", "candidates"));
        Assert.DoesNotContain("B17", instance.Ids("task", "history"));
    }

    [Fact]
    public void The_tag_of_a_next_item_is_the_store_or_else_the_last_category()
    {
        using var raw = new RawFiles();
        raw.With("meta_Software.jsonl", string.Concat(Enumerable.Range(0, 20).Select(static product => AmazonReviewsTests.Product(
            $"S{product:00}", $"Tool {product}", product % 2 == 0 ? "\"store\": \"Tide\", \"categories\": [\"A\"]" : "\"store\": null, \"categories\": [\"A\", \"Office\"]"))))
            .With("Software.jsonl", Bought("u1", "S", Enumerable.Range(0, 6)) + Bought("u2", "S", Enumerable.Range(0, 20)));
        using var built = BuiltFolder.Of(Source, raw.Path, static options => options with { Cells = [new CellName("next-item", Source)] });
        var instance = built.Instances($"next-item/{Source}")[0].Json;
        Assert.All(instance.GetProperty("task").GetProperty("history").EnumerateArray(), static item =>
            Assert.Equal(int.Parse(item.GetProperty("id").GetString()![1..], CultureInfo.InvariantCulture) % 2 == 0 ? "Tide" : "Office", item.GetProperty("tag").GetString()));
    }

    [Fact]
    public void A_user_who_reviews_an_item_again_counts_once_towards_the_interactions_that_it_must_have()
    {
        using var raw = new RawFiles();
        string Four(string product) => string.Concat("abcd".Select(user => AmazonReviewsTests.Review($"{user}", product, 5, 0)));
        raw.With("meta_All_Beauty.jsonl", AmazonReviewsTests.Product("B00", "Fern soap") + AmazonReviewsTests.Product("B01", "Moss soap"))
            .With("All_Beauty.jsonl", Four("B00") + AmazonReviewsTests.Review("a", "B00", 5, 9) + Four("B01") + AmazonReviewsTests.Review("e", "B01", 5, 9));
        using var built = BuiltFolder.Of(Source, raw.Path, static options => options with { Cells = [new CellName("target-users", Source)] });
        Assert.Equal("B01", built.Single($"target-users/{Source}").Text("item"));
    }

    [Fact]
    public void Target_users_shows_the_most_helpful_reviews_of_different_users_and_has_no_label()
    {
        using var raw = new RawFiles();
        string Say(string user, string text, int helpful, long time = 0) => AmazonReviewsTests.Review(user, "B00", 5, time, text: text, helpful: helpful);
        raw.With("meta_All_Beauty.jsonl", AmazonReviewsTests.Product("B00", "Fern soap", "\"store\": \"Tide\", \"price\": 3, \"features\": [\"Mild\"], \"categories\": []"))
            .With("All_Beauty.jsonl", Say("a", "Short<br />one", 9) + Say("a", "Second of a", 8, 1) + Say("b", "Quite helpful", 5) + Say("c", "Long but nobody cared", 0) + Say("d", "Nope", 0) + Say("e", new string('x', 600), 99));
        using var built = BuiltFolder.Of(Source, raw.Path, static options => options with { Cells = [new CellName("target-users", Source)] });
        var instance = built.Single($"target-users/{Source}");
        Assert.Equal(["Short one", "Quite helpful", "Long but nobody cared"], instance.Strings("task", "comments"));
        Assert.Equal("""[{"name":"category","value":"All Beauty"},{"name":"store","value":"Tide"},{"name":"features","value":"Mild"},{"name":"price","value":"$3.00"}]""", instance.GetProperty("task").GetProperty("properties").GetRawText());
        Assert.Equal("B00", instance.Text("item"));
        Assert.False(instance.TryGetProperty("answer", out _));
    }

    private static void Write(RawFiles raw, string category, string letter, int products, string reviews) => raw
        .With($"meta_{category}.jsonl", string.Concat(Enumerable.Range(0, products).Select(product => AmazonReviewsTests.Product($"{letter}{product:00}", $"{letter} thing {product}"))))
        .With($"{category}.jsonl", reviews);

    /// <summary>What somebody who likes nothing bought, so that there are products to draw negatives from.</summary>
    private static string Disliked(string letter, int products) =>
        string.Concat(Enumerable.Range(0, products).Select(product => AmazonReviewsTests.Review("grumpy", $"{letter}{product:00}", 1, product)));

    /// <summary>Reviews with 5 stars, one after the other.</summary>
    private static string Bought(string user, string letter, IEnumerable<int> products, long first = 0) =>
        string.Concat(products.Select((product, place) => AmazonReviewsTests.Review(user, $"{letter}{product:00}", 5, first + place)));
}
