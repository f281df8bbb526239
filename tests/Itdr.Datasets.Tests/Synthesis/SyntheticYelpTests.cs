using System.Text.Json;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticYelpTests(SyntheticYelpTests.Files files) : IClassFixture<SyntheticYelpTests.Files>
{
    private const string Businesses = "yelp_academic_dataset_business.json";
    private const string Reviews = "yelp_academic_dataset_review.json";
    private const string Users = "yelp_academic_dataset_user.json";

    [Theory]
    [InlineData(Businesses, "business_id,name,address,city,state,postal_code,latitude,longitude,stars,review_count,is_open,attributes,categories,hours")]
    [InlineData(Reviews, "review_id,user_id,business_id,stars,useful,funny,cool,text,date")]
    public void Every_line_is_a_compact_object_with_the_real_keys_in_their_order(string name, string keys)
    {
        Assert.All(files.Lines(name), line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.Equal(keys.Split(','), json.RootElement.EnumerateObject().Select(static property => property.Name));
        });
        Assert.DoesNotMatch("\":[ ]|\",[ ]\"[a-z]+\":", files.Text(name));
    }

    [Theory]
    [InlineData("\"attributes\":null")]
    [InlineData("\"categories\":null")]
    [InlineData("\"hours\":null")]
    [InlineData("\"address\":\"\"")]
    [InlineData("\"postal_code\":\"\"")]
    [InlineData("\"name\":\"[^\"]* \\\\/ [^\"]*\"")] // an escaped slash
    [InlineData("\"categories\":\"[^\"]*Wine\\\\/Cheese Shops")]
    [InlineData("\"WiFi\":\"u'free'\"")] // one value in two spellings
    [InlineData("\"WiFi\":\"'free'\"")]
    [InlineData("\"BusinessParking\":\"\\{'garage': False, ")]
    [InlineData(":\"None\"")]
    [InlineData("\":\"0:0-0:0\"")]
    [InlineData("\"Tuesday\":\"\\d+:0-\\d+:30\"")]
    [InlineData("\"name\":\"Café [A-Z]")]
    [InlineData("\"stars\":[2-5]\\.[05],")]
    public void Businesses_show_the_irregularities_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Businesses));
    }

    [Theory]
    [InlineData("[^\\\\]\\\\n")]
    [InlineData("\\\\r\\\\n")]
    [InlineData("\\\\\"")]
    [InlineData("24\\\\/7")]
    [InlineData("😀")]
    [InlineData("\"useful\":-1")]
    [InlineData("\"stars\":[1-5]\\.0,")]
    [InlineData("\"date\":\"20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\"\\}")]
    public void Reviews_show_the_irregularities_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Reviews));
        Assert.DoesNotContain("\\u", files.Text(Reviews), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_reviews_a_business_twice_and_reviews_stand_in_no_order()
    {
        var pairs = files.Lines(Reviews).Select(static line => JsonDocument.Parse(line).RootElement)
            .Select(static row => (User: row.GetProperty("user_id").GetString(), Business: row.GetProperty("business_id").GetString(), Date: row.GetProperty("date").GetString())).ToList();

        Assert.True(pairs.Select(static pair => (pair.User, pair.Business)).Distinct().Count() < pairs.Count);
        Assert.NotEqual(pairs.Select(static pair => pair.Date).Order(StringComparer.Ordinal), pairs.Select(static pair => pair.Date));
    }

    [Fact]
    public void A_user_has_a_line_of_more_than_a_hundred_kilobytes_and_others_have_no_friends()
    {
        var lines = files.Lines(Users);

        Assert.Equal(120, lines.Count);
        Assert.Contains(lines, static line => line.Length > 200_000);
        Assert.Contains(lines, static line => line.Contains("\"friends\":\"None\"", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains("\"elite\":\"2019,20,20,2021\"", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains("\"elite\":\"\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Most_users_review_six_businesses()
    {
        var reviews = files.Lines(Reviews).Select(static line => JsonDocument.Parse(line).RootElement)
            .Select(static row => (User: row.GetProperty("user_id").GetString()!, Business: row.GetProperty("business_id").GetString()));

        Assert.True(reviews.Distinct().CountBy(static pair => pair.User).Count(static user => user.Value >= 6) > 60);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("yelp");
}
