namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The four files of MovieLens 32M: CSV in UTF-8 with CRLF, quotes only where a field needs them, ratings sorted by
/// user and movie and so not by time.
/// </summary>
internal sealed class SyntheticMovieLens32M : ISyntheticSource
{
    private const long Earliest = 850_000_000;
    private const long Latest = 1_697_000_000;

    private static readonly string[] Genres =
        ["Action", "Adventure", "Animation", "Children", "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "IMAX", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western"];

    private static readonly string[] Tags = ["slow", "rainy, grey", "two sisters", "\"quoted\"", "night ferry", "based on a map", "снег"];

    public string Name => "movielens-32m";

    public int MostUsers => 1_000_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var movies = Movies(Math.Clamp(200 + users, 300, 20_000), new SyntheticRandom(seed, "32m movies"));
        var catalog = WriteCatalog(folder, movies);
        var sampler = new RatingSampler(movies, new SyntheticRandom(seed, "32m popularity"));
        using var ratingFile = Open(folder, "ratings.csv", "userId,movieId,rating,timestamp");
        using var tagFile = Open(folder, "tags.csv", "userId,movieId,tag,timestamp");
        for (var user = 1; user <= users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"32m user {user}");
            var ratings = sampler.Draw(SyntheticTaste.Draw(random, Genres.Length), random, Earliest, Latest);
            foreach (var rating in ratings.OrderBy(static rating => rating.Item.Id))
            {
                var halves = Math.Clamp((rating.Score + 2) / 5, 1, 10);
                ratingFile.Row($"{user},{rating.Item.Id},{halves / 2}.{halves % 2 * 5},{rating.Time}");
                if (random.Below(30) == 0)
                {
                    tagFile.Row($"{user},{rating.Item.Id},{CsvText.Field(random.Of(Tags))},{rating.Time + 20}");
                }
            }
        }

        return [.. catalog, ratingFile.Summary, tagFile.Summary];
    }

    private static SynthesizedFile[] WriteCatalog(OutputFolder folder, List<SyntheticItem> movies)
    {
        using var movieFile = Open(folder, "movies.csv", "movieId,title,genres");
        using var linkFile = Open(folder, "links.csv", "movieId,imdbId,tmdbId");
        foreach (var movie in movies)
        {
            var genres = movie.Genres.Count == 0 ? "(no genres listed)" : string.Join('|', movie.Genres.Select(static genre => Genres[genre]));
            movieFile.Row($"{movie.Id},{CsvText.Field(movie.Title)},{genres}");
            linkFile.Row($"{movie.Id},{9_000_000 + movie.Id:D7},{(movie.Id % 50 == 0 ? "" : $"{7_000_000 + movie.Id}")}");
        }

        return [linkFile.Summary, movieFile.Summary];
    }

    private static RawFile Open(OutputFolder folder, string name, string header)
    {
        var file = new RawFile(folder, name, RawFile.Utf8, "\r\n");
        file.Header(header);
        return file;
    }

    private static List<SyntheticItem> Movies(int count, SyntheticRandom random)
    {
        var names = new InventedNames(random);
        var movies = new List<SyntheticItem>(count);
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < count; index++)
        {
            string title;
            do
            {
                title = Dated(index, Title(index, names), random);
            }
            while (!titles.Add(title.Trim()));

            // Two ids may share a title, so a title is no key.
            title = index % 29 == 5 ? movies[^1].Title : title;
            var genres = index % 12 == 6 ? [] : Enumerable.Range(0, random.Between(1, 4)).Select(_ => random.Below(Genres.Length)).Distinct().Order().ToList();
            movies.Add(new SyntheticItem(IdOf(index), title, genres, random.Between(-6, 6)));
        }

        return movies;
    }

    /// <summary>A title with its year, a blank after the year, or no year at all.</summary>
    private static string Dated(int index, string title, SyntheticRandom random) => (index % 23) switch
    {
        4 => title,
        11 => $"{title} ({random.Between(1921, 2023)}) ",
        _ => $"{title} ({random.Between(1921, 2023)})",
    };

    private static string Title(int index, InventedNames names) => (index % 10) switch
    {
        0 => $"{names.Kind()} {names.Thing()} of {names.Name()}, The",
        1 => $"{names.Name()}: {names.Kind()} {names.Thing()}",
        2 => $"{names.AccentedName()}'s {names.Thing()}",
        3 => $"{names.Name()}, {names.Name()} and the {names.Thing()}",
        4 => $"{names.Thing()} of {names.Name()}, A",
        5 => $"\"{names.Name()}\" {names.Thing()}",
        6 => $"{names.Kind()} {names.Name()} (Le {names.AccentedName()})",
        7 => $"{names.Name()} {index % 7 + 2}",
        8 => WithCyrillic(names.Name()),
        _ => $"{names.Name()} {names.Thing()}",
    };

    private static string WithCyrillic(string name) => $"{name} ({InventedNames.InCyrillic(name)})";

    // Ids are dense at first and far apart later, as ids are in the real files.
    private static int IdOf(int index) => index < 200 ? index + 1 + (index / 13) : 216 + ((index - 200) * 12);
}
