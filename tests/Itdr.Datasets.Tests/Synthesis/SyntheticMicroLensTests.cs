using System.Text.RegularExpressions;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticMicroLensTests(SyntheticMicroLensTests.Files files) : IClassFixture<SyntheticMicroLensTests.Files>
{
    private const string Titles = "MicroLens-100k_title_en.csv";
    private const string Pairs = "MicroLens-100k_pairs.csv";

    [Fact]
    public void Files_have_the_published_names()
    {
        Assert.Equal(["MicroLens-100k_likes_and_views.txt", Pairs, "MicroLens-100k_pairs.tsv", Titles, "tags_to_summary.csv"], files.Names);
    }

    [Fact]
    public void Titles_have_no_header_and_no_second_comma_and_end_with_crlf()
    {
        var text = files.Text(Titles);

        Assert.All(files.Lines(Titles, "\r\n"), static line => Assert.Matches("^\\d+, [^,\r\n]*$", line));
        Assert.StartsWith("1, ", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(static letter => letter == '\n'), Regex.Count(text, "\r\n"));
    }

    [Theory]
    [InlineData("\n\\d+, \r\n")] // an empty title
    [InlineData("\n\\d+, \"[^\"\r\n]+\"[^\r\n]+\r\n")] // a quote that does not quote
    [InlineData(" # [^\r\n]+ # ")] // hashtags
    [InlineData("\n\\d+, \\d\\. ")] // a number in front
    [InlineData("\n\\d+, [^\r\n]{1000,}\r\n")] // a very long title
    [InlineData("🚲")]
    public void Titles_show_the_irregularities_of_the_real_file(string pattern)
    {
        Assert.Matches(pattern, files.Text(Titles));
    }

    [Fact]
    public void Interactions_have_a_header_milliseconds_and_crlf_and_no_order_in_time()
    {
        var lines = files.Lines(Pairs, "\r\n");

        Assert.Equal("user,item,timestamp", lines[0]);
        Assert.All(lines.Skip(1), static line => Assert.Matches("^\\d+,\\d+,1[56]\\d{11}$", line));
        var rows = lines.Skip(1).Select(static line => line.Split(',')).ToList();
        var times = rows.Where(static row => row[0] == "1").Select(static row => long.Parse(row[2])).ToList();
        Assert.NotEqual(times.Order(), times);
        Assert.Equal(rows.Count, rows.DistinctBy(static row => (row[0], row[1])).Count());
    }

    [Fact]
    public void The_sequence_of_a_user_is_that_of_the_interactions_in_time_order()
    {
        var rows = files.Lines(Pairs, "\r\n").Skip(1).Select(static line => line.Split(','));
        var expected = rows.GroupBy(static row => row[0]).ToDictionary(static user => user.Key, static user => user.OrderBy(static row => long.Parse(row[2])).Select(static row => row[1]));

        Assert.All(files.Lines("MicroLens-100k_pairs.tsv"), line => Assert.Equal(expected[line.Split('\t')[0]], line.Split('\t')[1].Split(' ')));
    }

    [Fact]
    public void Likes_and_tags_have_no_header()
    {
        Assert.All(files.Lines("MicroLens-100k_likes_and_views.txt"), static line => Assert.Matches("^\\d+\t\\d+\t\\d+$", line));
        Assert.All(files.Lines("tags_to_summary.csv"), static line => Assert.Matches("^\\d+,[a-z ]+$", line));
    }

    [Fact]
    public void Half_of_the_users_see_ten_videos()
    {
        Assert.True(files.Lines(Pairs, "\r\n").Skip(1).CountBy(static line => line.Split(',')[0]).Count(static user => user.Value >= 10) > 60);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("microlens");
}
