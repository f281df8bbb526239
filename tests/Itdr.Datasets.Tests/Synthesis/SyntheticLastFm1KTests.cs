namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticLastFm1KTests(SyntheticLastFm1KTests.Files files) : IClassFixture<SyntheticLastFm1KTests.Files>
{
    private const string Profiles = "userid-profile.tsv";
    private const string Plays = "userid-timestamp-artid-artname-traid-traname.tsv";

    [Theory]
    [InlineData("^#id\tgender\tage\tcountry\tregistered\nuser_000001\t")]
    [InlineData("\nuser_\\d{6}\t\t")] // no gender
    [InlineData("\t[mf]\t\t")] // no age
    [InlineData("\t[mf]\t(\\d*)\t\t[A-Z]")] // no country
    [InlineData("\t\n")] // no registration
    [InlineData("\t3\t")] // an impossible age
    [InlineData("\t103\t")]
    [InlineData("\t[A-Z][a-z]{2} \\d, 200\\d\n")] // a day of one digit
    public void Profiles_have_a_header_and_the_gaps_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Profiles));
    }

    [Fact]
    public void Plays_have_six_fields_and_no_header()
    {
        const string Key = "([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})?";

        Assert.All(files.Lines(Plays), static line => Assert.Matches($"^user_\\d{{6}}\t20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\t{Key}\t[^\t]+\t{Key}\t[^\t]+$", line));
    }

    [Theory]
    [InlineData("Z\t\t")] // no key of the artist
    [InlineData("\t[^\t\n]+\t\t[^\t\n]+\n")] // no key of the track
    [InlineData("\t\"[A-Za-z]+\" [A-Za-z]+\t")] // a literal quote in a name
    [InlineData("\t[A-Za-z]+ 7\" Orchestra\t")] // and a single one
    [InlineData("\t2010-")] // years that had not come
    [InlineData("\t2013-")]
    [InlineData("[\u4E00-\u9FFF]")]
    [InlineData("[\u30A0-\u30FF]")]
    [InlineData("[а-я]")]
    public void Plays_show_the_irregularities_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Plays).Replace("T", "-", StringComparison.Ordinal));
    }

    [Fact]
    public void Plays_go_newest_first_inside_a_user_and_some_fall_into_the_same_second()
    {
        var rows = files.Lines(Plays).Select(static line => line.Split('\t')).ToList();

        Assert.All(rows.GroupBy(static row => row[0]), static user =>
            Assert.Equal(user.Select(static row => row[1]).OrderDescending(StringComparer.Ordinal), user.Select(static row => row[1])));
        Assert.True(rows.DistinctBy(static row => (row[0], row[1])).Count() < rows.Count);
        Assert.Equal(2, rows.Count(static row => string.CompareOrdinal(row[1], "2010") > 0));
    }

    [Fact]
    public void Users_play_more_than_twenty_artists_and_some_profiles_have_no_play()
    {
        var artists = files.Lines(Plays).Select(static line => line.Split('\t')).GroupBy(static row => row[0]).ToDictionary(static user => user.Key, static user => user.Select(static row => row[3]).Distinct().Count());

        Assert.All(artists, static user => Assert.True(user.Value > 20));
        Assert.InRange(artists.Count, 100, 119);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("lastfm-1k");
}
