using Itdr.Datasets.Sampling;
using Itdr.Datasets.Tables;
using Itdr.Datasets.Tests.Sources;

namespace Itdr.Datasets.Tests.Building;

/// <summary>What one instance of user-attributes, target-users and top-k over mind is, on rows written by hand.</summary>
public class AttributeAndTargetTests
{
    private const string BookHeader = "ISBN,Book_Title,Book_Author,Year_Of_Publication,Publisher\n";

    private static RawFiles Books(string ratings, string users, string? books = null) => new RawFiles()
        .With("Ratings.csv", "User-ID,ISBN,Book-Rating\n" + ratings)
        .With("Users.csv", "User-ID,Location,Age\n" + users)
        .With("Books.csv", BookHeader + (books ?? string.Concat(Enumerable.Range(1, 30).Select(static book => $"{book},B{book},{(book == 3 ? "" : $"A{book}")},{1990 + book},P\n"))));

    private static BuiltFolder Build(RawFiles raw, string source, string cell, params string[] settings) => BuiltFolder.Of(source, raw.Path, options => options with
    {
        Cells = [CellName.Parse($"{cell}/{source}")],
        MaxBadRows = 1,
        Settings = [.. settings.Select(setting => CellSetting.Parse($"{cell}/{source}.{setting}"))],
    });

    [Fact]
    public void Users_with_ratings_whom_the_user_file_lacks_are_counted_and_named()
    {
        using var raw = Books("1,1,6\n2,1,7\n3,1,8\n", "1,\"oslo, viken, norway\",33\n");
        using var built = Build(raw, "bookcrossing", "user-attributes");
        var refused = Assert.Single(built.Report.Sources[0].Files.Single(static file => file.Name == "Ratings.csv").Refused);
        Assert.Equal(("user among the sampled ones whom the user file lacks", 2L, 0L, false), (refused.Reason, refused.Count, refused.Line, refused.IsBad));
        Assert.Contains(refused.Found, (string[])["user 2", "user 3"]);
    }

    [Fact]
    public void Books_rated_from_6_are_shown_by_author_the_highest_first_and_low_ones_are_not()
    {
        using var raw = Books("1,1,6\n1,2,10\n1,3,8\n1,4,5\n1,5,0\n", "1,\"oslo, viken, norway\",33\n");
        using var built = Build(raw, "bookcrossing", "user-attributes");
        var instance = built.Single("user-attributes/bookcrossing");
        Assert.Equal(["B2 by A2", "B3", "B1 by A1"], instance.Titles("task", "items"));
        Assert.Equal(["location", "age"], instance.Strings("task", "attributes"));
        Assert.Equal(("oslo, viken, norway", "33"), (instance.Text("answer", "location"), instance.Text("answer", "age")));
    }

    [Fact]
    public void A_user_who_rated_nothing_from_6_is_shown_with_what_was_read()
    {
        using var raw = Books("1,1,0\n1,2,0\n1,3,3\n", "1,\"oslo, viken, norway\",33\n");
        using var built = Build(raw, "bookcrossing", "user-attributes");
        Assert.Equal(["B3", "B2 by A2", "B1 by A1"], built.Single("user-attributes/bookcrossing").Titles("task", "items"));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("4", 0)]
    [InlineData("5", 1)]
    [InlineData("100", 1)]
    [InlineData("101", 0)]
    [InlineData("244", 0)]
    [InlineData("NULL", 0)]
    public void Ages_from_5_to_100_are_plausible(string age, int eligible)
    {
        using var raw = Books("1,1,6\n", $"1,\"oslo, viken, norway\",{age}\n");
        using var built = Build(raw, "bookcrossing", "user-attributes");
        Assert.Equal(eligible, built.Report.Cells[0].Eligible);
    }

