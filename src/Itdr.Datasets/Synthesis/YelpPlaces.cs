namespace Itdr.Datasets.Synthesis;

/// <summary>The invented places of Yelp: 14 keys in a fixed order, values that hold Python literals, and much that is null.</summary>
internal sealed class YelpPlaces
{
    private static readonly string[][] Categories =
    [
        ["Coffee & Tea", "Bakeries"], ["Bars", "Wine/Cheese Shops"], ["Noodles", "Soup"], ["Books, Mags & Maps", "Shopping"], ["Bike Repair", "Local Services"],
        ["Florists", "Flowers & Gifts"], ["Boat Hire", "Active Life"], ["Barbers", "Beauty & Spas"], ["Museums", "Arts & Entertainment"], ["Vegetarian", "Salad (Raw)"],
    ];

    private static readonly (string Name, string[] Values)[] Attributes =
    [
        ("BusinessAcceptsCreditCards", ["True", "False"]),
        ("WiFi", ["u'free'", "'free'", "u'no'", "'no'"]),
        ("RestaurantsPriceRange2", ["1", "2", "3", "None"]),
        ("BusinessParking", ["{'garage': False, 'street': True, 'validated': False, 'lot': True, 'valet': False}", "None"]),
        ("Ambience", ["{u'divey': None, u'casual': True, u'classy': False}", "{'casual': True, 'touristy': False}"]),
        ("Alcohol", ["u'beer_and_wine'", "'none'"]),
        ("NoiseLevel", ["u'quiet'", "u'average'", "'loud'"]),
        ("BikeParking", ["True", "False"]),
        ("OutdoorSeating", ["True", "False", "None"]),
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private readonly long seed;
    private readonly SyntheticRandom random;
    private readonly InventedNames names;
    private readonly string[] cities;

    public YelpPlaces(int count, long seed)
    {
        this.seed = seed;
        Items = SyntheticCatalogue.Draw(count, Genres, new SyntheticRandom(seed, "yelp titles"), Title);
        random = new SyntheticRandom(seed, "yelp places");
        names = new InventedNames(random);
        cities = [.. Enumerable.Range(0, 6).Select(_ => names.Name()), $"St. {names.AccentedName()}"];
    }

    /// <summary>How many genres there are.</summary>
    public static int Genres => Categories.Length;

    public List<SyntheticItem> Items { get; }

    /// <summary>The key of a place.</summary>
    public string KeyOf(SyntheticItem item) => InventedKeys.Base64Url(new SyntheticRandom(seed, $"yelp place {item.Id}"), 22);

    /// <summary>Writes the places.</summary>
    public SynthesizedFile Write(OutputFolder folder)
    {
        using var file = new RawFile(folder, "yelp_academic_dataset_business.json", RawFile.Utf8, "\n");
        foreach (var item in Items)
        {
            file.Row(ValueSyntax.PhpJson.Write(Describe(item)));
        }

        return file.Summary;
    }

    private ValueFields Describe(SyntheticItem item) => new()
    {
        { "business_id", KeyOf(item) },
        { "name", item.Title },
        { "address", item.Id % 28 == 6 ? "" : $"{random.Between(1, 900)} {names.Thing()} St, Ste {random.Between(1, 40)}/{random.Between(1, 9)}" },
        { "city", random.Of(cities) },
        { "state", "ZZ" },
        { "postal_code", item.Id % 90 == 17 ? "" : $"{random.Between(1000, 99_999):D5}" },
        { "latitude", ValueSyntax.Hundredths(random.Between(2700, 5300)) },
        { "longitude", ValueSyntax.Hundredths(-random.Between(7500, 11_900)) },
        { "stars", ValueSyntax.Tenths(random.Between(4, 10) * 5) },
        { "review_count", random.Between(5, 400) },
        { "is_open", random.Below(5) == 0 ? 0 : 1 },
        { "attributes", item.Id % 11 == 3 ? null : AttributesOf() },
        { "categories", item.Id % 100 == 51 ? null : string.Join(", ", item.Genres.SelectMany(static genre => Categories[genre])) },
        { "hours", item.Id % 7 == 5 ? null : Hours() },
    };

    private ValueFields AttributesOf()
    {
        var fields = new ValueFields();
        foreach (var (name, values) in Attributes)
        {
            if (random.Below(3) > 0)
            {
                fields.Add(name, random.Of(values));
            }
        }

        return fields;
    }

    private ValueFields Hours()
    {
        var fields = new ValueFields();
        var isAlwaysOpen = random.Below(8) == 0;
        foreach (var day in Days)
        {
            if (random.Below(6) > 0)
            {
                fields.Add(day, isAlwaysOpen ? "0:0-0:0" : $"{random.Between(6, 11)}:0-{random.Between(17, 23)}:{random.Below(2) * 30}");
            }
        }

        return fields;
    }

    private static string Title(int index, InventedNames names) => (index % 7) switch
    {
        0 => $"{names.Name()}'s {names.Thing()}",
        1 => $"{names.Thing()} & {names.Thing()} of {names.Name()}",
        2 => $"Café {names.AccentedName()}",
        3 => $"The {names.Kind()} {names.Thing()} / {names.Name()}",
        4 => $"{names.Name()} \"{names.Kind()}\" {names.Thing()}",
        5 => $"{names.Name()}, {names.Name()} + {names.Name()}",
        _ => $"{names.Kind()} {names.Name()}",
    };
}
