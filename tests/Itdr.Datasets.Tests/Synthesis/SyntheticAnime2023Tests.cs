using System.Text.RegularExpressions;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticAnime2023Tests(SyntheticAnime2023Tests.Files files) : IClassFixture<SyntheticAnime2023Tests.Files>
{
    private const string Anime = "anime-dataset-2023.csv";
    private const string People = "users-details-2023.csv";
    private const string Scores = "users-score-2023.csv";

    [Theory]
    [InlineData(Anime, "anime_id,Name,English name,Other name,Score,Genres,Synopsis,Type,Episodes,Aired,Premiered,Status,Producers,Licensors,Studios,Source,Duration,Rating,Rank,Popularity,Favorites,Scored By,Members,Image URL\n1,")]
    [InlineData(People, "Mal ID,Username,Gender,Birthday,Location,Joined,Days Watched,Mean Score,Watching,Completed,On Hold,Dropped,Plan to Watch,Total Entries,Rewatched,Episodes Watched\n1,")]
    [InlineData(Scores, "user_id,Username,anime_id,Anime Title,rating\n1,")]
    public void Files_start_with_the_real_header_and_have_no_carriage_return(string name, string start)
    {
        Assert.StartsWith(start, files.Text(name), StringComparison.Ordinal);
        Assert.DoesNotContain((byte)'\r', files.Bytes(name));
    }

    [Theory]
    [InlineData("\"[^\"]*\n\n[^\"]*\"\"[^\"]*\"\"\n[^\"]*\",(TV|OVA|Movie|Special|ONA|Music),")] // a synopsis over several lines with quotes
    [InlineData(",UNKNOWN,")]
    [InlineData("\n\\d+,[^\n]+,\\d\\.\\d\\d,UNKNOWN,\"")] // no genre
    [InlineData(",(TV|OVA|Movie|Special|ONA|Music),UNKNOWN,")] // no number of episodes
    [InlineData(",TV,\\d+\\.0,")] // a whole number with a decimal point
    [InlineData(",Not available,")]
    [InlineData(",No description available for this anime\\.,")]
    [InlineData("&quot;.*&amp;")]
    [InlineData(",Rx - Hentai,")]
    [InlineData(",R - 17\\+ \\(violence & profanity\\),\\d+\\.0,\\d+,\\d+,\\d+\\.0,\\d+,https://")]
    [InlineData(",(winter|spring|summer|fall) \\d{4},Finished Airing,")]
    [InlineData("[\u30A0-\u30FF]{3}")] // Katakana
    public void Anime_show_the_dirt_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Anime));
    }

    [Fact]
    public void No_cell_of_an_anime_is_empty()
    {
        Assert.DoesNotContain(",,", files.Text(Anime), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n\\d+,null,")]
    [InlineData("\n\\d+,nan,")]
    [InlineData("\n\\d+,,")] // nobody's name
    [InlineData("\n\\d+,[^,]+,,")] // no gender
    [InlineData("\n\\d+,[^,]+,(Male|Female|Non-Binary|),,")] // no birthday
    [InlineData(",\\d{4}-\\d\\d-\\d\\dT00:00:00\\+00:00,\"[A-Za-z]+, [A-Za-z]+\",\\d{4}-")] // a location in quotes
    [InlineData(",,,,,,,\n")] // no counters
    [InlineData(",19[012]\\d-")] // a birth year that is no one's
    public void People_show_the_dirt_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(People));
    }

    [Fact]
    public void Scores_are_1_to_10_and_grouped_by_user_and_titles_are_quoted_where_needed()
    {
        var lines = files.Lines(Scores).Skip(1).ToList();

        Assert.All(lines, static line => Assert.Matches("^\\d+,[^,]*,\\d+,(\"([^\"]|\"\")+\"|[^,\"]+),([1-9]|10)$", line));
        var users = lines.Select(static line => int.Parse(line.Split(',')[0])).ToList();
        Assert.Equal(users.Order(), users);
        Assert.Contains(lines, static line => line.Contains("\"\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_anime_share_a_name()
    {
        var titles = files.Lines(Scores).Skip(1).Select(static line => Regex.Match(line, "^\\d+,[^,]*,(\\d+),(.*),\\d+$"))
            .Select(static match => (Id: match.Groups[1].Value, Title: match.Groups[2].Value)).Distinct().ToList();

        Assert.True(titles.DistinctBy(static pair => pair.Title).Count() < titles.Count);
        Assert.Equal(titles.Count, titles.DistinctBy(static pair => pair.Id).Count());
    }

    [Fact]
    public void Most_users_like_ten_anime_and_dislike_two()
    {
        var scores = files.Lines(Scores).Skip(1).Select(static line => (User: line.Split(',')[0], Points: int.Parse(line[(line.LastIndexOf(',') + 1)..]))).ToList();

        Assert.True(scores.Where(static score => score.Points >= 8).CountBy(static score => score.User).Count(static user => user.Value >= 10) > 60);
        Assert.True(scores.Where(static score => score.Points <= 5).CountBy(static score => score.User).Count(static user => user.Value >= 2) > 60);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("anime-2023");
}
