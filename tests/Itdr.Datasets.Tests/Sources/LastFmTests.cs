using Itdr.Datasets.Sources.LastFm;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources;

public class LastFmTests
{
    private const string Small = "lastfm-1k";
    private const string Large = "lastfm-360k";
    private const string Kim = "00000c289a1829a808ac09c00daf10bc3c4e223b";
    private const string Lo = "11111c289a1829a808ac09c00daf10bc3c4e223b";

    private static string Event(string time, string artist, string user = "user_000001", string key = "") => $"{user}\t{time}\t{key}\t{artist}\t\tA track\n";

    private static RawFiles Files1K(string events, string people = "#id\tgender\tage\tcountry\tregistered\nuser_000001\tm\t\tJapan\tAug 13, 2006\n") => new RawFiles()
        .With("userid-timestamp-artid-artname-traid-traname.tsv", events)
        .With("userid-profile.tsv", people);

    private static RawFiles Files360K(string plays, string people = $"{Kim}\tf\t22\tGermany\tFeb 1, 2007\n") => new RawFiles()
        .With("usersha1-artmbid-artname-plays.tsv", plays)
        .With("usersha1-profile.tsv", people);

    [Fact]
    public void Plays_of_an_artist_are_counted_and_timed_by_the_first()
    {
        using var raw = Files1K(Event("2009-05-04T23:08:57Z", "Lamp") + Event("2009-05-04T13:54:10Z", "Lark") + Event("2008-01-01T00:00:00Z", "Lamp"));
        var tables = raw.Read(Small, maxBadRows: 0);
        Assert.Equal("LAMP=2@1199145600 LARK=1@1241445250", tables.HistoryOf("user_000001"));
        Assert.Empty(tables.Refused);
    }

    [Fact]
    public void Thousands_of_plays_take_no_more_room_than_their_artists()
    {
        var events = string.Concat(Enumerable.Range(0, 5000).Select(static play => Event($"2009-05-04T{play / 3600:00}:{play / 60 % 60:00}:{play % 60:00}Z", $"Artist {play % 7}")));
        using var raw = Files1K(events);
        var user = raw.Read(Small, maxBadRows: 0).Sample.Users.Single();
        Assert.Equal(7, user.Interactions.Length);
        Assert.Equal(5000, user.Interactions.Sum(static artist => artist.Rating));
    }

    [Fact]
    public void Names_that_differ_in_case_or_blanks_are_one_artist_under_its_commonest_spelling()
    {
        using var raw = Files1K(Event("2009-05-04T23:08:57Z", "die ärzte") + Event("2009-05-04T23:08:58Z", "Die  Ärzte ") + Event("2009-05-04T23:08:59Z", "die ärzte"));
        var tables = raw.Read(Small);
        Assert.Equal(["die ärzte"], tables.Titles.Values);
        Assert.Equal(3, Assert.Single(tables.Sample.Users[0].Interactions).Rating);
    }

