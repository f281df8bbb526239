using System.Text.Json;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticAmazonReviews2023Tests(SyntheticAmazonReviews2023Tests.Files files) : IClassFixture<SyntheticAmazonReviews2023Tests.Files>
{
    private static readonly string[] Categories =
    [
        "All_Beauty", "Amazon_Fashion", "Appliances", "Arts_Crafts_and_Sewing", "Baby_Products", "CDs_and_Vinyl",
        "Grocery_and_Gourmet_Food", "Home_and_Kitchen", "Industrial_and_Scientific", "Musical_Instruments", "Software", "Video_Games",
    ];

    public static TheoryData<string, string> Pairs => new()
    {
        { "Appliances", "Industrial_and_Scientific" },
        { "All_Beauty", "Amazon_Fashion" },
        { "CDs_and_Vinyl", "Video_Games" },
        { "Grocery_and_Gourmet_Food", "Home_and_Kitchen" },
    };

    [Fact]
    public void All_twelve_categories_have_reviews_and_products()
    {
        Assert.Equal(Categories.SelectMany(static name => new[] { $"{name}.jsonl.gz", $"meta_{name}.jsonl.gz" }).Order(StringComparer.Ordinal), files.Names);
    }

    [Fact]
    public void Compressed_files_carry_no_time_and_no_name()
    {
        Assert.All(files.Names, name =>
        {
            var bytes = files.Bytes(name);
            Assert.Equal([0x1F, 0x8B, 8, 0, 0, 0, 0, 0], bytes[..8]);
        });
    }

    [Fact]
    public void Every_line_is_ascii_json_with_the_real_keys_and_blanks()
    {
        foreach (var (name, keys) in new[]
        {
            ("Software.jsonl.gz", "rating,title,text,images,asin,parent_asin,user_id,timestamp,helpful_vote,verified_purchase"),
            ("meta_Software.jsonl.gz", "main_category,title,average_rating,rating_number,features,description,price,images,videos,store,categories,details,parent_asin,bought_together"),
        })
        {
            Assert.All(files.Lines(name), line =>
            {
                Assert.True(System.Text.Ascii.IsValid(line));
                using var json = JsonDocument.Parse(line);
                Assert.Equal(keys.Split(','), json.RootElement.EnumerateObject().Select(static property => property.Name));
                Assert.DoesNotMatch("\":[^ ]|,\"[a-z_]+\": ", line);
            });
        }
    }

    [Theory]
    [InlineData("\"rating\": [1-5]\\.0, ")]
    [InlineData("<br />")]
    [InlineData("&#34;")]
    [InlineData("D\\\\u00e9j\\\\u00e0 vu\\\\u2026 \\\\ud83d\\\\ude42")] // letters and a surrogate pair as \u
    [InlineData("\"images\": \\[\\{\"small_image_url\": ")]
    [InlineData("\"images\": \\[\\], ")]
    [InlineData("\"timestamp\": 1\\d{12}, ")] // milliseconds
    [InlineData("\"verified_purchase\": false")]
    public void Reviews_show_the_irregularities_of_the_real_files(string pattern)
    {
        Assert.Matches(pattern, files.Text("Home_and_Kitchen.jsonl.gz"));
    }

    [Theory]
    [InlineData("\"price\": \\d+\\.\\d+, ")] // one field of three types
    [InlineData("\"price\": null, ")]
    [InlineData("\"price\": \"from \\d+\\.\\d\\d\", ")]
    [InlineData("\"price\": \"\\\\u2014\", ")]
    [InlineData("\"store\": null, ")]
    [InlineData("\"main_category\": null, ")]
    [InlineData("\"features\": \\[\\], ")]
    [InlineData("\"details\": \\{\\}, ")]
    [InlineData("\"details\": \\{\"Brand\": .*\"Best Sellers Rank\": \\{\"Home and Kitchen\": \\d+\\}\\}")]
    [InlineData("&amp;")]
    [InlineData("\"title\": \"[^\"]{220,}\"")] // longer than a prompt takes
    [InlineData("\\d\\\\\" x \\d+\\\\\"")] // inches
    [InlineData("\"bought_together\": null")]
    public void Products_show_the_irregularities_of_the_real_files(string pattern)
    {
        Assert.Matches(pattern, files.Text("meta_Home_and_Kitchen.jsonl.gz"));
    }

    [Fact]
    public void Products_of_beauty_have_no_categories_and_a_main_category_need_not_be_the_files()
    {
        Assert.DoesNotMatch("\"categories\": \\[\"", files.Text("meta_All_Beauty.jsonl.gz"));
        Assert.Contains("\"main_category\": \"Tools & Home Improvement\"", files.Text("meta_Appliances.jsonl.gz"), StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_differ_from_their_parent_and_some_parents_have_no_product()
    {
        var reviews = Reviews("Appliances");
        var products = files.Lines("meta_Appliances.jsonl.gz").Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("parent_asin").GetString()).ToHashSet();

        Assert.Contains(reviews, static review => review.Asin != review.Parent);
        Assert.Contains(reviews, review => !products.Contains(review.Parent));
        Assert.True(reviews.DistinctBy(static review => (review.User, review.Parent)).Count() < reviews.Count);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Somebody_likes_five_things_of_the_source_and_ten_of_the_target(string source, string target)
    {
        var liked = Reviews(source).Where(static review => review.Rating >= 4).CountBy(static review => review.User).ToDictionary();
        var likedThere = Reviews(target).Where(static review => review.Rating >= 4).CountBy(static review => review.User).ToDictionary();

        Assert.True(liked.Count(user => user.Value >= 5 && likedThere.GetValueOrDefault(user.Key) >= 10) >= 10);
    }

    private List<(string User, string Asin, string Parent, double Rating)> Reviews(string category) =>
        [.. files.Lines($"{category}.jsonl.gz").Select(static line => JsonDocument.Parse(line).RootElement).Select(static row =>
            (row.GetProperty("user_id").GetString()!, row.GetProperty("asin").GetString()!, row.GetProperty("parent_asin").GetString()!, row.GetProperty("rating").GetDouble()))];

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("amazon-reviews-2023");
}
