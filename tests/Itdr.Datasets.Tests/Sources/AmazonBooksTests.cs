using Itdr.Datasets.Sources.Amazon;

namespace Itdr.Datasets.Tests.Sources;

/// <summary>What is odd about the files of Amazon Books Reviews, on rows written by hand.</summary>
public class AmazonBooksTests
{
    internal const string Source = "amazon-books";
    internal const string Ratings = "Books_rating.csv";
    internal const string Books = "books_data.csv";
    private const string RatingHeader = "Id,Title,Price,User_id,profileName,review/helpfulness,review/score,review/time,review/summary,review/text\n";
    private const string BookHeader = "Title,description,authors,image,previewLink,publisher,publishedDate,infoLink,categories,ratingsCount\n";

    [Fact]
    public void Editions_of_one_title_are_one_item_and_a_user_counts_once()
    {
        using var raw = Files(Row("0001", "Moss", "u1", "4.0", "1000000200") + Row("000X", "Moss", "u1", "2.0", "1000000100"));
        Assert.Equal("Moss=2@1000000100", raw.Read(Source).HistoryOf("u1"));
    }

    [Fact]
    public void Doubled_quotes_commas_and_line_breaks_in_fields_are_read()
    {
        using var raw = Files(
            Row("1", "\"Moss, or \"\"Fern\"\"\"", "u1", "4.0", "1000000100", text: "\"One\nand two\""),
            Book("\"Moss, or \"\"Fern\"\"\""));
        Assert.Equal(["Moss, or \"Fern\""], raw.Read(Source).Titles.Values);
    }

    [Fact]
    public void Authors_and_categories_are_Python_lists()
    {
        using var raw = Files(Row("1", "Moss", "u1", "4.0", "1000000100"), Book("Moss", authors: "\"[\"\"Nell O'Fern\"\", 'Ada Tide']\"", categories: "['Nature']") + Book("Fog", authors: "", categories: ""));
        var items = raw.Read(Source).Items;
        Assert.Equal("Nell O'Fern, Ada Tide", items[items.IndexOf("Moss")].PropertyOf("author"));
        Assert.Equal(["Nature"], items[items.IndexOf("Moss")].Categories);
        Assert.Null(items[items.IndexOf("Fog")].PropertyOf("author"));
    }

    [Fact]
    public void A_time_of_minus_1_and_an_empty_user_are_left_out_and_speak_not_against_the_file()
    {
        using var raw = Files(Row("1", "Moss", "u1", "4.0", "1000000100") + Row("1", "Moss", "u2", "4.0", "-1") + Row("1", "Moss", "", "4.0", "1000000100"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal([$"{Ratings}:4 no user ×1", $"{Ratings}:3 no time ×1"], tables.Refused);
        Assert.Equal(["u1"], tables.Sample.Users.Select(static user => user.Id));
    }

    [Fact]
    public void Exact_repeats_of_a_row_count_once()
    {
        var row = Row("1", "Moss", "u1", "4.0", "1000000100");
        using var raw = Files(row + row + row);
        Assert.Equal([$"{Ratings}:3 repeated user and item among the sampled users, the earliest by time kept ×2"], raw.Read(Source).Refused);
    }

    [Fact]
    public void A_book_without_a_title_and_a_review_of_an_unlisted_title_are_left_out()
    {
        using var raw = Files(Row("1", "Moss", "u1", "4.0", "1000000100") + Row("2", "Gone", "u1", "4.0", "1000000100") + Row("3", "", "u1", "4.0", "1000000100"), Book("Moss") + Book(""));
        Assert.Equal(
            [$"{Books}:3 no title ×1", $"{Ratings}:3 item that the item file lacks ×1", $"{Ratings}:4 item without a title ×1"],
            raw.Read(Source, maxBadRows: 0).Refused);
    }

    [Fact]
    public void A_book_that_is_called_nan_is_a_book()
    {
        using var raw = Files(Row("1", "nan", "u1", "4.0", "1000000100"), Book("nan"));
        Assert.Equal("nan=4@1000000100", raw.Read(Source).HistoryOf("u1"));
    }

    [Theory]
    [InlineData("5.5", "1000000100", "rating out of range")]
    [InlineData("", "1000000100", "not a number")]
    [InlineData("4.0", "soon", "not a number")]
    [InlineData("4.0", "1000", "time out of range")]
    public void A_row_with_an_impossible_score_or_time_is_counted(string score, string time, string reason)
    {
        using var raw = Files(Row("1", "Moss", "u1", "4.0", "1000000100") + Row("1", "Moss", "u2", score, time));
        Assert.Equal([$"{Ratings}:3 {reason} ×1"], raw.Read(Source).Refused);
    }

    [Theory]
    [InlineData("7/9", 7)]
    [InlineData("0/0", 0)]
    [InlineData("07-Sep", 0)]
    [InlineData("9/7", 0)]
    [InlineData("", 0)]
    public void Helpfulness_is_the_first_of_two_numbers_unless_a_table_program_made_a_date_of_it(string written, long expected) =>
        Assert.Equal(expected, AmazonBookReviews.Helpful(written));

    [Fact]
    public void Another_header_is_named()
    {
        using var raw = Files(Row("1", "Moss", "u1", "4.0", "1000000100"));
        raw.With(Books, "Name,Pages\nMoss,12\n");
        Assert.Contains("books_data.csv line 1: expected a header with the columns Title, authors, publisher and categories, found \"Name,Pages\"", raw.FailureOf(Source), StringComparison.Ordinal);
    }

    internal static string Row(string id, string title, string user, string score, string time, string text = "Fine", string helpfulness = "1/2") =>
        $"{id},{title},,{user},A,{helpfulness},{score},{time},Good,{text}\n";

    internal static string Book(string title, string authors = "['Ada Tide']", string categories = "['Fiction']") => $"{title},,{authors},,,Tide,1996,,{categories},\n";

    internal static RawFiles Files(string rows, string? books = null) => new RawFiles().With(Ratings, RatingHeader + rows).With(Books, BookHeader + (books ?? Book("Moss")));
}
