using System.Text;

namespace Itdr.Datasets.Tests.Sources;

public class MovieLens1MTests
{
    [Fact]
    public void Titles_are_read_as_Latin_1()
    {
        using var raw = RawFiles.OfMl1M();
        raw.With("movies.dat", [.. "1::Caf"u8, 0xE9, .. " Lamp (1990)::Drama\n2::Two::Drama\n"u8]);
        Assert.Equal("Café Lamp (1990)", raw.Read(RawFiles.Ml1M).Titles["1"]);
    }

    [Fact]
    public void Titles_that_a_copy_has_in_UTF_8_are_no_mojibake()
    {
        using var raw = RawFiles.OfMl1M();
        raw.With("movies.dat", Encoding.UTF8.GetBytes("1::Café Lamp (1990)::Drama\n2::Two::Drama\n"));
        Assert.Equal("Café Lamp (1990)", raw.Read(RawFiles.Ml1M).Titles["1"]);
    }

    [Fact]
    public void Colons_commas_and_quotes_in_a_title_are_plain_characters()
    {
        using var raw = RawFiles.OfMl1M(movies: "1::Lamp: \"The, 'Moon (1990)::Drama\n2::'Til: Two (1991)::Drama\n");
        var titles = raw.Read(RawFiles.Ml1M).Titles;
        Assert.Equal("Lamp: \"The, 'Moon (1990)", titles["1"]);
        Assert.Equal("'Til: Two (1991)", titles["2"]);
    }

    [Fact]
    public void Ratings_that_are_not_in_time_order_are_put_into_it()
    {
        using var raw = RawFiles.OfMl1M("1::1::5::1000000300\n1::2::4::1000000100\n1::3::3::1000000200\n2::1::1::1000000005\n");
        Assert.Equal("2=4@1000000100 3=3@1000000200 1=5@1000000300", raw.Read(RawFiles.Ml1M).HistoryOf("1"));
    }

    [Fact]
    public void Ratings_of_one_second_are_ordered_by_the_number_of_the_movie()
    {
        using var raw = RawFiles.OfMl1M(
            "1::10::5::1000000100\n1::9::4::1000000100\n1::2::3::1000000100\n",
            "2::Two::Drama\n9::Nine::Drama\n10::Ten::Drama\n");
        Assert.Equal("2=3@1000000100 9=4@1000000100 10=5@1000000100", raw.Read(RawFiles.Ml1M).HistoryOf("1"));
    }

    [Fact]
    public void Codes_of_age_and_occupation_become_words_and_the_letter_of_the_gender_stays()
    {
        using var raw = RawFiles.OfMl1M();
        var users = raw.Read(RawFiles.Ml1M).Users;
        Assert.Equal(("F", "Under 18", "K-12 student"), (users.Find("1")!.Gender, users.Find("1")!.AgeGroup, users.Find("1")!.Occupation));
        Assert.Equal(("M", "56+", "self-employed"), (users.Find("2")!.Gender, users.Find("2")!.AgeGroup, users.Find("2")!.Occupation));
    }

    [Fact]
    public void Zip_codes_of_any_form_are_no_fault()
    {
        using var raw = RawFiles.OfMl1M(users: "1::F::1::10::00601\n2::M::56::16::55405-2546\n3::M::25::0::495321\n");
        var tables = raw.Read(RawFiles.Ml1M);
        Assert.NotNull(tables.Users.Find("3"));
        Assert.Empty(tables.Refused);
    }

    [Fact]
    public void A_code_that_the_documentation_does_not_list_is_a_bad_row()
    {
        using var raw = RawFiles.OfMl1M(users: "1::F::1::10::48067\n2::M::30::16::70072\n3::X::25::1::1\n4::F::25::21::1\n5::F::::1::1\n");
        var tables = raw.Read(RawFiles.Ml1M);
        Assert.Contains("users.dat:2 unknown code ×4", tables.Refused);
        Assert.Null(tables.Users.Find("2"));
    }

    [Fact]
    public void Gaps_in_the_numbers_of_movies_are_no_fault()
    {
        using var raw = RawFiles.OfMl1M("1::3952::5::1000000300\n", "1::One::Drama\n3952::Last::Drama\n");
        Assert.Equal("3952=5@1000000300", raw.Read(RawFiles.Ml1M).HistoryOf("1"));
    }

    [Fact]
    public void Genres_keep_their_apostrophe()
    {
        using var raw = RawFiles.OfMl1M();
        var items = raw.Read(RawFiles.Ml1M).Items;
        Assert.Equal(["Children's"], items[items.IndexOf("3")].Categories);
    }

    [Theory]
    [InlineData("1::One::Comedy|Drama\n2::Two::Drama\n3::Three::Drama|Come", "movies.dat:3 truncated last line ×1")]
    [InlineData("1::One::Comedy|Drama\n2::Two::Drama\n3::Three::Drama|Comedy", "")]
    [InlineData("1::One::Comedy|Drama\n2::Two::Drama\n3::Three::Drama|Come\n", "")]
    public void A_last_line_that_is_cut_off_inside_its_genres_is_counted(string movies, string refused)
    {
        using var raw = RawFiles.OfMl1M("1::1::5::1000000300\n1::2::4::1000000100\n", movies);
        Assert.Equal(refused, string.Join(' ', raw.Read(RawFiles.Ml1M).Refused));
    }

    [Fact]
    public void Of_two_rows_for_one_movie_only_one_stays_whichever_comes_first()
    {
        using var first = RawFiles.OfMl1M(movies: "1::One::Drama\n1::Another One::Drama\n2::Two::Drama\n");
        using var second = RawFiles.OfMl1M(movies: "1::Another One::Drama\n1::One::Drama\n2::Two::Drama\n");
        Assert.Equal("Another One", first.Read(RawFiles.Ml1M).Titles["1"]);
        Assert.Equal("Another One", second.Read(RawFiles.Ml1M).Titles["1"]);
        Assert.Contains("movies.dat:1 repeated id ×1", first.Read(RawFiles.Ml1M).Refused);
    }

    [Fact]
    public void Of_two_ratings_of_one_movie_the_earliest_stays()
    {
        using var raw = RawFiles.OfMl1M("1::1::5::1000000300\n1::1::2::1000000100\n1::2::4::1000000200\n");
        Assert.Equal("1=2@1000000100 2=4@1000000200", raw.Read(RawFiles.Ml1M).HistoryOf("1"));
    }

    [Fact]
    public void Lines_that_end_in_CRLF_are_read_too()
    {
        using var raw = RawFiles.OfMl1M("1::1::5::1000000300\r\n1::2::4::1000000100\r\n", RawFiles.Ml1MMovies.ReplaceLineEndings("\r\n"), RawFiles.Ml1MUsers.ReplaceLineEndings("\r\n"));
        var tables = raw.Read(RawFiles.Ml1M);
        Assert.Equal("2=4@1000000100 1=5@1000000300", tables.HistoryOf("1"));
        Assert.Equal("F", tables.Users.Find("1")!.Gender);
        Assert.Empty(tables.Refused);
    }
}
