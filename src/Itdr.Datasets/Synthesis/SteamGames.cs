using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>The invented games of Steam: dictionaries from which keys are missing, with values of more than one type.</summary>
internal sealed class SteamGames
{
    // Enough that the one game without a key stays below a thousandth of the rows.
    private const int Count = 1050;
    private const int GameWithoutKey = 1031;

    private static readonly string[] FreePrices = ["Free", "Free to Play", "Free To Play", "Free Mod", "Free Demo", "Play for Free!"];
    private static readonly string[] OddDates = ["Soon..", "Jun 2009", "2017", "即将推出"];
    private static readonly string[] Sentiments = ["Very Positive", "Mostly Positive", "Mixed", "Mostly Negative"];
    private static readonly string[] Specs = ["Single-player", "Multi-player", "Co-op", "Steam Achievements", "Full controller support", "Steam Cloud"];
    private static readonly string[] Tags = ["Ferries", "Relaxing", "Choices Matter", "2D", "Great Soundtrack", "Sailing", "Clockwork"];

    private readonly SyntheticRandom random;
    private readonly InventedNames names;

    public SteamGames(long seed)
    {
        random = new SyntheticRandom(seed, "steam games");
        names = new InventedNames(random);
        Items = SyntheticCatalogue.Draw(Count, Genres.Count, new SyntheticRandom(seed, "steam titles"), Title);
    }

    /// <summary>The genres, by their places in <see cref="SyntheticItem.Genres"/>.</summary>
    public static IReadOnlyList<string> Genres { get; } = ["Action", "Adventure", "Casual", "Indie", "Racing", "RPG", "Simulation", "Strategy", "Sports"];

    public List<SyntheticItem> Items { get; }

    /// <summary>The key of a game, which is text.</summary>
    public static string KeyOf(SyntheticItem item) => $"{(item.Id * 70) + 12_000}";

    /// <summary>Writes the games; one in forty that people review has no row, and one has two.</summary>
    public SynthesizedFile Write(OutputFolder folder)
    {
        using var file = new RawFile(folder, "steam_games.json.gz", Encoding.ASCII, "\n");
        foreach (var item in Items.Where(static item => item.Id % 40 != 17))
        {
            var line = ValueSyntax.Python2.Write(Describe(item));
            file.Row(line);
            if (item.Id == Count / 2)
            {
                file.Row(line);
            }
        }

        return file.Summary;
    }

    private ValueFields Describe(SyntheticItem item)
    {
        var fields = new ValueFields();
        void Add(bool isThere, string name, object? value)
        {
            if (isThere)
            {
                fields.Add(name, value);
            }
        }

        var key = KeyOf(item);
        Add(item.Id % 4 != 3, "publisher", item.Id % 60 == 21 ? null : $"{names.Name()} Interactive, Inc.");
        Add(item.Id % 10 != 7, "genres", item.Genres.Select(static genre => Genres[genre]).ToList());
        Add(item.Id != GameWithoutKey, "app_name", item.Title);
        Add(item.Id % 5 != 1, "sentiment", random.Of(Sentiments));
        Add(item.Id % 16 != 9, "title", item.Title);
        fields.Add("url", $"http://store.example.com/app/{key}/{names.Name()}/");
        Add(item.Id % 16 != 9, "release_date", ReleaseDate(item.Id));
        Add(item.Id % 150 != 11, "tags", Some(Tags));
        Add(item.Id % 90 == 12, "discount_price", ValueSyntax.Hundredths(random.Between(49, 999)));
        fields.Add("reviews_url", $"http://community.example.com/app/{key}/reviews/?browsefilter=mostrecent&p=1");
        Add(item.Id % 50 != 27, "specs", Some(Specs));
        Add(item.Id % 23 != 5, "price", Price(item.Id));
        fields.Add("early_access", item.Id % 12 == 6);
        AddKey(fields, item, key);
        Add(item.Id % 10 != 7, "developer", $"{names.Name()} & {names.Name()}");
        Add(item.Id % 12 == 4, "metascore", item.Id % 36 == 4 ? "NA" : random.Between(40, 96));
        return fields;
    }

    private static void AddKey(ValueFields fields, SyntheticItem item, string key)
    {
        // A dictionary of Python 2 has no order of its own.
        if (item.Id % 3 == 0)
        {
            fields.AddFirst("id", key);
        }
        else if (item.Id != GameWithoutKey)
        {
            fields.Add("id", key);
        }
    }

    private string ReleaseDate(int id) => id % 40 == 13
        ? OddDates[id / 40 % OddDates.Length]
        : $"{random.Between(1998, 2018)}-{random.Between(1, 12):D2}-{random.Between(1, 28):D2}";

    private object Price(int id) => id % 15 == 2 ? FreePrices[id / 15 % FreePrices.Length] : ValueSyntax.Hundredths((random.Between(1, 60) * 100) - 1);

    private List<string> Some(string[] words)
    {
        var drawn = words.ToList();
        random.Shuffle(drawn);
        return drawn[..random.Between(1, drawn.Count)];
    }

    private static string Title(int index, InventedNames names) => (index % 8) switch
    {
        0 => $"{names.Name()}: {names.Kind()} {names.Thing()}",
        1 => $"{names.Name()}'s {names.Thing()}",
        2 => $"{names.Thing()} &amp; {names.Name()}",
        3 => $"The \"{names.Kind()}\" {names.Thing()} of {names.Name()}",
        4 => $"{names.AccentedName()}™",
        5 => $"{names.Name()}'s \"{names.Kind()}\" {names.Thing()}",
        6 => $"{names.Name()} {InventedNames.InCyrillic(names.Name())} {index % 9}",
        _ => $"{names.Kind()} {names.Name()} {(index % 4) + 2}",
    };
}
