using System.Text;
using System.Text.RegularExpressions;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticMovieLens1MTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SyntheticMovieLens1MTests() =>
        DatasetSynthesizer.Write(new SynthesisOptions { Source = "movielens-1m", Output = folder["raw"], Users = 120 });

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_line_has_the_form_of_the_real_files()
    {
        Assert.All(Lines("movies.dat"), static line => Assert.Matches(@"^\d+::(?:(?!::).)+ \(\d{4}\)::[A-Za-z'|-]+$", line));
        Assert.All(Lines("users.dat"), static line => Assert.Matches(@"^\d+::[MF]::(1|18|25|35|45|50|56)::([0-9]|1[0-9]|20)::[0-9-]{5,10}$", line));
        Assert.All(Lines("ratings.dat"), static line => Assert.Matches(@"^\d+::\d+::[1-5]::9\d{8}|10\d{8}$", line));
    }

    [Fact]
    public void Movies_are_latin_1_and_not_utf_8()
    {
        var bytes = File.ReadAllBytes(folder["raw/movies.dat"]);

        Assert.False(System.Text.Unicode.Utf8.IsValid(bytes));
        Assert.Contains(bytes, static value => value > 0xA0);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [Fact]
    public void Ratings_go_by_user_and_not_by_time()
    {
        var rows = Lines("ratings.dat").Select(static line => line.Split("::").Select(long.Parse).ToArray()).ToList();

        Assert.Equal(rows.Select(static row => row[0]).Order(), rows.Select(static row => row[0]));
        var first = rows.Where(static row => row[0] == 1).Select(static row => row[3]).ToList();
        Assert.NotEqual(first.Order(), first);
        Assert.Equal(rows.Count, rows.Select(static row => (row[0], row[1])).Distinct().Count());
        Assert.All(rows.CountBy(static row => row[0]), static user => Assert.True(user.Value >= 20));
    }

    [Fact]
    public void Titles_have_commas_articles_at_the_end_colons_and_quotes()
    {
        var titles = Titles();

        Assert.Contains(titles, static title => Regex.IsMatch(title, @", The \(\d{4}\)$"));
        Assert.Contains(titles, static title => title.Contains(": ", StringComparison.Ordinal));
        Assert.Contains(titles, static title => title.Contains('"', StringComparison.Ordinal));
        Assert.Contains(titles, static title => Regex.IsMatch(title, @"\(Le .+\) \(\d{4}\)$"));
    }

    [Fact]
    public void Two_movies_share_a_title_and_some_ids_are_missing()
    {
        var titles = Titles();
        var ids = Lines("movies.dat").Select(static line => int.Parse(line.Split("::")[0])).ToList();

        Assert.True(titles.Distinct().Count() < titles.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.True(ids.Max() > ids.Count);
    }

    [Fact]
    public void Zip_codes_come_in_the_lengths_of_the_real_ones()
    {
        var zips = Lines("users.dat").Select(static line => line.Split("::")[4]).ToList();

        Assert.Contains(zips, static zip => Regex.IsMatch(zip, @"^\d{5}-\d{4}$"));
        Assert.Contains(zips, static zip => Regex.IsMatch(zip, @"^\d{6}$"));
        Assert.Contains(zips, static zip => Regex.IsMatch(zip, @"^\d{9}$"));
        Assert.Contains(zips, static zip => Regex.IsMatch(zip, @"^0\d{4}$"));
    }

    [Fact]
    public void Ids_fit_the_real_range_even_with_the_most_movies()
    {
        DatasetSynthesizer.Write(new SynthesisOptions { Source = "movielens-1m", Output = folder["large"], Users = 3500 });

        var ids = File.ReadLines(folder["large/movies.dat"], Encoding.Latin1).Select(static line => int.Parse(line.Split("::")[0])).ToList();
        Assert.Equal(3600, ids.Distinct().Count());
        Assert.True(ids.Max() <= 3952);
    }

    [Fact]
    public void People_rate_the_genre_of_their_kind_higher_than_others()
    {
        var genres = Lines("movies.dat").Select(static line => line.Split("::")).ToDictionary(static row => row[0], static row => row[2].Split('|'));
        var perUser = Lines("ratings.dat").Select(static line => line.Split("::")).GroupBy(static row => row[0]);

        // Within a user the ratings of one genre differ from the rest by more than chance would make them.
        var spreads = perUser.Select(user => user
            .SelectMany(row => genres[row[1]].Select(genre => (Genre: genre, Stars: int.Parse(row[2]))))
            .GroupBy(static pair => pair.Genre)
            .Where(static group => group.Count() >= 5)
            .Select(static group => group.Average(static pair => pair.Stars))
            .DefaultIfEmpty(3)
            .ToList());
        Assert.True(spreads.Average(static averages => averages.Max() - averages.Min()) > 1.0);
    }

    private List<string> Titles() => [.. Lines("movies.dat").Select(static line => line.Split("::")[1])];

    private string[] Lines(string name) => File.ReadAllLines(folder[$"raw/{name}"], Encoding.Latin1);
}
