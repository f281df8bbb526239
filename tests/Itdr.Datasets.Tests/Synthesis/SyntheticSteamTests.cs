using System.Text.RegularExpressions;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticSteamTests(SyntheticSteamTests.Files files) : IClassFixture<SyntheticSteamTests.Files>
{
    private const string Games = "steam_games.json.gz";
    private const string Reviews = "steam_reviews.json.gz";

    [Theory]
    [InlineData(Games)]
    [InlineData(Reviews)]
    public void Every_line_is_a_dictionary_of_python_2_in_ascii(string name)
    {
        Assert.Equal([Games, Reviews], files.Names);
        Assert.Equal([0x1F, 0x8B, 8, 0, 0, 0, 0, 0], files.Bytes(name)[..8]);
        Assert.All(files.Lines(name), static line =>
        {
            Assert.True(System.Text.Ascii.IsValid(line));
            Assert.Matches("^\\{u'[a-z_]+': .*\\}$", line);
        });
    }

    [Theory]
    [InlineData("u\"[A-Za-z]+'s [A-Za-z]+\"")] // an apostrophe takes the other quotes
    [InlineData("u'[A-Za-z]+\\\\'s \"[A-Za-z]+\" [A-Za-z]+'")] // both quotes in one title
    [InlineData("\\\\xe[0-9a-f]")] // a latin-1 letter
    [InlineData("\\\\u2122")]
    [InlineData("\\\\u04[0-9a-f]{2}")]
    [InlineData("&amp;")]
    [InlineData("u'price': \\d+\\.99[,}]")]
    [InlineData("u'price': u'Free To Play'")]
    [InlineData("u'price': u'Play for Free!'")]
    [InlineData("u'metascore': \\d+")]
    [InlineData("u'metascore': u'NA'")]
    [InlineData("u'release_date': u'Soon\\.\\.'")]
    [InlineData("u'release_date': u'Jun 2009'")]
    [InlineData("u'release_date': u'\\\\u5373")]
    [InlineData("u'publisher': None")]
    [InlineData("u'early_access': True")]
    [InlineData("u'discount_price': ")]
    public void Games_show_the_irregularities_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Games));
    }

    [Theory]
    [InlineData("id", 1)]
    [InlineData("app_name", 1)]
    [InlineData("title", 30)]
    [InlineData("genres", 30)]
    [InlineData("tags", 3)]
    [InlineData("specs", 10)]
    [InlineData("price", 30)]
    [InlineData("publisher", 100)]
    [InlineData("sentiment", 100)]
    public void Some_games_lack_a_key(string key, int least)
    {
        var lines = files.Lines(Games);

        Assert.InRange(lines.Count(line => !line.Contains($"u'{key}': ", StringComparison.Ordinal)), least, lines.Count / 3);
    }

    [Fact]
    public void One_id_comes_twice_and_the_one_game_without_an_id_is_below_a_thousandth()
    {
        var lines = files.Lines(Games);
        var ids = lines.Select(static line => Regex.Match(line, "u'id': u'(\\d+)'")).Where(static match => match.Success).Select(static match => match.Groups[1].Value).ToList();

        Assert.Equal(lines.Count - 1, ids.Count);
        Assert.True(lines.Count > 1000);
        Assert.Equal(ids.Count - 1, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("^\\{u'username': ")] // keys in any order
    [InlineData("(?m)^\\{u'hours': \\d+\\.\\d, ")]
    [InlineData("u'product_id': u'\\d+'")]
    [InlineData("u'date': u'20\\d\\d-\\d\\d-\\d\\d'")]
    [InlineData("u'user_id': u'7656119\\d{10}'")]
    [InlineData("u'compensation': u'Product received for free'")]
    [InlineData("u'found_funny': \\d+")]
    [InlineData("u'text': u'[^']*\\\\n\\\\n")]
    [InlineData("\\\\t")]
    [InlineData("u['\"]C:\\\\\\\\saves\\\\\\\\\\d")] // a backslash
    [InlineData("\\\\U0001f3ae")] // a letter beyond the first plane
    [InlineData("u\"[^\"]*'[^\"]*\"")]
    [InlineData("u'page': 2[,}]")]
    public void Reviews_show_the_irregularities_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Reviews));
        Assert.DoesNotContain("rating", files.Text(Reviews), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_reviews_a_game_twice_and_two_people_share_a_name()
    {
        var rows = files.Lines(Reviews).Select(static line => (
            Name: Regex.Match(line, "u'username': (u'(?:[^'\\\\]|\\\\.)*'|u\"[^\"]*\")").Groups[1].Value,
            Product: Regex.Match(line, "u'product_id': u'(\\d+)'").Groups[1].Value)).ToList();

        Assert.All(rows, static row => Assert.NotEmpty(row.Name));
        Assert.True(rows.Distinct().Count() < rows.Count);
        Assert.InRange(rows.Select(static row => row.Name).Distinct().Count(), 100, 119);
        Assert.NotEqual(rows.Select(static row => row.Name).Order(StringComparer.Ordinal), rows.Select(static row => row.Name));
    }

    [Fact]
    public void Some_reviewed_games_have_no_row()
    {
        var games = files.Text(Games);

        Assert.Contains(files.Lines(Reviews), line => !games.Contains($"u'id': u'{Regex.Match(line, "u'product_id': u'(\\d+)'").Groups[1].Value}'", StringComparison.Ordinal));
    }

    [Fact]
    public void Most_users_review_three_games()
    {
        var rows = files.Lines(Reviews).Select(static line => (Name: Regex.Match(line, "u'username': (.*?)[,}]").Groups[1].Value, Product: Regex.Match(line, "u'product_id': u'(\\d+)'").Groups[1].Value));

        Assert.True(rows.Distinct().CountBy(static row => row.Name).Count(static user => user.Value >= 3) > 60);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("steam");
}
