namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticLastFm360KTests(SyntheticLastFm360KTests.Files files) : IClassFixture<SyntheticLastFm360KTests.Files>
{
    private const string Profiles = "usersha1-profile.tsv";
    private const string Plays = "usersha1-artmbid-artname-plays.tsv";

    [Fact]
    public void Profiles_have_five_fields_and_no_header()
    {
        Assert.All(files.Lines(Profiles), static line => Assert.Matches("^[0-9a-f]{40}\t[mf]?\t(-?\\d+)?\t[A-Z][A-Za-z ]+\t[A-Z][a-z]{2} \\d{1,2}, \\d{4}$", line));
    }

    [Theory]
    [InlineData("\t-1337\t")]
    [InlineData("\t1\t")]
    [InlineData("\t2\t")]
    [InlineData("\t100\t")]
    [InlineData("[0-9a-f]{40}\t\t")] // no gender
    [InlineData("\t[mf]\t\t")] // no age
    [InlineData("\tUnited States\t")]
    [InlineData("\tAntarctica\t")]
    [InlineData("\tFeb \\d{1,2}, 200\\d\n")]
    public void Profiles_show_the_dirt_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Profiles));
    }

    [Theory]
    [InlineData("(?m)^sep 20, 2008\t[0-9a-f-]{36}\t[^\t]+\t\\d+$")] // a user that is none
    [InlineData("(?m)^[0-9a-f]{40}\t\t[^\t]+\t\\d+$")] // no key of the artist
    [InlineData("(?m)^[0-9a-f]{40}\t[0-9a-f-]{36}\t\"[A-Za-z]+\" [^\t]+\t\\d+$")] // a literal quote
    [InlineData("(?m)^[0-9a-f]{40}\t[0-9a-f-]{36}\t[A-Za-z]+ 7\" Orchestra\t\\d+$")]
    [InlineData("[а-я]")]
    public void Plays_show_the_dirt_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Plays));
    }

    [Fact]
    public void A_broken_row_is_there_and_broken_rows_are_below_a_thousandth()
    {
        var lines = files.Lines(Plays);
        var bad = lines.Count(static line => line.Count(static letter => letter == '\t') != 3);

        Assert.True(bad > 0);
        Assert.True(1000 * (bad + lines.Count(static line => line.StartsWith("sep ", StringComparison.Ordinal))) <= lines.Count);
    }

    [Fact]
    public void Rows_of_a_user_stand_together_most_played_first()
    {
        var rows = Rows();

        var runs = rows.Where((row, place) => place == 0 || rows[place - 1][0] != row[0]).Count();
        Assert.Equal(rows.Select(static row => row[0]).Distinct().Count(), runs);
        Assert.All(rows.GroupBy(static row => row[0]), static user =>
            Assert.Equal(user.Select(static row => int.Parse(row[3])).OrderDescending(), user.Select(static row => int.Parse(row[3]))));
    }

    [Fact]
    public void A_user_has_an_artist_twice_and_artists_differ_by_case_and_blanks_alone()
    {
        var rows = Rows();
        var names = rows.Select(static row => row[2]).Distinct().ToList();

        Assert.True(rows.DistinctBy(static row => (row[0], row[2].Trim().ToLowerInvariant())).Count() < rows.Count);
        Assert.True(names.DistinctBy(static name => name.ToLowerInvariant()).Count() < names.Count);
        Assert.Contains(names, static name => name.EndsWith(' '));
    }

    private List<string[]> Rows() => [.. files.Lines(Plays).Select(static line => line.Split('\t')).Where(static row => row.Length == 4)];

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("lastfm-360k");
}
