namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticAmazonBooksTests(SyntheticAmazonBooksTests.Files files) : IClassFixture<SyntheticAmazonBooksTests.Files>
{
    private const string Ratings = "Books_rating.csv";
    private const string Data = "books_data.csv";

    [Theory]
    [InlineData("^Id,Title,Price,User_id,profileName,review/helpfulness,review/score,review/time,review/summary,review/text\n")]
    [InlineData("\n0\\d{8}[0-9X],")] // a leading zero
    [InlineData("\nB000[A-Z0-9]{6},")] // a key of the shop
    [InlineData(",,A[A-Z0-9]{13},")] // no price
    [InlineData(",\\d+\\.\\d\\d,A[A-Z0-9]{13},")]
    [InlineData(",,,\\d+/\\d+,[1-5]\\.0,")] // no user
    [InlineData(",\"[A-Za-z ]+ \"\"[a-z]+\"\"\",\\d+/\\d+,")] // a name with quotes
    [InlineData(",[1-5]\\.0,-1,")] // no time
    [InlineData(",[1-5]\\.0,\\d{9,10},")]
    [InlineData("&quot;")]
    [InlineData("&amp;")]
    [InlineData("\n[0-9A-Z]{10},,")] // the book without a title
    [InlineData("\n[0-9A-Z]{10},\"\"\"[A-Z]")] // a title that starts with a quote
    public void Ratings_show_the_dirt_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Ratings));
    }

    [Theory]
    [InlineData("^Title,description,authors,image,previewLink,publisher,publishedDate,infoLink,categories,ratingsCount\n")]
    [InlineData(",\\['[A-Z][a-z]+ [A-Z][a-z]+'\\],")] // a Python list
    [InlineData(",\"\\[\"\"[A-Za-z]+ O'[A-Z][a-z]+\"\", \"\"[A-Za-z]+ O'[A-Z][a-z]+\"\"\\]\",")] // an apostrophe takes the other quotes
    [InlineData(",\"\\['[A-Z][a-z]+ \"\"[A-Z][a-z]+\"\" O\\\\'[A-Z][a-z]+'\\]\",")] // both quotes in one name
    [InlineData(",\"\\['[^']+', '[^']+'\\]\",")] // two authors
    [InlineData(",\\['(Fiction|History|Science)'\\],")]
    [InlineData(",,\\d*(\\.0)?\n")] // no category
    [InlineData(",\\d+\\.0\n")] // a count as a float
    [InlineData(",\n")] // no count
    [InlineData(",\\d{4}\\*,")]
    [InlineData(",\\d{4}-\\d\\d,")]
    [InlineData(",\\d{4}-\\d\\d-\\d\\d,")]
    [InlineData("\n,[^\n]*&dq=nan")] // the book without a title
    public void Books_show_the_dirt_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Data));
    }

    [Fact]
    public void Rows_come_twice_and_one_review_stands_under_several_editions()
    {
        var lines = files.Lines(Ratings).Skip(1).ToList();
        var withoutId = lines.Distinct().Select(static line => line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]).ToList();

        Assert.True(lines.Distinct().Count() < lines.Count);
        Assert.True(withoutId.Distinct().Count() < withoutId.Count);
        Assert.All(lines, static line => Assert.Matches("^[0-9A-Z]{10},", line)); // no field holds a line break
    }

    [Fact]
    public void Rows_of_an_edition_stand_together()
    {
        var ids = files.Lines(Ratings).Skip(1).Select(static line => line.Split(',')[0]).ToList();

        var runs = ids.Where((id, place) => place == 0 || ids[place - 1] != id).Count();
        Assert.Equal(ids.Distinct().Count(), runs);
    }

    [Fact]
    public void Some_reviewed_books_have_no_row_and_titles_are_unique_there()
    {
        static string TitleAt(string line, int from) =>
            line[from] == '"' ? line[from..(line.IndexOf("\",", from, StringComparison.Ordinal) + 1)] : line[from..line.IndexOf(',', from)];
        var known = files.Lines(Data).Skip(1).Select(static line => TitleAt(line, 0)).ToList();
        var reviewed = files.Lines(Ratings).Skip(1).Select(static line => TitleAt(line, line.IndexOf(',', StringComparison.Ordinal) + 1)).ToHashSet();

        Assert.Equal(known.Count, known.Distinct().Count());
        Assert.InRange(reviewed.Except(known).Count(), 1, reviewed.Count / 20);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("amazon-books");
}
