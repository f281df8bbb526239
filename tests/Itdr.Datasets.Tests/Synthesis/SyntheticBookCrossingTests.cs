using System.Text.RegularExpressions;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticBookCrossingTests(SyntheticBookCrossingTests.Files files) : IClassFixture<SyntheticBookCrossingTests.Files>
{
    private const string Users = "BX-Users.csv";
    private const string Books = "BX-Books.csv";
    private const string Ratings = "BX-Book-Ratings.csv";

    [Theory]
    [InlineData(Users, "\"User-ID\";\"Location\";\"Age\"\r\n")]
    [InlineData(Ratings, "\"User-ID\";\"ISBN\";\"Book-Rating\"\r\n")]
    [InlineData(Books, "\"ISBN\";\"Book-Title\";\"Book-Author\";\"Year-Of-Publication\";\"Publisher\";\"Image-URL-S\";\"Image-URL-M\";\"Image-URL-L\"\r\n")]
    public void Files_start_with_the_quoted_header_and_end_with_crlf(string name, string header)
    {
        Assert.StartsWith(header, files.Latin1(name), StringComparison.Ordinal);
        Assert.EndsWith("\"\r\n", files.Latin1(name).Replace("NULL\r\n", "\"\r\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_user_is_one_record_of_the_published_form()
    {
        var text = files.Latin1(Users);
        var records = Regex.Matches(text, "\"(\\d+)\";\"((?:[^\"\\\\]|\\\\.)*)\";(NULL|\"(\\d+)\")\r\n", RegexOptions.Singleline);

        Assert.Equal(120, records.Count);
        Assert.Equal(text.Length, text.IndexOf("\r\n", StringComparison.Ordinal) + 2 + records.Sum(static record => record.Length));
    }

    [Fact]
    public void A_location_holds_a_bare_line_feed_inside_its_quotes()
    {
        Assert.Matches("\"[a-z]+(?<!\r)\n, [a-z]+, [a-z ]+\";", files.Latin1(Users));
    }

    [Theory]
    [InlineData(";NULL\r\n")] // a missing age is bare
    [InlineData(";\"0\"\r\n")] // an age that nobody has
    [InlineData(";\"244\"\r\n")]
    [InlineData(", \\\\\"n/a\\\\\", ")] // a quote behind a backslash
    [InlineData("&#304;")]
    [InlineData("&#\\d{5};&#\\d{5};")]
    [InlineData("\"[a-z]+, [a-z ]+\";")] // two parts
    [InlineData("\"[a-z]+, [a-z ]+, [a-z]+, [a-z ]+\";")] // four parts
    [InlineData(", , \";")] // empty parts
    [InlineData(", n/a, ")]
    public void Users_have_the_dirt_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Latin1(Users));
    }

    [Fact]
    public void Users_are_latin_1_and_not_utf_8()
    {
        Assert.False(System.Text.Unicode.Utf8.IsValid(files.Bytes(Users)));
        Assert.Matches("[a-z][\u00E0-\u00FF][a-z]", files.Latin1(Users));
        Assert.DoesNotMatch("[\u0080-\u009F]", files.Latin1(Users));
    }

    [Theory]
    [InlineData("[a-z]\u00C3[\u00A0-\u00BF][a-z]")] // UTF-8 in a latin-1 file
    [InlineData("[a-z]\u00C3\\?\u00C2[\u00A0-\u00BF]")] // UTF-8 twice, a byte lost
    [InlineData("Gro\u00C3\\?\u00C2\\?")] // both lost
    [InlineData("\";\"[^\"]*; Or, The ")] // a separator inside
    [InlineData("\\\\\"[A-Za-z]+;\\\\\"")] // a separator before an escaped quote
    [InlineData(" &amp; ")]
    [InlineData(";\"0\";\"[^\"]+\";\"http://")] // year 0
    [InlineData(";\"20[345]\\d\";")] // a year to come
    [InlineData("\r\n\"B0000[A-Z0-9]{5}\";")] // a key that is no ISBN
    [InlineData("\r\n\"\\d\\.\\d+\\.\\d+\\.\\d\";")]
    [InlineData("\r\n\"\\d{3}ISBN\\d+\";")]
    [InlineData("\r\n\"978\\d{10}\";")]
    [InlineData("\r\n\"\\d{9}X\";")]
    public void Books_have_the_dirt_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Latin1(Books));
    }

    [Fact]
    public void No_letter_of_a_book_is_proper_latin_1()
    {
        Assert.DoesNotMatch("[\u00C0-\u00FF](?![\u0080-\u00BF?])", files.Latin1(Books));
    }

    [Fact]
    public void Ratings_start_near_the_last_user_and_wrap_to_the_second()
    {
        var users = RatingRows().Select(static row => int.Parse(row.User)).ToList();

        Assert.Equal([119, 120, .. Enumerable.Range(2, 117)], users.Distinct());
    }

    [Fact]
    public void Most_ratings_are_implicit_and_the_rest_go_from_1_to_10()
    {
        var points = RatingRows().Select(static row => int.Parse(row.Points)).ToList();

        Assert.InRange(points.Count(static value => value == 0), points.Count / 2, points.Count * 3 / 4);
        Assert.Equal(10, points.Max());
    }

    [Fact]
    public void Keys_of_ratings_differ_in_case_and_blanks_and_some_have_no_book()
    {
        var books = Regex.Matches(files.Latin1(Books), "\r\n\"([^\"]+)\"").Select(static match => match.Groups[1].Value).ToHashSet();
        var keys = RatingRows().Select(static row => row.Isbn).ToList();

        Assert.Contains(keys, key => key.EndsWith(' ') && books.Contains(key.Trim()));
        Assert.Contains(keys, key => key.Any(char.IsAsciiLetterLower) && books.Contains(key.ToUpperInvariant()));
        Assert.Contains(keys, key => !books.Contains(key.Trim().ToUpperInvariant()));
    }

    private List<(string User, string Isbn, string Points)> RatingRows() =>
        [.. Regex.Matches(files.Latin1(Ratings), "\r\n\"(\\d+)\";\"([^\"]+)\";\"(\\d+)\"").Select(static match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value))];

    [Fact]
    public void Most_users_have_six_explicit_ratings()
    {
        Assert.True(RatingRows().Where(static row => row.Points != "0").CountBy(static row => row.User).Count(static user => user.Value >= 6) > 60);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("bookcrossing");
}
