using System.Text.RegularExpressions;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticMovieLens32MTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SyntheticMovieLens32MTests() =>
        DatasetSynthesizer.Write(new SynthesisOptions { Source = "movielens-32m", Output = folder["raw"], Users = 120 });

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("movies.csv", "movieId,title,genres")]
    [InlineData("ratings.csv", "userId,movieId,rating,timestamp")]
    [InlineData("tags.csv", "userId,movieId,tag,timestamp")]
    [InlineData("links.csv", "movieId,imdbId,tmdbId")]
    public void Files_start_with_the_real_header_and_end_every_line_with_crlf(string name, string header)
    {
        var text = File.ReadAllText(folder[$"raw/{name}"]);

        Assert.StartsWith($"{header}\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(static letter => letter == '\n'), Regex.Count(text, "\r\n"));
    }

    [Fact]
    public void Movies_show_every_irregularity_of_the_real_file()
    {
        var lines = Lines("movies.csv");

        Assert.Contains(lines, static line => line.EndsWith(",(no genres listed)", StringComparison.Ordinal));
        Assert.Contains(lines, static line => Regex.IsMatch(line, @"^\d+,"".+, The \(\d{4}\)"",")); // article last, so quoted
        Assert.Contains(lines, static line => line.Contains("\"\"\"", StringComparison.Ordinal)); // a quote at the start of a quoted field
        Assert.Contains(lines, static line => Regex.IsMatch(line, @"\(\d{4}\) ""?,")); // a blank after the year
        Assert.Contains(lines, static line => !Regex.IsMatch(line, @"\(\d{4}\)")); // no year
        Assert.Contains(lines, static line => Regex.IsMatch(line, "[а-я]"));
        var titles = lines.Select(static line => Regex.Match(line, @"^\d+,(.*),[^,]*$").Groups[1].Value).ToList();
        Assert.True(titles.Distinct().Count() < titles.Count);
    }

    [Fact]
    public void Ratings_are_half_stars_sorted_by_user_and_movie()
    {
        var lines = Lines("ratings.csv").Skip(1).ToList();
        Assert.All(lines, static line => Assert.Matches(@"^\d+,\d+,(0\.5|[1-4]\.[05]|5\.0),\d{9,10}$", line));

        var keys = lines.Select(static line => line.Split(',')).Select(static row => (int.Parse(row[0]), int.Parse(row[1]))).ToList();
        Assert.Equal(keys.Order(), keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Some_movies_have_no_rating_and_some_links_no_tmdb_id()
    {
        var rated = Lines("ratings.csv").Skip(1).Select(static line => line.Split(',')[1]).ToHashSet();
        var movies = Lines("movies.csv").Skip(1).Select(static line => line.Split(',')[0]).ToList();

        Assert.True(rated.IsSubsetOf(movies));
        Assert.True(rated.Count < movies.Count);
        Assert.Contains(Lines("links.csv"), static line => line.EndsWith(','));
    }

    private string[] Lines(string name) => File.ReadAllText(folder[$"raw/{name}"]).TrimEnd().Split("\r\n");
}
