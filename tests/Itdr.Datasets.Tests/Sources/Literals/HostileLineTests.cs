using System.Text;

namespace Itdr.Datasets.Tests.Sources.Literals;

/// <summary>Lines that somebody made to hurt, in files of JSON, of Python literals and of CSV.</summary>
public class HostileLineTests
{
    private const string Yelp = "yelp";
    private const string Business = """{"business_id":"b1","name":"Blue Door","city":"Oslo","categories":"Cafes","attributes":null}""" + "\n";
    private const string Good = """{"user_id":"u1","business_id":"b1","stars":4.0,"useful":1,"text":"Fine.","date":"2018-07-07 22:09:11"}""" + "\n";

    /// <summary>A tenth of the 200 MB that the reader was tried with; the line is longer than the longest that it holds.</summary>
    private const int LongLine = 20_000_000;

    [Fact]
    public void A_line_longer_than_any_is_passed_over_in_bounded_memory_and_counted()
    {
        using var raw = Files();
        WriteReviews(raw, stream =>
        {
            var piece = Encoding.UTF8.GetBytes(new string('x', 1_000_000));
            stream.Write(Encoding.UTF8.GetBytes(Good + "{\"text\":\""));
            for (var written = 0; written < LongLine; written += piece.Length)
            {
                stream.Write(piece);
            }

            stream.Write(Encoding.UTF8.GetBytes("\"}\n" + Good.Replace("b1", "b2", StringComparison.Ordinal)));
        });
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tables = raw.Read(Yelp);
        Assert.Equal(["yelp_academic_dataset_review.json:2 line too long ×1"], tables.Refused);
        Assert.Equal(2, tables.Sample.Users.Single().Interactions.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 120_000_000);
    }

    [Fact]
    public void A_line_nested_100_000_deep_is_no_record()
    {
        using var raw = Files();
        raw.With("yelp_academic_dataset_review.json", Good + "{\"text\":" + new string('[', 100_000) + "\n" + Good.Replace("b1", "b2", StringComparison.Ordinal));
        Assert.Equal(["yelp_academic_dataset_review.json:2 no whole record ×1"], raw.Read(Yelp).Refused);
        Assert.Contains("yelp_academic_dataset_review.json line 2: no whole record (no whole JSON object; the line is", raw.FailureOf(Yelp), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Python_line_nested_100_000_deep_is_no_record()
    {
        using var raw = new RawFiles()
            .With("steam_games.json", "{u'id': u'1', u'title': u'Moss'}\n{u'tags': " + new string('[', 100_000) + "\n")
            .With("steam_reviews.json", "{u'username': u'a', u'product_id': u'1', u'date': u'2017-12-17', u'hours': 1.0, u'text': u'Fine'}\n");
        Assert.Contains("steam_games.json line 2: no whole record (values are nested more than 64 deep at character", raw.FailureOf("steam"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_NUL_byte_is_counted_with_its_line()
    {
        using var raw = Files();
        raw.With("yelp_academic_dataset_review.json", Good + Good.Replace("Fine", "Fi\0ne", StringComparison.Ordinal));
        Assert.Equal(["yelp_academic_dataset_review.json:2 a NUL byte ×1"], raw.Read(Yelp).Refused);
        Assert.Contains("yelp_academic_dataset_review.json line 2: a NUL byte", raw.FailureOf(Yelp), StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_UTF_8_is_counted_with_its_line()
    {
        using var raw = Files();
        raw.With("yelp_academic_dataset_review.json", [.. Encoding.UTF8.GetBytes(Good), .. Encoding.Latin1.GetBytes(Good.Replace("Fine", "Fïne", StringComparison.Ordinal))]);
        Assert.Equal(["yelp_academic_dataset_review.json:2 not text in the file's encoding ×1"], raw.Read(Yelp).Refused);
    }

    [Fact]
    public void Half_a_character_in_an_escape_is_no_record()
    {
        using var raw = Files();
        raw.With("yelp_academic_dataset_review.json", Good + Good.Replace("Fine", @"Fi\ud83dne", StringComparison.Ordinal));
        Assert.Equal(["yelp_academic_dataset_review.json:2 no whole record ×1"], raw.Read(Yelp).Refused);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("{\"user_id\":\"u1\"} {}")]
    [InlineData("{\"user_id\":\"u1\",}")]
    public void A_line_that_is_no_JSON_object_is_counted(string line)
    {
        using var raw = Files();
        raw.With("yelp_academic_dataset_review.json", Good + line + "\n");
        Assert.Equal(["yelp_academic_dataset_review.json:2 no whole record ×1"], raw.Read(Yelp).Refused);
    }

    [Fact]
    public void A_last_line_that_is_cut_off_is_told_from_a_broken_one()
    {
        using var raw = Files();
        raw.With("yelp_academic_dataset_review.json", Good + Good[..40]);
        Assert.Equal(["yelp_academic_dataset_review.json:2 truncated last line ×1"], raw.Read(Yelp).Refused);
    }

    [Fact]
    public void Empty_lines_count_only_where_a_record_follows_and_a_byte_order_mark_does_not_count()
    {
        using var raw = Files();
        raw.With("yelp_academic_dataset_review.json", "\uFEFF" + Good.TrimEnd() + "\r\n\r\n" + Good.Replace("b1", "b2", StringComparison.Ordinal) + "\n\n");
        var tables = raw.Read(Yelp);
        Assert.Equal(["yelp_academic_dataset_review.json:2 empty line ×1"], tables.Refused);
        Assert.Equal(3, tables.Audits[^1].Rows);
    }

    [Fact]
    public void A_CSV_whose_quote_never_closes_is_an_error_that_names_the_line()
    {
        const string Header = "Id,Title,Price,User_id,profileName,review/helpfulness,review/score,review/time,review/summary,review/text\n";
        using var raw = new RawFiles()
            .With("books_data.csv", "Title,description,authors,image,previewLink,publisher,publishedDate,infoLink,categories,ratingsCount\nMoss,,,,,,,,,\n")
            .With("Books_rating.csv", Header + "1,Moss,,u1,A,0/0,4.0,1000000000,Good,\"Opened and never\n" + string.Concat(Enumerable.Repeat("2,Moss,,u2,A,0/0,4.0,1000000000,Good,Fine\n", 200)));
        Assert.StartsWith("Books_rating.csv line 2: broken quotes", raw.FailureOf("amazon-books"), StringComparison.Ordinal);
    }

    private static RawFiles Files() =>
        new RawFiles().With("yelp_academic_dataset_business.json", Business + Business.Replace("b1", "b2", StringComparison.Ordinal));

    private static void WriteReviews(RawFiles raw, Action<Stream> write)
    {
        using var stream = File.Create(Path.Combine(raw.Path, "yelp_academic_dataset_review.json"));
        write(stream);
    }
}
