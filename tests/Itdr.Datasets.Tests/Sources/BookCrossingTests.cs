using System.Text;
using Itdr.Datasets.Sources.BookCrossing;

namespace Itdr.Datasets.Tests.Sources;

public class BookCrossingTests
{
    private const string Source = "bookcrossing";
    private const string RatingHeader = "\"User-ID\";\"ISBN\";\"Book-Rating\"\r\n";
    private const string UserHeader = "\"User-ID\";\"Location\";\"Age\"\r\n";
    private const string BookHeader = "\"ISBN\";\"Book-Title\";\"Book-Author\";\"Year-Of-Publication\";\"Publisher\";\"Image-URL-S\";\"Image-URL-M\";\"Image-URL-L\"\r\n";

    private static string Book(string isbn, string title, string author = "Ann Lark", string year = "1999", string publisher = "Lamp") =>
        $"\"{isbn}\";\"{title}\";\"{author}\";\"{year}\";\"{publisher}\";\"s\";\"m\";\"l\"\r\n";

    private static RawFiles Files(string ratings = "\"1\";\"111X\";\"5\"\r\n", string? users = null, string? books = null) => new RawFiles()
        .With("BX-Book-Ratings.csv", RatingHeader + ratings, Encoding.Latin1)
        .With("BX-Users.csv", UserHeader + (users ?? "\"1\";\"bergen, hordaland, norway\";\"33\"\r\n"), Encoding.Latin1)
        .With("BX-Books.csv", BookHeader + (books ?? Book("111X", "One") + Book("2222", "Two")), Encoding.Latin1);

    private static (string? Location, int? Age) UserOf(string row)
    {
        using var raw = Files(users: row);
        var user = raw.Read(Source).Users.Find("1")!;
        return (user.Location, user.Age);
    }

    [Fact]
    public void A_quote_behind_a_backslash_is_part_of_a_title()
    {
        using var raw = Files(books: Book("111X", "The \\\"Big\\\" Lamp; or, Light"));
        Assert.Equal("The \"Big\" Lamp; or, Light", raw.Read(Source).Titles["111X"]);
    }

    [Fact]
    public void A_location_with_a_line_feed_inside_is_one_record()
    {
        using var raw = Files(users: "\"1\";\"little t\n, milan, italy\";\"40\"\r\n\"2\";\"x, y, z\";\"41\"\r\n");
        var tables = raw.Read(Source);
        Assert.Equal(("little t, milan, italy", 40), (tables.Users.Find("1")!.Location, tables.Users.Find("1")!.Age));
        Assert.Equal(41, tables.Users.Find("2")!.Age);
        Assert.Empty(tables.Refused);
    }

    [Theory]
    [InlineData("\"1\";\"nyc, new york, usa\";NULL", "nyc, new york, usa", null)]
    [InlineData("\"1\";\"nyc, new york, usa\";\"0\"", "nyc, new york, usa", 0)]
    [InlineData("\"1\";\"nyc, new york, usa\";\"244\"", "nyc, new york, usa", 244)]
    [InlineData("\"1\";\"nyc, usa\";\"30\"", null, 30)]
    [InlineData("\"1\";\"a, b, c, d\";\"30\"", null, 30)]
    [InlineData("\"1\";\"nyc, n/a, usa\";\"30\"", null, 30)]
    [InlineData("\"1\";\"nyc, \\\"n/a\\\", usa\";\"30\"", null, 30)]
    [InlineData("\"1\";\"nyc, , \";\"30\"", null, 30)]
    [InlineData("\"1\";\"&#304;zmir, ege, turkey\";\"30\"", "İzmir, ege, turkey", 30)]
    public void Ages_stay_as_typed_and_only_locations_of_three_parts_that_say_something_are_kept(string row, string? location, int? age) =>
        Assert.Equal((location, age), UserOf(row + "\r\n"));

    [Fact]
    public void Letters_of_a_location_are_Latin_1() =>
        Assert.Equal("ålesund, møre, norway", UserOf("\"1\";\"ålesund, møre, norway\";\"30\"\r\n").Location);

    [Theory]
    [InlineData("ColecciÃ³ gelÃ©e", "Colecció gelée")]
    [InlineData("LÃ?Â¼bbe", "Lübbe")]
    [InlineData("KÃ?Â¶nig", "König")]
    [InlineData("GroÃ?Â?e Lampe", "Gro?e Lampe")]
    [InlineData("Köln", "Köln")]
    [InlineData("Ãbc", "Ãbc")]
    [InlineData("plain", "plain")]
    public void Letters_that_were_put_into_UTF_8_once_or_twice_are_repaired(string broken, string repaired) =>
        Assert.Equal(repaired, Mojibake.Repair(broken));

