namespace Itdr.Datasets.Tests.Sources;

/// <summary>What is odd about the files of Yelp, on lines written by hand.</summary>
public class YelpTests
{
    private const string Source = "yelp";
    private const string Businesses = "yelp_academic_dataset_business.json";
    private const string Reviews = "yelp_academic_dataset_review.json";

    [Fact]
    public void Escaped_slashes_and_raw_UTF_8_are_read()
    {
        using var raw = Files(Business("""
            "name":"Caf\u00e9 \/ Bar Smørbrød","city":"Ærø"
            """));
        Assert.Equal("Café / Bar Smørbrød", raw.Read(Source).Titles["b1"]);
    }

    [Fact]
    public void Categories_come_as_one_text_as_null_or_in_older_editions_as_a_list()
    {
        using var raw = Files(
            Business("""
                "name":"A","categories":"Bars, Nightlife (Late), Food \/ Drink"
                """),
            Business("""
                "name":"B","categories":null
                """, "b2"),
            Business("""
                "name":"C","categories":["Bars","Food"]
                """, "b3"));
        var items = raw.Read(Source).Items;
        Assert.Equal(["Bars", "Nightlife (Late)", "Food / Drink"], items[0].Categories);
        Assert.Empty(items[1].Categories);
        Assert.Null(items[1].PropertyOf("categories"));
        Assert.Equal(["Bars", "Food"], items[2].Categories);
    }

    [Fact]
    public void Names_of_attributes_that_are_words_already_keep_one_blank_between_them()
    {
        using var raw = Files(Business("\"name\":\"A\",\"attributes\":{\"Accepts Credit Cards\":true,\"street_Parking\":true}"));
        Assert.Equal("accepts credit cards, street parking", raw.Read(Source).Items[0].PropertyOf("attributes"));
    }

    [Fact]
    public void Attributes_are_Python_literals_in_texts_of_which_the_true_ones_are_told()
    {
        using var raw = Files(
            Business("""
                "name":"A","attributes":{"OutdoorSeating":"True","WiFi":"u'free'","Alcohol":"'none'","BikeParking":"False","ByAppointmentOnly":"None","BusinessParking":"{'garage': False, 'street': True, u'valet': True}","GoodForKids":"True"}
                """),
            Business("""
                "name":"B","attributes":null
                """, "b2"));
        var items = raw.Read(Source).Items;
        Assert.Equal("outdoor seating, business parking: street, business parking: valet, good for kids", items[0].PropertyOf("attributes"));
        Assert.Null(items[1].PropertyOf("attributes"));
    }

    [Fact]
    public void Stars_are_decimal_or_in_older_editions_whole()
    {
        using var raw = Files(Business("\"name\":\"A\"")).With(Reviews, Review("5.0") + Review("4", date: "2019-01-01 00:00:00", user: "u2"));
        var tables = raw.Read(Source);
        Assert.Equal("b1=5@1531001351", tables.HistoryOf("u1"));
        Assert.Equal("b1=4@1546300800", tables.HistoryOf("u2"));
    }

    [Fact]
    public void A_second_review_of_a_business_counts_once_and_the_earliest_stays()
    {
        using var raw = Files(Business("\"name\":\"A\"")).With(Reviews, Review("2.0", date: "2019-01-01 00:00:00") + Review("5.0", date: "2018-01-01 00:00:00"));
        var tables = raw.Read(Source);
        Assert.Equal("b1=5@1514764800", tables.HistoryOf("u1"));
        Assert.Equal([$"{Reviews}:2 repeated user and item among the sampled users, the earliest by time kept ×1"], tables.Refused);
    }

    [Theory]
    [InlineData("4.5", "2018-07-07 22:09:11", "rating out of range")]
    [InlineData("6", "2018-07-07 22:09:11", "rating out of range")]
    [InlineData("null", "2018-07-07 22:09:11", "not a number")]
    [InlineData("4.0", "07/07/2018", "time out of range")]
    [InlineData("4.0", "1018-07-07 22:09:11", "time out of range")]
    public void A_review_with_impossible_stars_or_time_is_counted(string stars, string date, string reason)
    {
        using var raw = Files(Business("\"name\":\"A\"")).With(Reviews, Review("3.0") + Review(stars, date));
        Assert.Equal([$"{Reviews}:2 {reason} ×1"], raw.Read(Source).Refused);
    }

    [Fact]
    public void A_review_of_a_business_that_is_not_listed_is_left_out_and_speaks_not_against_the_file()
    {
        using var raw = Files(Business("\"name\":\"A\"")).With(Reviews, Review("3.0") + Review("3.0", business: "gone"));
        Assert.Equal([$"{Reviews}:2 item that the item file lacks ×1"], raw.Read(Source, maxBadRows: 0).Refused);
    }

    [Fact]
    public void A_line_without_its_user_is_counted_as_missing_it()
    {
        using var raw = Files(Business("\"name\":\"A\"")).With(Reviews, Review("3.0") + Review("3.0").Replace("user_id", "user", StringComparison.Ordinal));
        Assert.Equal([$"{Reviews}:2 missing field ×1"], raw.Read(Source).Refused);
    }

    private static RawFiles Files(params string[] businesses) =>
        new RawFiles().With(Businesses, string.Concat(businesses)).With(Reviews, Review("3.0"));

    private static string Business(string fields, string id = "b1") => $"{{\"business_id\":\"{id}\",{fields.Trim()}}}\n";

    private static string Review(string stars, string date = "2018-07-07 22:09:11", string user = "u1", string business = "b1") =>
        $"{{\"review_id\":\"r\",\"user_id\":\"{user}\",\"business_id\":\"{business}\",\"stars\":{stars},\"useful\":-1,\"funny\":0,\"cool\":0,\"text\":\"Good\\nand \\/ fine\",\"date\":\"{date}\"}}\n";
}
