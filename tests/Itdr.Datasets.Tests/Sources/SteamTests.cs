namespace Itdr.Datasets.Tests.Sources;

/// <summary>What is odd about the files of Steam, on lines written by hand.</summary>
public class SteamTests
{
    private const string Source = "steam";
    private const string Games = "steam_games.json";
    private const string Reviews = "steam_reviews.json";

    [Fact]
    public void Python_2_texts_with_either_quote_and_all_escapes_are_read()
    {
        using var raw = Files(@"{u'id': u'1', u'title': u""It's \xc9t\xe9"", u'genres': [u'Indie', u'Free to Play']}" + "\n"
            + @"{u'title': u'\u591c\U0001f319 \'n\' Roll', u'id': u'2'}" + "\n");
        var tables = raw.Read(Source);
        Assert.Equal("It's Été", tables.Titles["1"]);
        Assert.Equal("夜🌙 'n' Roll", tables.Titles["2"]);
        Assert.Equal(["Indie", "Free to Play"], tables.Items[0].Categories);
    }

    [Fact]
    public void A_game_without_a_title_goes_by_its_app_name_and_entities_are_decoded()
    {
        using var raw = Files("{u'id': u'1', u'app_name': u'Moss &amp;amp; Fern'}\n{u'id': u'2', u'title': None, u'app_name': u'Fog'}\n");
        Assert.Equal(["Moss & Fern", "Fog"], raw.Read(Source).Titles.Values);
    }

    [Fact]
    public void A_game_without_id_is_left_out_and_one_listed_twice_stays_once()
    {
        using var raw = Files("{u'id': u'612880', u'title': u'Moss'}\n{u'title': u'No id'}\n{u'id': u'612880', u'title': u'Moss'}\n{u'id': u'3'}\n");
        var tables = raw.Read(Source);
        Assert.Equal([$"{Games}:2 no id ×1", $"{Games}:3 one more row for an item, of the same title ×1", $"{Games}:4 no title ×1"], tables.Refused.Where(static refused => refused.StartsWith(Games, StringComparison.Ordinal)));
        Assert.Equal(["Moss"], tables.Titles.Values);
    }

    [Theory]
    [InlineData("9.99", "$9.99")]
    [InlineData("u'Free To Play'", "Free To Play")]
    [InlineData("None", null)]
    [InlineData("u''", null)]
    public void A_price_is_a_number_or_a_text(string written, string? expected)
    {
        using var raw = Files($"{{u'id': u'1', u'title': u'Moss', u'price': {written}}}\n");
        Assert.Equal(expected, raw.Read(Source).Items[0].PropertyOf("price"));
    }

    [Fact]
    public void Whatever_the_order_of_the_keys_and_with_keys_missing_a_game_is_read()
    {
        using var raw = Files("{u'specs': [u'Co-op'], u'metascore': u'NA', u'tags': [u'Calm', u'Sea'], u'release_date': u'Soon..', u'publisher': u'Tide', u'early_access': False, u'title': u'Moss', u'id': u'1'}\n{u'id': u'2', u'title': u'Bare'}\n");
        var items = raw.Read(Source).Items;
        Assert.Equal(["tags: Calm, Sea", "specs: Co-op", "publisher: Tide"], items[0].Properties.Select(static property => $"{property.Name}: {property.Value}"));
        Assert.Empty(items[1].Properties);
    }

    [Fact]
    public void A_user_goes_by_the_display_name_and_hours_stand_in_place_of_a_rating()
    {
        using var raw = Files("{u'id': u'725280', u'title': u'Moss'}\n").With(
            Reviews,
            "{u'username': u'Sea Otter', u'hours': 0.5, u'products': 41, u'product_id': u'725280', u'page_order': 0, u'date': u'2017-12-17', u'text': u'Calm', u'early_access': False, u'page': 1}\n"
            + "{u'username': u'Tern', u'user_id': u'7656', u'product_id': u'725280', u'date': u'2017-12-18', u'text': u'Calm', u'compensation': u'Product received for free', u'found_funny': 3}\n");
        var tables = raw.Read(Source);
        Assert.Equal("725280=0.5@1513468800", tables.HistoryOf("Sea Otter"));
        Assert.Equal("725280=0@1513555200", tables.HistoryOf("Tern"));
        Assert.Empty(tables.Refused);
    }

    [Fact]
    public void Repeated_rows_of_a_user_and_a_game_count_once()
    {
        var row = Review("Tern", "1");
        using var raw = Files("{u'id': u'1', u'title': u'Moss'}\n").With(Reviews, row + row + row);
        var tables = raw.Read(Source);
        Assert.Single(tables.Sample.Users.Single().Interactions);
        Assert.Equal([$"{Reviews}:2 repeated user and item among the sampled users, the earliest by time kept ×2"], tables.Refused);
    }

    [Fact]
    public void A_review_of_a_game_that_is_not_listed_or_without_a_user_is_left_out()
    {
        using var raw = Files("{u'id': u'1', u'title': u'Moss'}\n").With(Reviews, Review("Tern", "1") + Review("Tern", "99") + Review("", "1"));
        Assert.Equal([$"{Reviews}:3 no user ×1", $"{Reviews}:2 item that the item file lacks ×1"], raw.Read(Source, maxBadRows: 0).Refused.OrderByDescending(static text => text));
    }

    [Theory]
    [InlineData("u'2017-12-32'", "1.0", "time out of range")]
    [InlineData("u'2017-12-17'", "u'many'", "not a number")]
    [InlineData("u'2017-12-17'", "-1.0", "not a number")]
    public void A_review_with_an_impossible_date_or_hours_is_counted(string date, string hours, string reason)
    {
        using var raw = Files("{u'id': u'1', u'title': u'Moss'}\n").With(
            Reviews, Review("Tern", "1") + $"{{u'username': u'a', u'product_id': u'1', u'date': {date}, u'hours': {hours}}}\n");
        Assert.Equal([$"{Reviews}:2 {reason} ×1"], raw.Read(Source).Refused);
    }

    private static RawFiles Files(string games) => new RawFiles().With(Games, games).With(Reviews, Review("Tern", "1"));

    private static string Review(string user, string game) => $"{{u'username': u'{user}', u'product_id': u'{game}', u'date': u'2017-12-17', u'hours': 1.5, u'text': u'Calm.'}}\n";
}