    [Fact]
    public void Titles_authors_and_publishers_are_repaired_whatever_the_record_is_encoded_in()
    {
        // The first title is UTF-8; the second record is none, since a byte of the letter was lost.
        using var raw = Files(books: Book("111X", "ColecciÃ³", author: "Ann &amp; Bo", publisher: "W &amp; N") + Book("2222", "LÃ?Â¼bbe", author: "KÃ?Â¶nig"));
        var tables = raw.Read(Source);
        Assert.Equal(("Colecció", "Lübbe"), (tables.Titles["111X"], tables.Titles["2222"]));
        Assert.Equal("author: Ann & Bo, year: 1999, publisher: W & N", PropertiesOf(tables, "111X"));
        Assert.StartsWith("author: König", PropertiesOf(tables, "2222"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "author: Ann Lark, publisher: Lamp")]
    [InlineData("2050", "author: Ann Lark, publisher: Lamp")]
    [InlineData("2004", "author: Ann Lark, year: 2004, publisher: Lamp")]
    public void A_year_of_0_or_to_come_is_not_told(string year, string properties)
    {
        using var raw = Files(books: Book("111X", "One", year: year));
        Assert.Equal(properties, PropertiesOf(raw.Read(Source), "111X"));
    }

    [Fact]
    public void Text_in_the_place_of_the_year_is_a_record_that_slipped()
    {
        using var raw = Files(books: Book("111X", "One") + Book("2222", "Two", author: "2000", year: "DK Publishing Inc"));
        Assert.Contains("BX-Books.csv:3 not a number ×1", raw.Read(Source).Refused);
    }

    [Fact]
    public void Keys_are_compared_without_blanks_and_in_capitals_and_need_not_be_ISBNs()
    {
        using var raw = Files(
            "\"1\";\" 111x \";\"5\"\r\n\"1\";\"2.02.032126.2\";\"6\"\r\n\"1\";\"B0000BLD7X\";\"7\"\r\n",
            books: Book("111X", "One") + Book("2.02.032126.2", "Two") + Book("b0000bld7x", "Three"));
        Assert.Equal("111X=5@2 2.02.032126.2=6@3 B0000BLD7X=7@4", raw.Read(Source).HistoryOf("1"));
    }

    [Fact]
    public void A_book_under_two_spellings_of_its_key_is_one_and_no_bad_row()
    {
        using var raw = Files(books: Book("111x", "One") + Book("111X", "One, 2nd"));
        var tables = raw.Read(Source);
        Assert.Single(tables.Titles);
        Assert.Contains("BX-Books.csv:3 another spelling of an id that is there ×1", tables.Refused);
        raw.Read(Source, maxBadRows: 0);
    }

    [Fact]
    public void A_rating_of_a_book_that_the_book_file_lacks_is_no_bad_row()
    {
        using var raw = Files("\"1\";\"999\";\"5\"\r\n\"1\";\"111X\";\"5\"\r\n");
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal(["BX-Book-Ratings.csv:2 item that the item file lacks ×1"], tables.Refused);
    }

    [Fact]
    public void A_rating_of_0_is_a_book_that_was_read()
    {
        using var raw = Files("\"1\";\"111X\";\"0\"\r\n");
        Assert.Equal("111X=0@2", raw.Read(Source).HistoryOf("1"));
    }

    [Theory]
    [InlineData("\"1\";\"111X\";\"11\"", "rating out of range")]
    [InlineData("\"1\";\"111X\";\"\"", "not a number")]
    [InlineData("\"x\";\"111X\";\"5\"", "not a number")]
    [InlineData("\"1\";\"111X\"", "too few fields")]
    [InlineData("\"1\";\"111X\";\"5\";\"6\"", "too many fields")]
    public void A_row_that_cannot_be_is_counted_with_its_line(string row, string reason)
    {
        using var raw = Files($"\"1\";\"2222\";\"5\"\r\n{row}\r\n\"1\";\"111X\";\"5\"\r\n");
        Assert.Equal([$"BX-Book-Ratings.csv:3 {reason} ×1"], raw.Read(Source).Refused);
        Assert.Contains($"BX-Book-Ratings.csv line 3: {reason}", raw.FailureOf(Source), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_that_of_the_file()
    {
        using var raw = Files("\"1\";\"2222\";\"5\"\r\n\"2\";\"111X\";\"4\"\r\n\"1\";\"111X\";\"3\"\r\n");
        Assert.Equal("2222=5@2 111X=3@4", raw.Read(Source).HistoryOf("1"));
    }

    [Fact]
    public void A_copy_with_commas_other_names_and_UTF_8_is_read_as_well()
    {
        using var raw = new RawFiles()
            .With("Ratings.csv", "User-ID,ISBN,Book-Rating\n1,111X,5\n")
            .With("Users.csv", "User-ID,Location,Age\n1,\"ålesund, møre, norway\",34.0\n2,\"a, b, c\",NULL\n3,\"a, b, c\",\n")
            .With("Books.csv", "ISBN,Book_Title,Book_Author,Year_Of_Publication,Publisher\n111X,\"One, \"\"two\"\"\",Ann,1999,ColecciÃ³\n");
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("One, \"two\"", tables.Titles["111X"]);
        Assert.Equal("author: Ann, year: 1999, publisher: Colecció", PropertiesOf(tables, "111X"));
        Assert.Equal(("ålesund, møre, norway", 34), (tables.Users.Find("1")!.Location, tables.Users.Find("1")!.Age));
        Assert.Null(tables.Users.Find("2")!.Age);
        Assert.Null(tables.Users.Find("3")!.Age);
    }

    [Fact]
    public void The_folders_of_the_Kaggle_copy_are_looked_into()
    {
        using var raw = Files();
        using var nested = new RawFiles();
        foreach (var (from, to) in new[] { ("BX-Book-Ratings.csv", "BX-Book-Ratings.csv"), ("BX-Users.csv", "BX-Users.csv"), ("BX-Books.csv", "BX_Books.csv") })
        {
            nested.With($"Book reviews/Book reviews/{to}", File.ReadAllBytes(Path.Combine(raw.Path, from)));
        }

        Assert.Equal(2, nested.Read(Source).Titles.Count);
    }

    [Fact]
    public void A_file_with_another_header_is_refused_with_the_columns_that_it_should_have()
    {
        using var raw = Files().With("BX-Users.csv", "id|place\r\n1|x\r\n");
        Assert.Equal("BX-Users.csv line 1: expected a header with the columns User-ID, Location and Age, found \"id|place\".", raw.FailureOf(Source));
    }

    private static string PropertiesOf(ReadTables tables, string id) =>
        string.Join(", ", tables.Items[tables.Items.IndexOf(id)].Properties.Select(static property => $"{property.Name}: {property.Value}"));
}
