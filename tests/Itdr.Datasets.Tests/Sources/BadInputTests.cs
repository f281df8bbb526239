using System.Text;
using Itdr.Datasets.Sources;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources;

public class BadInputTests
{
    [Fact]
    public void A_missing_file_is_named_with_what_the_source_needs()
    {
        using var raw = RawFiles.OfMl1M().Without("ratings.dat");
        Assert.Equal(
            $"{raw.Path} has no ratings.dat; movielens-1m needs ratings.dat, users.dat and movies.dat.",
            raw.FailureOf(RawFiles.Ml1M));
    }

    [Fact]
    public void A_folder_of_another_dataset_is_named()
    {
        using var raw = RawFiles.OfMl32M();
        Assert.EndsWith("and this folder looks like movielens-32m.", raw.FailureOf(RawFiles.Ml1M), StringComparison.Ordinal);
        using var other = RawFiles.OfMl1M();
        Assert.EndsWith("and this folder looks like movielens-1m.", other.FailureOf(RawFiles.Ml32M), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        var source = SourceCatalog.Find(RawFiles.Ml1M);
        Assert.StartsWith("There is no folder or archive ", Assert.Throws<DatasetException>(() => SourceFolder.Recognise(source, folder["nowhere"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RawFiles.Ml1M, "movies.dat")]
    [InlineData(RawFiles.Ml1M, "users.dat")]
    [InlineData(RawFiles.Ml1M, "ratings.dat")]
    [InlineData(RawFiles.Ml32M, "movies.csv")]
    [InlineData(RawFiles.Ml32M, "ratings.csv")]
    public void An_empty_file_is_named(string source, string file)
    {
        using var raw = source == RawFiles.Ml1M ? RawFiles.OfMl1M() : RawFiles.OfMl32M();
        raw.With(file, "");
        Assert.Equal($"{file} is empty; take a whole copy of the file.", raw.FailureOf(source));
    }

    [Theory]
    [InlineData("movies.csv", "movieId,title,genres\r\n")]
    [InlineData("movies.csv", "movieId,title,genres")]
    [InlineData("ratings.csv", "userId,movieId,rating,timestamp\r\n")]
    [InlineData("ratings.csv", "userId,movieId,rating,timestamp")]
    public void A_file_with_only_a_header_is_named(string file, string content)
    {
        using var raw = RawFiles.OfMl32M().With(file, content);
        Assert.Equal($"{file} has no rows; take a whole copy of the file.", raw.FailureOf(RawFiles.Ml32M));
    }

    [Theory]
    [InlineData("movies.csv", "movieId,title,genres")]
    [InlineData("ratings.csv", "userId,movieId,rating,timestamp")]
    public void A_wrong_header_is_shown_beside_the_right_one(string file, string header)
    {
        using var raw = RawFiles.OfMl32M().With(file, "a,b,c\n1,2,3\n");
        Assert.Equal($"{file} line 1: expected the header \"{header}\", found \"a,b,c\".", raw.FailureOf(RawFiles.Ml32M));
    }

    [Theory]
    [InlineData("1,1,5.0", "too few fields")]
    [InlineData("1,1,5.0,1000000100,1", "too many fields")]
    [InlineData("1,1,5.5,1000000100", "rating out of range")]
    [InlineData("1,1,0,1000000100", "rating out of range")]
    [InlineData("1,1,3.7,1000000100", "rating out of range")]
    [InlineData("1,1,four,100", "not a number")]
    [InlineData("1,1,,100", "not a number")]
    [InlineData(",1,4.0,100", "not a number")]
    [InlineData("1,1,4.0,", "not a number")]
    [InlineData("1,1,4.,1000000100", "not a number")]
    [InlineData("1,1,NaN,100", "not a number")]
    [InlineData("1,1,4.0,-5", "time out of range")]
    [InlineData("1,1,4.0,788918399", "time out of range")]
    [InlineData("1,1,4.0,4102444801", "time out of range")]
    [InlineData("1,1,-1,1000000100", "rating out of range")]
    [InlineData("1,1,inf,1000000100", "not a number")]
    [InlineData(" 1,1,4.0,1000000005", "not a number")]
    [InlineData("\"1\",1,4.0,5", "not a number")]
    [InlineData("1,1,99999999999999999.0,1000000005", "rating out of range")]
    [InlineData("12345678901234567890,1,4.0,1000000005", "not a number")]
    [InlineData("1,9,4.0,1000000100", "unknown item")]
    public void A_bad_row_of_ML_32M_is_counted_with_its_line(string row, string reason)
    {
        using var raw = RawFiles.OfMl32M($"1,1,5.0,1000000100\r\n{row}\r\n2,2,3.5,1000000200\r\n");
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal([$"ratings.csv:3 {reason} ×1"], tables.Refused);
        Assert.Equal(3, tables.Audits[^1].Rows);
        Assert.Equal("1=5@1000000100", tables.HistoryOf("1"));
    }

    [Theory]
    [InlineData("1::1::5", "too few fields")]
    [InlineData("1::1::5::1000000100::1", "too many fields")]
    [InlineData("1::1::6::1000000100", "rating out of range")]
    [InlineData("1::1::0::1000000100", "rating out of range")]
    [InlineData("1::1::4.5::1000000100", "rating out of range")]
    [InlineData("1::1::-1::100", "rating out of range")]
    [InlineData("1::1::five::100", "not a number")]
    [InlineData("1::1::::100", "not a number")]
    [InlineData("::1::5::100", "not a number")]
    [InlineData("1::1::5::", "not a number")]
    [InlineData("1::1::5::1e3", "not a number")]
    [InlineData("1::1::inf::1000000100", "not a number")]
    [InlineData("1::1::5::-5", "time out of range")]
    [InlineData("1::1::5::788918399", "time out of range")]
    [InlineData("1::1::5::4102444801", "time out of range")]
    [InlineData("1::1::5::99999999999999999999", "time out of range")]
    [InlineData("1::9::5::1000000100", "unknown item")]
    public void A_bad_row_of_ML_1M_is_counted_with_its_line(string row, string reason)
    {
        using var raw = RawFiles.OfMl1M($"1::1::5::1000000100\n{row}\n2::2::3::1000000200\n");
        var tables = raw.Read(RawFiles.Ml1M);
        Assert.Equal([$"ratings.dat:2 {reason} ×1"], tables.Refused);
        Assert.Equal(3, tables.Audits[^1].Rows);
        Assert.Equal("1=5@1000000100", tables.HistoryOf("1"));
    }

    [Theory]
    [InlineData("2::2")]
    [InlineData("2::2::3:")]
    [InlineData("2::2::3::")]
    [InlineData("2::2::3::100000020")]
    public void A_truncated_last_line_of_ML_1M_is_counted_as_one(string last)
    {
        using var raw = RawFiles.OfMl1M($"1::1::5\n1::1::5::1000000100\n{last}");
        Assert.Equal(["ratings.dat:1 too few fields ×1", "ratings.dat:3 truncated last line ×1"], raw.Read(RawFiles.Ml1M).Refused);
    }

    [Theory]
    [InlineData("2,2")]
    [InlineData("2,2,3.5,")]
    [InlineData("2,2,3.")]
    [InlineData("2,2,3.5,1000021")]
    [InlineData("2,2,3.5,100000020")]
    public void A_truncated_last_line_of_ML_32M_is_counted_as_one(string last)
    {
        using var raw = RawFiles.OfMl32M($"1,1,5.0\r\n1,1,5.0,1000000100\r\n{last}");
        Assert.Equal(["ratings.csv:2 too few fields ×1", "ratings.csv:4 truncated last line ×1"], raw.Read(RawFiles.Ml32M).Refused);
    }

    [Fact]
    public void Movies_that_end_inside_a_quoted_title_end_in_a_truncated_line()
    {
        using var raw = RawFiles.OfMl32M(movies: RawFiles.Ml32MMovies + "4,\"Four");
        Assert.Equal(["movies.csv:5 truncated last line ×1"], raw.Read(RawFiles.Ml32M).Refused);
    }

    [Fact]
    public void A_quote_that_is_never_closed_counts_every_line_that_it_swallows()
    {
        using var raw = RawFiles.OfMl32M(movies: RawFiles.Ml32MMovies + "4,\"Four,Drama\r\n5,Five,Drama\r\n6,Six,Drama\r\n");
        Assert.Equal(["movies.csv:5 broken quotes ×3"], raw.Read(RawFiles.Ml32M).Refused);
    }

    [Fact]
    public void Text_after_a_closed_quote_is_a_bad_row()
    {
        using var raw = RawFiles.OfMl32M(movies: RawFiles.Ml32MMovies + "4,\"Four\"x,Drama\r\n5,Five,Drama\r\n");
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal(["movies.csv:5 broken quotes ×1"], tables.Refused);
        Assert.Equal("Five", tables.Titles["5"]);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_a_bad_row()
    {
        using var raw = RawFiles.OfMl32M();
        raw.With("movies.csv", [.. Encoding.UTF8.GetBytes(RawFiles.Ml32MMovies + "4,Fo"), 0xFF, 0xE9, .. Encoding.UTF8.GetBytes("ur,Drama\r\n5,Five,Drama\r\n")]);
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal(["movies.csv:5 not text in the file's encoding ×1"], tables.Refused);
        Assert.Equal("Five", tables.Titles["5"]);
    }

    [Fact]
    public void Bytes_that_are_no_text_in_the_ratings_are_a_bad_row()
    {
        using var raw = RawFiles.OfMl32M();
        raw.With("ratings.csv", [.. Encoding.UTF8.GetBytes(RawFiles.Ml32MHeader + "1,1,5.0,1000000100\r\n"), 0, 0xFF, 0x80, (byte)'\n']);
        Assert.Equal(["ratings.csv:3 too few fields ×1"], raw.Read(RawFiles.Ml32M).Refused);
    }

    [Fact]
    public void A_movie_without_a_title_is_left_out_with_its_ratings_and_is_no_bad_row()
    {
        using var raw = RawFiles.OfMl32M("1,1,5.0,1000000100\r\n1,4,4.0,1000000150\r\n1,5,4.0,1000000160\r\n", RawFiles.Ml32MMovies + "4,,Drama\r\n5,\"  \",Drama\r\n");
        var tables = raw.Read(RawFiles.Ml32M, maxBadRows: 0);
        Assert.Equal(["movies.csv:5 no title ×2", "ratings.csv:3 item without a title ×2"], tables.Refused);
        Assert.Equal("1=5@1000000100", tables.HistoryOf("1"));
    }

    [Fact]
    public void The_same_holds_for_ML_1M()
    {
        using var raw = RawFiles.OfMl1M("1::1::5::1000000100\n1::4::4::1000000150\n", RawFiles.Ml1MMovies + "4::::Drama\n");
        var tables = raw.Read(RawFiles.Ml1M, maxBadRows: 0);
        Assert.Equal(["movies.dat:4 no title ×1", "ratings.dat:2 item without a title ×1"], tables.Refused);
    }

    [Fact]
    public void More_bad_rows_than_allowed_stop_the_build_with_the_first_of_them_and_all_counts()
    {
        using var raw = RawFiles.OfMl32M("1,1,5.0,1000000100\r\n1,2,9.0,1000000150\r\n1,3\r\n1,2,7.0,1000000150\r\n");
        Assert.Equal(
            "ratings.csv line 3: rating out of range (rating is \"9.0\"); 3 of 4 rows are bad (1 × too few fields and 2 × rating out of range), more than the 0.1 % that --max-bad-rows allows.",
            raw.FailureOf(RawFiles.Ml32M));
    }

    [Fact]
    public void As_many_bad_rows_as_allowed_do_not_stop_it()
    {
        using var raw = RawFiles.OfMl1M("1::1::5::1000000100\n1::2::9::1000000150\n1::3::1::1000000001\n2::3::1::1000000001\n");
        Assert.Single(raw.Read(RawFiles.Ml1M, maxBadRows: 0.25m).Refused);
        Assert.Throws<DatasetException>(() => raw.Read(RawFiles.Ml1M, maxBadRows: 0.24m));
    }

    [Fact]
    public void A_file_that_mixes_two_kinds_of_line_ends_is_refused_where_its_fields_may_be_quoted()
    {
        using var raw = RawFiles.OfMl32M(movies: "movieId,title,genres\r\n1,One,Drama\n2,Two,Drama\r\n");
        Assert.Equal("movies.csv mixes two kinds of line ends (2 of 3 lines end in CRLF); convert it to one of them.", raw.FailureOf(RawFiles.Ml32M));
    }

    [Fact]
    public void An_unknown_source_is_answered_with_the_known_ones()
    {
        var error = Assert.Throws<DatasetException>(() => SourceCatalog.Find("movielens"));
        Assert.StartsWith("There is no source movielens; the known ones are ", error.Message, StringComparison.Ordinal);
        Assert.Contains("movielens-1m, movielens-32m", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Empty_lines_are_bad_rows_inside_a_file_and_nothing_at_its_end(string end)
    {
        var ratings = $"{end}1,1,5.0,1000000100{end}{end}{end}2,2,3.5,1000000200{end}{end}{end}".ReplaceLineEndings(end);
        using var raw = RawFiles.OfMl32M().With("ratings.csv", RawFiles.Ml32MHeader.ReplaceLineEndings(end) + ratings);
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal(["ratings.csv:2 empty line ×3"], tables.Refused);
        Assert.Equal(5, tables.Audits[^1].Rows);

        using var other = RawFiles.OfMl1M($"{end}1::1::5::1000000100{end}{end}{end}2::2::3::1000000200{end}{end}{end}");
        var queried = other.Read(RawFiles.Ml1M);
        Assert.Equal(["ratings.dat:1 empty line ×3"], queried.Refused);
        Assert.Equal(5, queried.Audits[^1].Rows);
    }

    [Fact]
    public void Empty_lines_at_the_end_of_ratings_are_nothing_and_those_of_a_file_without_rows_are_no_rows()
    {
        using var raw = RawFiles.OfMl32M("1,1,5.0,1000000100\r\n" + string.Concat(Enumerable.Repeat("\r\n", 5000)) + "\r");
        var tables = raw.Read(RawFiles.Ml32M, maxBadRows: 0);
        Assert.Empty(tables.Refused);
        Assert.Equal(1, tables.Audits[^1].Rows);
        using var empty = RawFiles.OfMl32M("\r\n\r\n");
        Assert.Equal("ratings.csv has no rows; take a whole copy of the file.", empty.FailureOf(RawFiles.Ml32M));
    }

    [Fact]
    public void An_empty_line_in_a_quoted_title_is_no_empty_row_and_one_between_movies_is()
    {
        using var raw = RawFiles.OfMl32M(movies: RawFiles.Ml32MMovies + "4,\"Four\r\n\r\nagain\",Drama\r\n\r\n5,Five,Drama\r\n");
        Assert.Equal(["movies.csv:8 empty line ×1"], raw.Read(RawFiles.Ml32M).Refused);
    }

    [Fact]
    public void Repeated_rows_of_one_user_and_item_are_counted_and_are_no_bad_rows()
    {
        const string Reason = "repeated user and item among the sampled users, the earliest by time kept ×2";
        using var scanned = RawFiles.OfMl32M("1,1,5.0,1000000100\r\n2,1,9.0,1000000100\r\n2,1,4.0,1000000100\r\n1,1,5.0,1000000100\r\n1,1,3.0,1000000050\r\n");
        var tables = scanned.Read(RawFiles.Ml32M);
        Assert.Equal(["ratings.csv:3 rating out of range ×1", $"ratings.csv:5 {Reason}"], tables.Refused);
        Assert.Equal("1=3@1000000050", tables.HistoryOf("1"));
        using var queried = RawFiles.OfMl1M("1::1::5::1000000100\n2::1::4::1000000100\n1::1::5::1000000100\n1::1::3::1000000050\n");
        Assert.Equal([$"ratings.dat:3 {Reason}"], queried.Read(RawFiles.Ml1M, maxBadRows: 0).Refused);
    }

    [Theory]
    [InlineData("1,1,-1,1000000100", "ratings.csv line 3: rating out of range (rating is \"-1\"); ")]
    [InlineData("1,1,5.0,1000021", "ratings.csv line 3: time out of range (timestamp is \"1000021\"); ")]
    [InlineData("one,1,5.0,1000000100", "ratings.csv line 3: not a number (userId is \"one\"); ")]
    [InlineData("1,77,5.0,1000000100", "ratings.csv line 3: unknown item (movieId is \"77\"); ")]
    [InlineData("1,1,5.0", "ratings.csv line 3: too few fields (the line is \"1,1,5.0\"); ")]
    [InlineData("1,1,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,1000000100", "ratings.csv line 3: not a number (rating is \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\"); ")]
    public void What_stands_at_the_first_bad_row_of_ML_32M_is_shown(string row, string message)
    {
        using var raw = RawFiles.OfMl32M($"1,1,5.0,1000000100\r\n{row}\r\n2,2,3.5,1000000200\r\n");
        Assert.StartsWith(message, raw.FailureOf(RawFiles.Ml32M), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1::1::-1::1000000100", "ratings.dat line 2: rating out of range (rating is \"-1\"); ")]
    [InlineData("1::1::5::1000021", "ratings.dat line 2: time out of range (time is \"1000021\"); ")]
    [InlineData("1::77::5::1000000100", "ratings.dat line 2: unknown item (item_id is \"77\"); ")]
    [InlineData("1::1::5", "ratings.dat line 2: too few fields (the line is \"1::1::5\"); ")]
    public void What_stands_at_the_first_bad_row_of_ML_1M_is_shown(string row, string message)
    {
        using var raw = RawFiles.OfMl1M($"1::1::5::1000000100\n{row}\n2::2::3::1000000200\n");
        Assert.StartsWith(message, raw.FailureOf(RawFiles.Ml1M), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_movie_id_is_told()
    {
        using var raw = RawFiles.OfMl32M(movies: RawFiles.Ml32MMovies + "3,Three again,Drama\r\n");
        Assert.StartsWith("movies.csv line 5: repeated id (id is \"3\"); ", raw.FailureOf(RawFiles.Ml32M), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_before_a_file_without_a_header_is_refused()
    {
        using var raw = RawFiles.OfMl1M();
        raw.With("ratings.dat", [0xEF, 0xBB, 0xBF, .. "1::1::5::1000000100\n"u8]);
        Assert.StartsWith("ratings.dat line 1: a byte order mark stands before the first row", raw.FailureOf(RawFiles.Ml1M), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_in_its_encoding_is_told_in_words_of_our_own()
    {
        using var raw = RawFiles.OfMl1M();
        raw.With("movies.dat", [.. Encoding.ASCII.GetBytes(RawFiles.Ml1MMovies), .. "4::Caf"u8, 0x81, .. " (1990)::Drama\n"u8]);
        Assert.Equal("movies.dat is not Latin-1 text, which the publisher's file is; take a copy that nothing has converted.", raw.FailureOf(RawFiles.Ml1M));
    }
}
