using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>The invented products of one category of Amazon Reviews 2023: prices of three types, and much that is null or empty.</summary>
internal sealed class AmazonProducts
{
    private const string CategoryWithoutLeaves = "All_Beauty";
    private const string CategoryWithAuthors = "CDs_and_Vinyl";

    private readonly AmazonCategory category;
    private readonly long seed;
    private readonly SyntheticRandom random;
    private readonly InventedNames names;
    private readonly InventedProse prose;

    public AmazonProducts(AmazonCategory category, int count, long seed)
    {
        this.category = category;
        this.seed = seed;
        random = new SyntheticRandom(seed, $"amazon products {category.Name}");
        names = new InventedNames(random);
        prose = new InventedProse(random);
        var drawn = SyntheticCatalogue.Draw(count, AmazonCategory.Sorts, new SyntheticRandom(seed, $"amazon titles {category.Name}"), Title);
        Items = [.. drawn.Select(item => item with { Title = $"{item.Title} {category.Products[item.Genres[0]]}{Details(item.Id)}" })];
    }

    public List<SyntheticItem> Items { get; }

    /// <summary>The key of a product, which is the parent of its variants.</summary>
    public string KeyOf(SyntheticItem item) => $"B0{InventedKeys.Capital(new SyntheticRandom(seed, $"amazon product {category.Name} {item.Id}"), 8)}";

    /// <summary>Writes the products; one in forty that people review has no row.</summary>
    public SynthesizedFile Write(OutputFolder folder)
    {
        using var file = new RawFile(folder, $"meta_{category.Name}.jsonl.gz", Encoding.ASCII, "\n");
        foreach (var item in Items.Where(static item => item.Id % 40 != 17))
        {
            file.Row(ValueSyntax.PythonJson.Write(Describe(item)));
        }

        return file.Summary;
    }

    private ValueFields Describe(SyntheticItem item)
    {
        var store = item.Id % 10 == 4 ? null : $"{names.Name()} {names.Thing()}";
        var key = KeyOf(item);
        var fields = new ValueFields
        {
            { "main_category", item.Id % 25 == 8 ? null : category.MainCategory },
            { "title", item.Title },
            { "average_rating", ValueSyntax.Tenths(random.Between(20, 50)) },
            { "rating_number", random.Between(1, 4000) },
            { "features", Enumerable.Range(0, random.Below(4)).Select(_ => prose.Sentence()).ToList() },
            { "description", item.Id % 3 == 0 ? [] : new[] { prose.Sentences(2), $"Not for use in the {names.Thing().ToLowerInvariant()} &amp; the cellar." } },
            { "price", Price(item.Id) },
            { "images", new[] { Picture(key) } },
            { "videos", item.Id % 15 == 2 ? (object)new[] { Video(key) } : Array.Empty<object>() },
            { "store", store },
            { "categories", Categories(item) },
            { "details", Facts(item.Id, store) },
            { "parent_asin", key },
            { "bought_together", null },
        };
        if (category.Name == CategoryWithAuthors)
        {
            fields.Add("subtitle", item.Id % 2 == 0 ? null : "Audio CD");
            fields.Add("author", null);
        }

        return fields;
    }

    private object? Price(int id) => (id % 20) switch
    {
        1 or 5 or 9 or 13 => null,
        7 => $"from {random.Between(3, 60)}.{random.Between(10, 99)}",
        15 => "\u2014",
        _ => ValueSyntax.Hundredths(random.Between(199, 19_999)),
    };

    private string[] Categories(SyntheticItem item) =>
        category.Name == CategoryWithoutLeaves || item.Id % 30 == 12 ? [] : [category.Name.Replace('_', ' '), $"{category.Products[item.Genres[0]]}s & More"];

    private ValueFields Facts(int id, string? store)
    {
        var facts = new ValueFields();
        if (id % 9 != 0)
        {
            facts.Add("Brand", store ?? "Unbranded");
            facts.Add("Package Dimensions", $"{random.Between(2, 20)} x {random.Between(2, 20)} x {random.Between(1, 9)} inches; {random.Between(1, 40)} Ounces");
            facts.Add("Best Sellers Rank", new ValueFields { { category.Name.Replace('_', ' '), random.Between(1, 90_000) } });
        }

        return facts;
    }

    private static ValueFields Picture(string key) => new()
    {
        { "thumb", $"https://images.example.com/{key}._SX38_.jpg" },
        { "large", $"https://images.example.com/{key}.jpg" },
        { "variant", "MAIN" },
        { "hi_res", null },
    };

    private static ValueFields Video(string key) => new()
    {
        { "title", "How it is used" },
        { "url", $"https://videos.example.com/{key}" },
        { "user_id", "" },
    };

    /// <summary>What sellers put behind the name; now and then more than anybody reads.</summary>
    private string Details(int id) => (id % 25) switch
    {
        3 => $", {string.Join(", ", Enumerable.Range(0, 9).Select(_ => $"{names.Kind()} for the {names.Thing()} and the {names.Thing()}"))}",
        8 => $" ({random.Between(2, 12)} Pack) \u2013 {names.Kind()} &amp; {names.Kind()}",
        14 => $" 10\" x {random.Between(11, 30)}\"",
        19 => $" [{names.Kind()}], Größe {random.Between(36, 46)}",
        _ => $", {names.Kind()}",
    };

    private static string Title(int index, InventedNames names) => (index % 4) switch
    {
        0 => $"{names.Name()} {names.Kind()}",
        1 => $"{names.Name()}'s {names.Thing()}",
        2 => names.Name(),
        _ => $"{names.Kind()} {names.Name()} No. {index}",
    };
}
