using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources;

public class Anime2023Tests
{
    private const string Source = "anime-2023";
    private const string AnimeHeader = "anime_id,Name,English name,Other name,Score,Genres,Synopsis,Type,Episodes,Aired,Premiered,Status,Producers,Licensors,Studios,Source,Duration,Rating,Rank,Popularity,Favorites,Scored By,Members,Image URL\n";
    private const string UserHeader = "Mal ID,Username,Gender,Birthday,Location,Joined,Days Watched,Mean Score,Watching,Completed,On Hold,Dropped,Plan to Watch,Total Entries,Rewatched,Episodes Watched\n";
    private const string ScoreHeader = "user_id,Username,anime_id,Anime Title,rating\n";
    private const string NoCounters = ",2004-11-05T00:00:00+00:00,142.3,7.37,1.0,233.0,8.0,93.0,64.0,399.0,60.0,8458.0\n";

    private static string Anime(int id, string name, string genres = "Action", string synopsis = "A lamp.", string episodes = "26.0", string studios = "Studio Lark", string rating = "PG - Children") =>
        $"{id},{name},UNKNOWN,x,UNKNOWN,\"{genres}\",\"{synopsis}\",TV,{episodes},Not available,UNKNOWN,Finished Airing,UNKNOWN,UNKNOWN,{studios},Manga,24 min per ep,{rating},41.0,1,2,UNKNOWN,3,url\n";

    private static RawFiles Files(string scores = "1,kim,1,One,9\n", string? users = null, string? animes = null) => new RawFiles()
        .With("users-score-2023.csv", ScoreHeader + scores)
        .With("users-details-2023.csv", UserHeader + (users ?? "1,kim,Male,1985-03-04T00:00:00+00:00,\"Oslo, Norway\"" + NoCounters))
        .With("anime-dataset-2023.csv", AnimeHeader + (animes ?? Anime(1, "One") + Anime(2, "Two") + Anime(3, "Three")));

    private static string PropertiesOf(ReadTables tables, string id) =>
        string.Join("; ", tables.Items[tables.Items.IndexOf(id)].Properties.Select(static property => $"{property.Name}: {property.Value}"));

    [Fact]
    public void A_synopsis_over_several_lines_with_entities_becomes_one_line()
    {
        using var raw = Files(animes: Anime(1, "One", synopsis: "First line &amp; more.\n\nSecond \"\"line\"\".\n") + Anime(2, "Two"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.EndsWith("synopsis: First line & more. Second \"line\".", PropertiesOf(tables, "1"), StringComparison.Ordinal);
        Assert.Equal("Two", tables.Titles["2"]);
    }

    [Fact]
    public void What_is_UNKNOWN_is_not_told_and_numbers_lose_their_point()
    {
        using var raw = Files(animes: Anime(1, "One", genres: "UNKNOWN", synopsis: "No description available for this anime.", episodes: "UNKNOWN", studios: "UNKNOWN", rating: "UNKNOWN") + Anime(2, "Two"));
        var tables = raw.Read(Source);
        Assert.Equal("type: TV; source: Manga", PropertiesOf(tables, "1"));
        Assert.Empty(tables.Items[tables.Items.IndexOf("1")].Categories);
        Assert.StartsWith("genres: Action; type: TV; episodes: 26; studios: Studio Lark; source: Manga; age class: PG - Children;", PropertiesOf(tables, "2"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_for_adults_alone_is_left_out_with_its_scores_and_is_no_bad_row()
    {
        using var raw = Files("1,kim,1,One,9\n1,kim,2,Two,8\n", animes: Anime(1, "One", rating: "Rx - Hentai") + Anime(2, "Two"));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("2=8@3", tables.HistoryOf("1"));
        Assert.Equal(["anime-dataset-2023.csv:2 item for adults alone, left out ×1", "users-score-2023.csv:2 item for adults alone, left out ×1"], tables.Refused);
    }

    [Fact]
    public void Two_anime_of_one_name_are_two_items()
    {
        using var raw = Files("1,kim,1,Utopia,9\n1,kim,2,Utopia,8\n", animes: Anime(1, "Utopia") + Anime(2, "Utopia"));
        Assert.Equal("1=9@2 2=8@3", raw.Read(Source).HistoryOf("1"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("nan")]
    [InlineData("")]
    public void A_user_whose_name_looks_like_nothing_is_a_user(string name)
    {
        using var raw = Files($"1,{name},1,One,9\n", $"1,{name},Female,,Rome{NoCounters}");
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("1=9@2", tables.HistoryOf("1"));
        Assert.Equal(("Female", null, "Rome"), (tables.Users.Find("1")!.Gender, tables.Users.Find("1")!.BirthYear, tables.Users.Find("1")!.Location));
    }

    [Fact]
    public void Empty_cells_of_a_profile_are_unknown_even_where_all_counters_are_missing()
    {
        using var raw = Files(users: "1,kim,,,,,,,,,,,,,,\n");
        var user = raw.Read(Source, maxBadRows: 0).Users.Find("1")!;
        Assert.Equal((null, null, null), (user.Gender, user.BirthYear, user.Location));
    }

    [Fact]
    public void A_birthday_gives_its_year_and_a_gender_of_no_known_word_is_a_bad_row()
    {
        using var raw = Files(users: $"1,kim,Non-Binary,1985-03-04T00:00:00+00:00,\"Oslo, Norway\"{NoCounters}2,lo,male,,{NoCounters}");
        var tables = raw.Read(Source);
        Assert.Equal(("Non-Binary", 1985, "Oslo, Norway"), (tables.Users.Find("1")!.Gender, tables.Users.Find("1")!.BirthYear, tables.Users.Find("1")!.Location));
        Assert.Contains("users-details-2023.csv:3 unknown code ×1", tables.Refused);
    }

    [Theory]
    [InlineData("0", "rating out of range")]
    [InlineData("-1", "rating out of range")]
    [InlineData("11", "rating out of range")]
    [InlineData("", "not a number")]
    [InlineData("7.5", "not a number")]
    public void A_score_that_is_no_whole_number_from_1_to_10_is_a_bad_row(string score, string reason)
    {
        using var raw = Files($"1,kim,1,One,9\n1,kim,2,Two,{score}\n1,kim,3,Three,8\n");
        Assert.Equal([$"users-score-2023.csv:3 {reason} ×1"], raw.Read(Source).Refused);
    }

    [Fact]
    public void Titles_with_commas_and_quotes_do_not_move_the_score()
    {
        using var raw = Files("1,kim,1,\"One, \"\"two\"\"\",9\n1,kim,2,Two,8\n");
        Assert.Equal("1=9@2 2=8@3", raw.Read(Source, maxBadRows: 0).HistoryOf("1"));
    }

    [RealDataFact("anime2023")]
    public void The_local_head_of_the_anime_file_is_read_exactly()
    {
        using var raw = Files().With("anime-dataset-2023.csv", File.ReadAllBytes(Path.Combine(RealData.Path("anime2023"), "anime-dataset-2023.head.csv")));
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal(1821 - 83, tables.Items.Count);
        Assert.Contains(tables.Audits, static audit => audit.Rows == 1821);
        Assert.Contains("item for adults alone, left out ×83", string.Join(' ', tables.Refused), StringComparison.Ordinal);
        Assert.All(tables.Titles.Values, static title => Assert.DoesNotContain('\n', title));
    }
}
