using System.Text;

namespace Itdr.Datasets.Tests.Sources;

public class MovieLens32MTests
{
    [Fact]
    public void Lines_that_end_in_CRLF_are_read()
    {
        using var raw = RawFiles.OfMl32M("1,1,5.0,1000000100\r\n1,2,0.5,1000000050\r\n");
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal("2=0.5@1000000050 1=5@1000000100", tables.HistoryOf("1"));
        Assert.Empty(tables.Refused);
    }

    [Fact]
    public void Lines_that_end_in_LF_are_read_as_those_that_end_in_CRLF()
    {
        using var raw = RawFiles.OfMl32M().With("ratings.csv", "userId,movieId,rating,timestamp\n1,1,5.0,1000000100\n1,2,0.5,1000000050\n")
            .With("movies.csv", RawFiles.Ml32MMovies.ReplaceLineEndings("\n"));
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal("2=0.5@1000000050 1=5@1000000100", tables.HistoryOf("1"));
        Assert.Equal("Three (1992)", tables.Titles["3"]);
    }

    [Fact]
    public void A_complete_last_line_needs_no_line_end()
    {
        using var raw = RawFiles.OfMl32M("1,1,5.0,1000000100\r\n1,2,0.5,1000000050");
        Assert.Equal("2=0.5@1000000050 1=5@1000000100", raw.Read(RawFiles.Ml32M).HistoryOf("1"));
    }

    [Fact]
    public void A_byte_order_mark_before_the_headers_is_skipped()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        using var raw = RawFiles.OfMl32M();
        raw.With("ratings.csv", [.. mark, .. Encoding.UTF8.GetBytes("userId,movieId,rating,timestamp\n1,1,5.0,1000000100\n")])
            .With("movies.csv", [.. mark, .. Encoding.UTF8.GetBytes(RawFiles.Ml32MMovies)]);
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal("1=5@1000000100", tables.HistoryOf("1"));
        Assert.Equal(3, tables.Items.Count);
    }

    [Fact]
    public void A_quoted_title_keeps_its_comma_and_its_doubled_quotes()
    {
        using var raw = RawFiles.OfMl32M(movies: "movieId,title,genres\r\n1,\"Lamp, The (1990)\",Drama\r\n2,\"\"\"Quoted\"\" Lamp (1991)\",Drama\r\n");
        var titles = raw.Read(RawFiles.Ml32M).Titles;
        Assert.Equal("Lamp, The (1990)", titles["1"]);
        Assert.Equal("\"Quoted\" Lamp (1991)", titles["2"]);
    }

    [Fact]
    public void A_blank_after_the_year_is_trimmed()
    {
        using var raw = RawFiles.OfMl32M(movies: "movieId,title,genres\r\n1,Lamp (1990) ,Drama\r\n2,\" Moon (1991) \",Drama\r\n");
        Assert.Equal(["Lamp (1990)", "Moon (1991)"], raw.Read(RawFiles.Ml32M).Titles.Values);
    }

    [Fact]
    public void A_title_without_a_year_is_a_title()
    {
        using var raw = RawFiles.OfMl32M(movies: "movieId,title,genres\r\n1,Lamp,Drama\r\n2,Two (1991),Drama\r\n");
        Assert.Equal("Lamp", raw.Read(RawFiles.Ml32M).Titles["1"]);
    }

    [Fact]
    public void Two_movies_with_one_title_stay_two_movies()
    {
        using var raw = RawFiles.OfMl32M("1,1,5.0,1000000100\r\n1,2,0.5,1000000050\r\n", "movieId,title,genres\r\n1,Same (1990),Drama\r\n2,Same (1990),Comedy\r\n");
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal("2=0.5@1000000050 1=5@1000000100", tables.HistoryOf("1"));
        Assert.Equal(tables.Items.TitleKey(0), tables.Items.TitleKey(1));
    }

    [Fact]
    public void The_words_for_no_genres_are_no_genre()
    {
        using var raw = RawFiles.OfMl32M();
        var items = raw.Read(RawFiles.Ml32M).Items;
        Assert.Equal(["Comedy", "Drama"], items[items.IndexOf("2")].Categories);
        Assert.Empty(items[items.IndexOf("3")].Categories);
    }

    [Fact]
    public void Titles_beyond_ASCII_are_read_as_UTF_8_and_entities_are_decoded()
    {
        using var raw = RawFiles.OfMl32M(movies: "movieId,title,genres\r\n1,Mañana 東京 🎬 (1990),Drama\r\n2,Lamp &amp; Bur&#299;d (1991),Drama\r\n");
        var titles = raw.Read(RawFiles.Ml32M).Titles;
        Assert.Equal("Mañana 東京 🎬 (1990)", titles["1"]);
        Assert.Equal("Lamp & Burīd (1991)", titles["2"]);
    }

    [Fact]
    public void A_line_break_in_a_quoted_title_becomes_a_space_and_later_lines_keep_their_numbers()
    {
        using var raw = RawFiles.OfMl32M(movies: "movieId,title,genres\n1,\"Lamp\nMoon (1990)\",Drama\n2,Two,Drama\n3,Three\n");
        var tables = raw.Read(RawFiles.Ml32M);
        Assert.Equal("Lamp Moon (1990)", tables.Titles["1"]);
        Assert.Contains("movies.csv:5 too few fields ×1", tables.Refused);
    }

    [Fact]
    public void The_smaller_release_is_found_in_its_own_folder()
    {
        using var raw = RawFiles.OfMl32M();
        Directory.CreateDirectory(Path.Combine(raw.Path, "ml-latest-small"));
        foreach (var name in new[] { "ratings.csv", "movies.csv" })
        {
            File.Move(Path.Combine(raw.Path, name), Path.Combine(raw.Path, "ml-latest-small", name));
        }

        Assert.Equal(3, raw.Read(RawFiles.Ml32M).Items.Count);
    }

    [Fact]
    public void A_folder_name_that_looks_like_a_pattern_is_only_a_name()
    {
        using var raw = RawFiles.OfMl32M();
        var odd = Directory.CreateDirectory(Path.Combine(raw.Path, "it's [a] *?"));
        foreach (var name in new[] { "ratings.csv", "movies.csv" })
        {
            File.Copy(Path.Combine(raw.Path, name), Path.Combine(odd.FullName, name));
        }

        Assert.Equal(3, ReadTables.Of(RawFiles.Ml32M, odd.FullName).Items.Count);
    }
}
