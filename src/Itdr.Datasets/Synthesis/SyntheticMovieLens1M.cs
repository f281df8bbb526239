using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The three files of MovieLens 1M: <c>::</c> between fields, no header and no quoting, latin-1, and ratings that are
/// sorted by user but not by time.
/// </summary>
internal sealed class SyntheticMovieLens1M : ISyntheticSource
{
    private const long Earliest = 956_700_000;
    private const long Latest = 1_046_450_000;

    private static readonly string[] Genres =
        ["Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western"];

    private static readonly int[] Ages = [1, 18, 25, 35, 45, 50, 56];

    public string Name => "movielens-1m";

    public int MostUsers => 100_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var movies = Movies(Math.Clamp(200 + users, 300, 3600), new SyntheticRandom(seed, "1m movies"));
        var sampler = new RatingSampler(movies, new SyntheticRandom(seed, "1m popularity"));
        using var movieFile = new RawFile(folder, "movies.dat", Encoding.Latin1, "\n");
        using var userFile = new RawFile(folder, "users.dat", Encoding.Latin1, "\n");
        using var ratingFile = new RawFile(folder, "ratings.dat", Encoding.Latin1, "\n");
        foreach (var movie in movies)
        {
            movieFile.Row($"{movie.Id}::{movie.Title}::{string.Join('|', movie.Genres.Select(static genre => Genres[genre]))}");
        }

        for (var user = 1; user <= users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"1m user {user}");
            var taste = WritePerson(userFile, user, random);
            var ratings = sampler.Draw(taste, random, Earliest, Latest);
            random.Shuffle(ratings);
            foreach (var rating in ratings)
            {
                ratingFile.Row($"{user}::{rating.Item.Id}::{Math.Clamp((rating.Score + 5) / 10, 1, 5)}::{rating.Time}");
            }
        }

        return [movieFile.Summary, ratingFile.Summary, userFile.Summary];
    }

    /// <summary>Writes a person and draws a taste that goes with age, gender and occupation more often than not.</summary>
    private static SyntheticTaste WritePerson(RawFile file, int user, SyntheticRandom random)
    {
        var isFemale = random.Below(10) < 3;
        var age = random.Below(Ages.Length);
        var occupation = random.Below(21);
        var zip = random.Between(1001, 99999);
        var writtenZip = (user % 40) switch
        {
            7 => $"{zip:D5}-{random.Between(1, 9999):D4}",
            19 => $"{zip:D5}{random.Between(0, 9)}",
            31 => $"{zip:D5}{random.Between(0, 9999):D4}",
            _ => $"{zip:D5}",
        };
        file.Row($"{user}::{(isFemale ? "F" : "M")}::{Ages[age]}::{occupation}::{writtenZip}");
        var taste = SyntheticTaste.Draw(random, Genres.Length);
        return random.Below(10) < 7
            ? taste with { Favourite = ((age * 2) + (isFemale ? 1 : 0)) % Genres.Length, Second = occupation % Genres.Length }
            : taste;
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
                title = $"{Title(index, names)} ({random.Between(1921, 2000)})";
            }
            while (!titles.Add(title));

            // Two ids may share a title, as remakes and entries made twice do.
            title = index % 29 == 5 ? movies[^1].Title : title;
            var genres = Enumerable.Range(0, random.Between(1, 3)).Select(_ => random.Below(Genres.Length)).Distinct().Order().ToList();
            movies.Add(new SyntheticItem(IdOf(index), title, genres, random.Between(-6, 6)));
        }

        return movies;
    }

    private static string Title(int index, InventedNames names) => (index % 9) switch
    {
        0 => $"{names.Kind()} {names.Thing()} of {names.Name()}, The",
        1 => $"{names.Name()}: {names.Kind()} {names.Thing()}",
        2 => $"{names.AccentedName()}'s {names.Thing()}",
        3 => $"{names.Name()}, {names.Name()} and the {names.Thing()}",
        4 => $"{names.Thing()} of {names.Name()}, A",
        5 => $"{names.Name()} \"{names.Kind()}\" {names.Name()}",
        6 => $"{names.Kind()} {names.Name()} (Le {names.AccentedName()})",
        7 => $"{names.Name()} {index % 7 + 2}",
        _ => $"{names.Name()} {names.Thing()}",
    };

    // Every twelfth id is missing, as some are in the real files, whose largest id is 3952.
    private static int IdOf(int index) => index + 1 + (index / 11);
}
