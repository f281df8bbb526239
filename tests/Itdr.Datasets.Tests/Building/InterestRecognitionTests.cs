using Itdr.Datasets.Tests.Sources;

namespace Itdr.Datasets.Tests.Building;

public class InterestRecognitionTests
{
    private const string Books = $"interest-recognition/{AmazonBooksTests.Source}";
    private const string Steam = "interest-recognition/steam";

    [Fact]
    public void The_best_and_the_worst_are_shown_the_most_recent_first_with_what_the_user_wrote()
    {
        using var raw = AmazonBooksTests.Files(
            Rated("u1", ("A", 4, 1), ("B", 5, 2), ("C", 5, 3), ("D", 4, 4), ("E", 3, 5), ("F", 1, 6), ("G", 2, 7), ("H", 1, 8)),
            Titles("A", "B", "C", "D", "E", "F", "G", "H"));
        using var built = BuiltFolder.Of(AmazonBooksTests.Source, raw.Path, static options => options with { Cells = [CellName.Parse(Books)] });
        var instance = built.Single(Books);
        Assert.Equal(["C: on C", "B: on B", "D: on D"], Shown(instance, "liked"));
        Assert.Equal(["H: on H", "F: on F", "G: on G"], Shown(instance, "disliked"));
        Assert.Empty(Shown(instance, "reviewed"));
        Assert.False(instance.TryGetProperty("answer", out _));
    }

    [Fact]
    public void Two_of_each_are_needed_and_an_opinion_without_a_text_does_not_count()
    {
        using var raw = AmazonBooksTests.Files(
            Rated("one", ("A", 5, 1), ("B", 5, 2), ("C", 1, 3))
            + Rated("mute", ("A", 5, 1), ("B", 5, 2), ("C", 1, 3)) + AmazonBooksTests.Row("1", "D", "mute", "1.0", "1000000009", text: "\"<br />\""),
            Titles("A", "B", "C", "D"));
        using var built = BuiltFolder.Of(AmazonBooksTests.Source, raw.Path, static options => options with { Cells = [CellName.Parse(Books)] });
        var cell = Assert.Single(built.Report.Cells);
        Assert.Equal(0, cell.Instances);
        Assert.Equal("too few items with a text", Assert.Single(cell.Refused).Reason);
    }

    [Fact]
    public void A_long_review_is_cut_at_a_word_and_the_review_of_the_interaction_that_counts_is_shown()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 400));
        using var raw = AmazonBooksTests.Files(
            Rated("u1", ("A", 5, 1), ("B", 5, 2), ("C", 1, 3))
            + AmazonBooksTests.Row("1", "D", "u1", "1.0", "1000000004", text: words)
            + AmazonBooksTests.Row("2", "D", "u1", "5.0", "1000000009", text: "changed my mind"),
            Titles("A", "B", "C", "D"));
        using var built = BuiltFolder.Of(AmazonBooksTests.Source, raw.Path, static options => options with { Cells = [CellName.Parse(Books)] });
        var disliked = Shown(built.Single(Books), "disliked");
        Assert.StartsWith("D: word word", disliked[0], StringComparison.Ordinal);
        Assert.EndsWith("word…", disliked[0], StringComparison.Ordinal);
        Assert.InRange(disliked[0].Length, 990, 1003);
    }

    [Fact]
    public void Without_ratings_what_took_the_user_longest_is_shown_with_its_hours()
    {
        string Review(string game, string hours) => $"{{u'username': u'Tern', u'product_id': u'{game}', u'date': u'2017-12-17', u'hours': {hours}, u'text': u'on {game}'}}\n";
        using var raw = new RawFiles()
            .With("steam_games.json", string.Concat(Enumerable.Range(1, 8).Select(static game => $"{{u'id': u'{game}', u'title': u'Game {game}'}}\n")))
            .With("steam_reviews.json", string.Concat(Enumerable.Range(1, 8).Select(game => Review($"{game}", $"{game * 10}.5"))));
        using var built = BuiltFolder.Of("steam", raw.Path, static options => options with { Cells = [CellName.Parse(Steam)] });
        var instance = built.Single(Steam);
        Assert.Equal("Game 8: 80.5 hours played; on 8", Shown(instance, "reviewed")[0]);
        Assert.Equal(6, Shown(instance, "reviewed").Count);
        Assert.Empty(Shown(instance, "liked"));
        Assert.Empty(Shown(instance, "disliked"));
    }

    private static List<string> Shown(System.Text.Json.JsonElement instance, string list) =>
        [.. instance.GetProperty("task").GetProperty(list).EnumerateArray().Select(static one => $"{one.GetProperty("item").GetProperty("title").GetString()}: {one.GetProperty("text").GetString()}")];

    private static string Rated(string user, params (string Title, int Score, int Time)[] rows) =>
        string.Concat(rows.Select(row => AmazonBooksTests.Row("1", row.Title, user, $"{row.Score}.0", $"{1_000_000_000 + row.Time}", text: $"on {row.Title}")));

    private static string Titles(params string[] titles) => string.Concat(titles.Select(static title => AmazonBooksTests.Book(title)));
}
