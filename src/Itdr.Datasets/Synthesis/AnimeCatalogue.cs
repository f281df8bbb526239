namespace Itdr.Datasets.Synthesis;

/// <summary>The invented anime of the Anime Dataset 2023: 24 columns, synopses over several lines, numbers as text.</summary>
internal sealed class AnimeCatalogue
{
    private const string Unknown = "UNKNOWN";
    private const string Header = "anime_id,Name,English name,Other name,Score,Genres,Synopsis,Type,Episodes,Aired,Premiered,Status,Producers,Licensors,Studios,Source,Duration,Rating,Rank,Popularity,Favorites,Scored By,Members,Image URL";

    private static readonly string[] Types = ["TV", "OVA", "Movie", "Special", "ONA", "Music"];
    private static readonly string[] Sources = ["Manga", "Original", "Light novel", "Game", "Visual novel"];
    private static readonly string[] Seasons = ["winter", "spring", "summer", "fall"];
    private static readonly string[] AgeClasses = ["G - All Ages", "PG - Children", "PG-13 - Teens 13 or older", "PG-13 - Teens 13 or older", "R - 17+ (violence & profanity)", "R+ - Mild Nudity"];

    private readonly SyntheticRandom random;
    private readonly InventedNames names;
    private readonly InventedProse prose;

    public AnimeCatalogue(int count, long seed)
    {
        // Keys have gaps, as every seventh is missing.
        Items = [.. SyntheticCatalogue.Draw(count, Genres.Count, new SyntheticRandom(seed, "anime titles"), Title).Select(static item => item with { Id = item.Id + (item.Id / 6) })];
        random = new SyntheticRandom(seed, "anime catalogue");
        names = new InventedNames(random);
        prose = new InventedProse(random);
    }

    /// <summary>The genres, by their places in <see cref="SyntheticItem.Genres"/>.</summary>
    public static IReadOnlyList<string> Genres { get; } =
        ["Action", "Adventure", "Comedy", "Drama", "Fantasy", "Horror", "Mystery", "Romance", "Sci-Fi", "Slice of Life", "Sports", "Supernatural"];

    public List<SyntheticItem> Items { get; }

    /// <summary>Writes the catalogue.</summary>
    public SynthesizedFile Write(OutputFolder folder)
    {
        using var file = new RawFile(folder, "anime-dataset-2023.csv", RawFile.Utf8, "\n");
        file.Header(Header);
        foreach (var item in Items)
        {
            file.Row(CsvText.Line([.. Story(item), .. Production(item), .. Reception(item)]));
        }

        return file.Summary;
    }

    private string[] Story(SyntheticItem item) =>
    [
        $"{item.Id}",
        item.Title,
        item.Id % 3 == 1 ? Unknown : $"{names.Kind()} {names.Thing()}",
        InventedScripts.Katakana(random),
        item.Id % 97 == 20 ? Unknown : $"{(60 + item.Quality) / 10}.{random.Between(1, 99):D2}",
        item.Id % 50 == 13 ? Unknown : string.Join(", ", item.Genres.Select(static genre => Genres[genre])),
        Synopsis(item.Id),
    ];

    private string Synopsis(int id) => (id % 30) switch
    {
        9 => "No description available for this anime.",
        14 => $"{prose.Sentence()} It is called &quot;{names.Thing()}&quot; &amp; nothing else.",
        19 => prose.Sentence(),
        _ => $"{prose.Sentences(2)}\n\n{names.Name()} says: \"{prose.Sentence()}\"\n{(id % 5 == 0 ? "" : "\n")}[Written by {names.Name()}]",
    };

    private string[] Production(SyntheticItem item)
    {
        var year = random.Between(1975, 2023);
        var type = random.Of(Types);
        return
        [
            type,
            item.Id % 80 == 31 ? Unknown : $"{(type == "TV" ? random.Between(11, 52) : 1)}.0",
            item.Id % 70 == 22 ? "Not available" : $"Apr {random.Between(1, 28)}, {year} to Apr {random.Between(1, 28)}, {year + 1}",
            type == "TV" ? $"{random.Of(Seasons)} {year}" : Unknown,
            item.Id % 40 == 3 ? "Currently Airing" : "Finished Airing",
            item.Id % 4 == 2 ? Unknown : $"{names.Name()} Visual, {names.Name()}",
            item.Id % 4 == 3 ? Unknown : $"{names.Name()} Films",
            item.Id % 45 == 8 ? Unknown : $"Studio {names.Name()}",
            random.Of(Sources),
            type == "TV" ? "24 min per ep" : "1 hr 45 min",
            AgeClass(item.Id),
        ];
    }

    private string AgeClass(int id) => (id % 60) switch
    {
        5 => "Rx - Hentai",
        40 => Unknown,
        _ => random.Of(AgeClasses),
    };

    private string[] Reception(SyntheticItem item) =>
    [
        item.Id % 20 == 4 ? Unknown : $"{item.Id}.0",
        $"{random.Between(1, 24_000)}",
        $"{random.Below(5000)}",
        item.Id % 97 == 20 ? Unknown : $"{random.Between(100, 900_000)}.0",
        $"{random.Between(200, 1_500_000)}",
        $"https://cdn.example.com/images/anime/{item.Id % 20}/{item.Id}.jpg",
    ];

    private static string Title(int index, InventedNames names) => (index % 8) switch
    {
        0 => $"{names.Name()} no {names.Name()}",
        1 => $"{names.Name()}, {names.Name()}!",
        2 => $".{names.Name().ToLowerInvariant()}//{names.Thing()}",
        3 => $"{names.Name()}: \"{names.Kind()}\" {names.Thing()}",
        4 => $"{names.Name()} {(index % 3) + 2}nd Season",
        5 => $"{names.AccentedName()} × {names.Name()}",
        6 => $"{names.Kind()} {names.Thing()} ♪ {names.Name()}",
        _ => $"{names.Name()} {names.Thing()}",
    };
}