    [Fact]
    public void A_quote_in_a_name_is_a_character_and_empty_keys_are_no_fault()
    {
        using var raw = Files1K(Event("2009-05-04T23:08:57Z", "\"Weird Al") + Event("2009-05-04T23:08:58Z", "初音ミク", key: "f1b1cf71"));
        Assert.Equal(["\"Weird Al", "初音ミク"], raw.Read(Small, maxBadRows: 0).Titles.Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_play_years_after_the_data_were_collected_is_refused()
    {
        using var raw = Files1K(Event("2009-06-19T00:00:00Z", "Lamp") + Event("2013-09-29T18:32:04Z", "Lamp") + Event("yesterday", "Lamp"));
        Assert.Equal(
            ["userid-timestamp-artid-artname-traid-traname.tsv:3 not a number ×1", "userid-timestamp-artid-artname-traid-traname.tsv:2 time out of range ×1"],
            raw.Read(Small).Refused);
    }

    [Fact]
    public void The_profile_may_have_a_header_or_none_and_empty_fields_are_unknown()
    {
        using var with = Files1K(Event("2009-05-04T23:08:57Z", "Lamp"));
        using var without = Files1K(Event("2009-05-04T23:08:57Z", "Lamp"), "user_000001\t\t23\t\t\n");
        Assert.Equal(("m", null, "Japan"), Of(with.Read(Small, maxBadRows: 0), "user_000001"));
        Assert.Equal((null, 23, null), Of(without.Read(Small, maxBadRows: 0), "user_000001"));
    }

    [Fact]
    public void Rows_for_one_user_and_artist_are_added_and_told_of()
    {
        using var raw = Files360K($"{Kim}\tkey\tbetty lamp\t2137\n{Kim}\t\tBetty Lamp\t10\n{Kim}\t\tLark\t3\n");
        var tables = raw.Read(Large, maxBadRows: 0);
        Assert.Equal("BETTY LAMP=2147@0 LARK=3@0", tables.HistoryOf(Kim));
        Assert.Equal(["usersha1-artmbid-artname-plays.tsv:2 repeated user and item among the sampled users, the counts added ×1"], tables.Refused);
    }

    [Fact]
    public void A_user_id_that_is_a_date_and_rows_of_another_form_are_refused()
    {
        using var raw = Files360K($"sep 20, 2008\tkey\tLamp\t3\n{Kim}\tkey\tLamp\n{Kim}\tkey\tLamp\tmany\n{Kim}\tkey\tLamp\t3\n");
        Assert.Equal(
            [
                "usersha1-artmbid-artname-plays.tsv:2 too few fields ×1",
                "usersha1-artmbid-artname-plays.tsv:3 not a number ×1",
                "usersha1-artmbid-artname-plays.tsv:1 broken id ×1",
            ],
            raw.Read(Large).Refused);
    }

    [Fact]
    public void Impossible_ages_stay_as_typed_and_a_country_without_people_is_unknown()
    {
        using var raw = Files360K($"{Kim}\tkey\tLamp\t3\n", $"{Kim}\tm\t-1337\tAntarctica\tFeb 1, 2007\n{Lo}\t\t\tUnited States\tFeb 1, 2007\n");
        var tables = raw.Read(Large, maxBadRows: 0);
        Assert.Equal(("m", -1337, null), Of(tables, Kim));
        Assert.Equal((null, null, "United States"), Of(tables, Lo));
        Assert.Null(LastFmPeople.Inhabited("Bouvet Island"));
    }

    [Fact]
    public void The_order_of_the_rows_of_a_source_without_times_is_of_no_account()
    {
        using var first = Files360K($"{Kim}\t\tB\t5\n{Kim}\t\tA\t5\n");
        using var second = Files360K($"{Kim}\t\tA\t5\n{Kim}\t\tB\t5\n");
        Assert.Equal(first.Read(Large).HistoryOf(Kim), second.Read(Large).HistoryOf(Kim));
    }

    [RealDataFact("lastfm1k")]
    public void The_local_files_of_Last_FM_1K_are_read_exactly()
    {
        var tables = ReadTables.Of(Small, RealData.Path("lastfm1k"), maxBadRows: 0);
        Assert.Empty(tables.Refused);
        Assert.Equal([992L, 5000L], tables.Audits.Select(static audit => audit.Rows));
        var people = Enumerable.Range(1, 1000).Select(number => tables.Users.Find($"user_{number:000000}")).OfType<Itdr.Datasets.Tables.UserProfile>().ToList();
        Assert.Equal((992, 502, 382), (people.Count, people.Count(static user => user.Gender == "m"), people.Count(static user => user.Gender == "f")));

        // 907 name a country, three of them one in which nobody lives.
        Assert.Equal((286, 904), (people.Count(static user => user.Age is not null), people.Count(static user => user.Country is not null)));
        Assert.Equal(5000, tables.Sample.Users.Sum(static user => user.Interactions.Sum(static artist => artist.Rating)));
    }

    private static (string? Gender, int? Age, string? Country) Of(ReadTables tables, string user) =>
        (tables.Users.Find(user)!.Gender, tables.Users.Find(user)!.Age, tables.Users.Find(user)!.Country);
}