    [Fact]
    public void The_bounds_of_plausible_ages_can_be_set()
    {
        using var raw = Books("1,1,6\n", "1,\"oslo, viken, norway\",244\n");
        Assert.Throws<DatasetException>(() => Build(raw, "bookcrossing", "user-attributes", "max-age=244"));
        using var built = Build(raw, "bookcrossing", "user-attributes", "max-age=150", "min-age=20");
        Assert.Equal(0, built.Report.Cells[0].Eligible);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public void Rating_prediction_over_bookcrossing_takes_six_explicit_ratings_and_claims_no_order(int ratings, int eligible)
    {
        var rows = string.Concat(Enumerable.Range(1, ratings).Select(static book => $"1,{book},{book}\n1,{book + 20},0\n"));
        using var raw = Books(rows, "1,\"oslo, viken, norway\",33\n");
        using var built = Build(raw, "bookcrossing", "rating-prediction");
        Assert.Equal(eligible, built.Report.Cells[0].Eligible);
        if (eligible > 0)
        {
            var instance = built.Single("rating-prediction/bookcrossing");
            Assert.Equal(("B6", "6"), (instance.Text("task", "target", "title"), instance.Text("answer", "rating")));
            Assert.False(instance.GetProperty("task").TryGetProperty("historyOrder", out var order) && order.ValueKind != System.Text.Json.JsonValueKind.Null);
        }
    }

    [Fact]
    public void A_listener_of_whom_only_one_attribute_is_known_is_asked_for_that_one()
    {
        using var raw = new RawFiles()
            .With("userid-timestamp-artid-artname-traid-traname.tsv", "user_000001\t2009-05-04T23:08:57Z\t\tLamp\t\tx\nuser_000001\t2009-05-04T23:08:58Z\t\tLark\t\tx\nuser_000001\t2009-05-04T23:08:59Z\t\tLark\t\tx\nuser_000002\t2009-05-04T23:08:59Z\t\tLark\t\tx\n")
            .With("userid-profile.tsv", "#id\tgender\tage\tcountry\tregistered\nuser_000001\tm\t3\t\t\nuser_000002\t\t\t\t\n");
        using var built = Build(raw, "lastfm-1k", "user-attributes");
        var instance = built.Single("user-attributes/lastfm-1k");
        Assert.Equal(["Lark", "Lamp"], instance.Titles("task", "items"));
        Assert.Equal(["gender"], instance.Strings("task", "attributes"));
        Assert.Equal("m", instance.Text("answer", "gender"));
    }

    [Fact]
    public void Target_users_asks_about_an_item_with_its_properties_and_has_no_label()
    {
        var rows = string.Concat(Enumerable.Range(1, 5).Select(static user => $"{user},2,0\n")) + "1,1,5\n";
        using var raw = Books(rows, "1,\"oslo, viken, norway\",33\n");
        using var built = Build(raw, "bookcrossing", "target-users");
        var instance = built.Single("target-users/bookcrossing");
        Assert.Equal(("target-users.bookcrossing.2", "2", "B2"), (instance.Text("id"), instance.Text("item"), instance.Text("task", "target", "title")));
        Assert.Equal(["author: A2", "year: 1992", "publisher: P"], instance.GetProperty("task").GetProperty("properties").EnumerateArray().Select(static property => $"{property.Text("name")}: {property.Text("value")}"));
        Assert.False(instance.TryGetProperty("answer", out _));
        Assert.False(instance.TryGetProperty("user", out _));
    }

    [Fact]
    public void The_items_of_target_users_are_those_with_the_smallest_hashes_whatever_the_users()
    {
        var rows = string.Concat(Enumerable.Range(1, 20).SelectMany(static book => Enumerable.Range(1, 6).Select(user => $"{user},{book},0\n")));
        using var raw = Books(rows, "1,\"oslo, viken, norway\",33\n");
        using var built = BuiltFolder.Of("bookcrossing", raw.Path, static options => options with { Cells = [CellName.Parse("target-users/bookcrossing")], Limit = 4 });
        var hash = new SampleHash(42, "bookcrossing");
        var expected = Enumerable.Range(1, 20).Select(static book => book.ToString(System.Globalization.CultureInfo.InvariantCulture)).OrderBy(hash.Of).Take(4).Order(StringComparer.Ordinal);
        Assert.Equal(expected, built.Instances("target-users/bookcrossing").Select(static one => one.Json.Text("item")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_movie_is_told_by_year_genres_and_its_commonest_tags()
    {
        var ratings = string.Concat(Enumerable.Range(1, 5).Select(static user => $"{user},1,4.0,1000000100\r\n"));
        using var raw = RawFiles.OfMl32M(ratings).With("tags.csv", "userId,movieId,tag,timestamp\r\n1,1,Slow,1\r\n2,1,slow,1\r\n3,1,\"big, red\",1\r\n4,2,x,1\r\n");
        using var built = Build(raw, RawFiles.Ml32M, "target-users");
        var properties = built.Single("target-users/movielens-32m").GetProperty("task").GetProperty("properties").EnumerateArray();
        Assert.Equal(["year: 1990", "genres: Drama", "top tags: slow, big, red"], properties.Select(static property => $"{property.Text("name")}: {property.Text("value")}"));
    }

    [Fact]
    public void Of_reviews_the_most_helpful_then_the_longest_of_different_users_are_shown()
    {
        var reviews = new ItemReviews(new HashSet<int> { 1 }, most: 3, mostCharacters: 20);
        Review[] all =
        [
            new("a", 1, 5, 9, 1, "helpful"), new("a", 1, 5, 8, 2, "same user"), new("b", 1, 5, 0, 3, "short"), new("c", 1, 5, 0, 4, "quite long text"),
            new("d", 1, 5, 0, 5, "a middle one"), new("e", 1, 5, 99, 6, new string('x', 20)), new("f", 2, 5, 99, 7, "other item"), new("g", 1, 5, 99, 7, ""),
        ];
        foreach (var order in new[] { all, [.. all.Reverse()] })
        {
            var kept = new ItemReviews(new HashSet<int> { 1 }, most: 3, mostCharacters: 20);
            Array.ForEach(order, kept.Add);
            Assert.Equal(["helpful", "quite long text", "a middle one"], kept.Of(1));
        }

        Assert.Empty(reviews.Of(1));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(NegativeSampling.Uniform, false)]
    public void Negatives_of_mind_were_shown_and_never_clicked_unless_another_way_is_asked_for(NegativeSampling? negatives, bool areShown)
    {
        var news = string.Concat(Enumerable.Range(1, 200).Select(static id => $"N{id}\tsports\tgolf\tNews {id}\t\t\t[]\t[]\n"));
        var others = string.Concat(Enumerable.Range(20, 181).Select(static id => $"1\tU9\t11/12/2019 2:14:46 PM\t\tN{id}-1\n"));
        using var raw = new RawFiles().With("news.tsv", news)
            .With("behaviors.tsv", "1\tU7\t11/12/2019 2:14:46 PM\tN1 N2 N3 N4 N5 N6\tN7-1 N8-1 N9-1 N11-0 N12-0 N13-0\n2\tU7\t11/13/2019 2:14:46 PM\tN1 N2 N3 N4 N5 N6\tN10-1 N14-1 N15-1 N16-0 N17-0 N7-0\n" + others);
        using var built = BuiltFolder.Of("mind", raw.Path, options => options with { Cells = [CellName.Parse("top-k/mind")], Negatives = negatives });
        var instance = built.Single("top-k/mind");
        Assert.Equal(["N2", "N3", "N4", "N5", "N6"], instance.Ids("task", "history"));
        string[] positives = ["N7", "N8", "N9", "N10", "N14"];
        var drawn = instance.Ids("task", "candidates").Except(positives).ToHashSet();
        Assert.Equal(5, drawn.Count);
        Assert.Equal(areShown, drawn.SetEquals(["N11", "N12", "N13", "N16", "N17"]));
        Assert.Equal(areShown ? "default" : "uniform", Itdr.Instances.DatasetManifest.Load(built.Path).Options.Negatives);
    }
}
