namespace Itdr.Datasets.Synthesis;

/// <summary>The invented news of MIND: eight fields, abstracts that are empty or cut, entities as JSON.</summary>
internal sealed class MindNews
{
    private static readonly (string Category, string[] Subcategories)[] Sections =
    [
        ("sports", ["rowing", "more_sports"]), ("weather", ["weathertopstories", "tides"]), ("finance", ["markets", "finance-companies"]), ("foodanddrink", ["recipes", "tipsandtricks"]),
        ("travel", ["ferries", "travelarticle"]), ("health", ["wellness", "sleep"]), ("autos", ["autosbuying", "autosold"]), ("music", ["choirs", "musicnews"]),
    ];

    private readonly long seed;

    public MindNews(int count, long seed)
    {
        this.seed = seed;

        // Keys have gaps, as those of no news are missing.
        Items = [.. SyntheticCatalogue.Draw(count, Genres, new SyntheticRandom(seed, "mind titles"), Title).Select(static item => item with { Id = (item.Id * 3) + (item.Id % 3) })];
    }

    /// <summary>How many genres there are.</summary>
    public static int Genres => Sections.Length;

    public List<SyntheticItem> Items { get; }

    /// <summary>Writes the news that a part mentions; a piece of news is the same in every part.</summary>
    public SynthesizedFile Write(OutputFolder folder, string part, IReadOnlySet<SyntheticItem> mentioned)
    {
        using var file = new RawFile(folder, $"{part}/news.tsv", RawFile.Utf8, "\n");
        foreach (var item in Items.Where(mentioned.Contains))
        {
            file.Row(string.Join('\t', Describe(item)));
        }

        return file.Summary;
    }

    private string[] Describe(SyntheticItem item)
    {
        var random = new SyntheticRandom(seed, $"mind news {item.Id}");
        var prose = new InventedProse(random);
        var (category, subcategories) = Sections[item.Genres[0]];
        return
        [
            $"N{item.Id}", category, random.Of(subcategories), item.Title, Abstract(item.Id, prose),
            $"https://news.example.com/labs/{InventedKeys.Hex(random, 7)}.html", Entities(item, random), item.Id % 50 == 3 ? "" : "[]",
        ];
    }

    private static string Abstract(int id, InventedProse prose) => (id % 20) switch
    {
        1 => "",
        5 => $"\"{prose.Sentence()} {prose.Sentence()}",
        9 => $"\"{prose.Heading(40)}\" is what they say. {prose.Sentence()}",
        2 or 6 or 10 or 14 or 18 => $"{prose.Sentences(2)[..^4]}...",
        _ => prose.Sentences(2),
    };

    private static string Entities(SyntheticItem item, SyntheticRandom random)
    {
        var name = item.Title.Split(' ')[0].Trim('"', ',', ':', '\'');
        var entity = new ValueFields
        {
            { "Label", name },
            { "Type", random.Of<string>(["P", "G", "U"]) },
            { "WikidataId", $"Q{random.Between(1000, 9_000_000)}" },
            { "Confidence", ValueSyntax.Tenths(10) },
            { "OccurrenceOffsets", new[] { item.Title.IndexOf(name, StringComparison.Ordinal) } },
            { "SurfaceForms", new[] { name } },
        };
        return item.Id % 4 == 0 ? "[]" : ValueSyntax.PythonJson.Write(new[] { entity });
    }

    private static string Title(int index, InventedNames names) => (index % 10) switch
    {
        0 => $"{names.Name()} man finds the {names.Kind().ToLowerInvariant()} {names.Thing().ToLowerInvariant()} of his aunt",
        1 => $"\"The {names.Thing().ToLowerInvariant()} was {names.Kind().ToLowerInvariant()}\": {names.Name()} mayor speaks",
        2 => $"\"Nobody asked {names.Name()} about the {names.Thing().ToLowerInvariant()}",
        3 => $"{names.Name()}'s {index % 9 + 2} best places for a {names.Kind().ToLowerInvariant()} week-end",
        4 => $"Why {names.Name()}, {names.Name()} and 1. {names.Thing()} lost",
        5 => $"{names.AccentedName()} opens its {names.Thing().ToLowerInvariant()} – again",
        6 => $"{names.Thing()} 12\" deep after storm in {names.Name()}",
        7 => $"{names.Name()} {names.Name()} on the {names.Kind().ToLowerInvariant()} {names.Thing().ToLowerInvariant()}",
        8 => $"What the {names.Kind().ToLowerInvariant()} {names.Thing().ToLowerInvariant()} in {names.Name()} costs now",
        _ => $"{names.Name()} vs. {names.Name()}: who has the better {names.Thing().ToLowerInvariant()}?",
    };
}
