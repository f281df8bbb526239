namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The three files of the Anime Dataset 2023: CSV in UTF-8 with LF, <c>UNKNOWN</c> for what is missing about an anime
/// and an empty cell for what is missing about a person; scores without a time, grouped by person.
/// </summary>
internal sealed class SyntheticAnime2023 : ISyntheticSource
{
    private const long Earliest = 1_100_000_000;
    private const long Latest = 1_680_000_000;

    private static readonly string[] Genders = ["Male", "Female", "Non-Binary"];
    private static readonly string[] Countries = ["Norway", "Brazil", "Japan", "Poland", "Canada", "Chile"];

    public string Name => "anime-2023";

    public int MostUsers => 300_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var catalogue = new AnimeCatalogue(Math.Clamp(200 + users, 300, 20_000), seed);
        var animeFile = catalogue.Write(folder);
        var sampler = new RatingSampler(catalogue.Items, new SyntheticRandom(seed, "anime popularity"), leastRatings: 30);
        using var personFile = Open(folder, "users-details-2023.csv", "Mal ID,Username,Gender,Birthday,Location,Joined,Days Watched,Mean Score,Watching,Completed,On Hold,Dropped,Plan to Watch,Total Entries,Rewatched,Episodes Watched");
        using var scoreFile = Open(folder, "users-score-2023.csv", "user_id,Username,anime_id,Anime Title,rating");
        for (var index = 0; index < users; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"anime user {index}");
            var person = new Person(1 + index + (index / 4), Username(index, random));
            var taste = WritePerson(personFile, person, index, random);

            // One person in twenty has a profile and no score, but the first has, so that no file is empty.
            var ratings = index % 20 == 19 ? [] : sampler.Draw(taste, random, Earliest, Latest);
            foreach (var rating in ratings)
            {
                scoreFile.Row(CsvText.Line($"{person.Id}", person.Name, $"{rating.Item.Id}", rating.Item.Title, $"{Math.Clamp((rating.Score + 2) / 5, 1, 10)}"));
            }
        }

        return [animeFile, personFile.Summary, scoreFile.Summary];
    }

    private static RawFile Open(OutputFolder folder, string name, string header)
    {
        var file = new RawFile(folder, name, RawFile.Utf8, "\n");
        file.Header(header);
        return file;
    }

    /// <summary>Names that programs take for a missing value are names all the same; one person has none.</summary>
    private static string Username(int index, SyntheticRandom random) => index switch
    {
        7 => "null",
        11 => "nan",
        17 => "",
        _ => $"{new InventedNames(random).Name()}{random.Of<string>(["", "_", "-"])}{index}",
    };

    /// <summary>Writes a person and draws a taste that goes with gender, country and birth year more often than not.</summary>
    private static SyntheticTaste WritePerson(RawFile file, Person person, int index, SyntheticRandom random)
    {
        var gender = random.Below(20) is var draw && draw < 11 ? 0 : draw < 19 ? 1 : 2;
        var birth = index % 60 == 33 ? random.Between(1901, 1925) : random.Between(1970, 2008);
        var country = random.Below(Countries.Length);
        var names = new InventedNames(random);
        var location = random.Below(2) == 0 ? Countries[country] : $"{names.Name()}, {Countries[country]}";
        var knowsAll = random.Below(10) < 5;
        string Known(string text) => knowsAll || random.Below(10) < 4 ? text : "";
        string Counter(int most) => index % 90 == 50 ? "" : $"{random.Below(most)}.0";
        file.Row(CsvText.Line(
            $"{person.Id}", person.Name, Known(Genders[gender]), Known($"{birth}-{random.Between(1, 12):D2}-{random.Between(1, 28):D2}T00:00:00+00:00"), Known(location),
            SyntheticTime.Text(Earliest + (index * 3600L), "yyyy-MM-dd'T'00:00:00+00:00"), $"{random.Below(200)}.{random.Below(10)}", $"{random.Between(5, 9)}.{random.Between(1, 99):D2}",
            Counter(30), Counter(400), Counter(20), Counter(90), Counter(80), Counter(600), Counter(60), Counter(9000)));
        var taste = SyntheticTaste.Draw(random, AnimeCatalogue.Genres.Count);
        return random.Below(10) < 7 ? taste with { Favourite = (birth / 8 % 3 * 3) + gender, Second = country } : taste;
    }

    private sealed record Person(int Id, string Name);
}
