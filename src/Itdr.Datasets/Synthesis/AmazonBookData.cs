namespace Itdr.Datasets.Synthesis;

/// <summary>The invented books of Amazon Books Reviews: a title is the only key, authors and categories are Python lists.</summary>
internal sealed class AmazonBookData
{
    private const int PlaceWithoutTitle = 60;

    private readonly long seed;
    private readonly SyntheticRandom random;
    private readonly InventedNames names;
    private readonly InventedProse prose;

    public AmazonBookData(int count, long seed)
    {
        this.seed = seed;
        Items = SyntheticCatalogue.Draw(count, Genres.Count, new SyntheticRandom(seed, "amazon-books titles"), Title, sharesTitles: false);
        random = new SyntheticRandom(seed, "amazon-books data");
        names = new InventedNames(random);
        prose = new InventedProse(random);
    }

    /// <summary>The genres, by their places in <see cref="SyntheticItem.Genres"/>.</summary>
    public static IReadOnlyList<string> Genres { get; } =
        ["Fiction", "History", "Cooking", "Juvenile Fiction", "Biography & Autobiography", "Science", "Poetry", "Travel", "Crafts & Hobbies"];

    public List<SyntheticItem> Items { get; }

    /// <summary>How many editions a book has.</summary>
    public static int EditionsOf(SyntheticItem item) => (item.Id % 3) + 1;

    /// <summary>The key of an edition: an ISBN or, for one in nine, a key of the shop.</summary>
    public string KeyOf(SyntheticItem item, int edition)
    {
        var keys = new SyntheticRandom(seed, $"amazon-books edition {item.Id} {edition}");
        return (item.Id + edition) % 9 == 4 ? $"B000{InventedKeys.Capital(keys, 6)}" : InventedKeys.Isbn(keys);
    }

    /// <summary>Writes the books; one in forty that people review has no row.</summary>
    public SynthesizedFile Write(OutputFolder folder)
    {
        using var file = new RawFile(folder, "books_data.csv", RawFile.Utf8, "\n");
        file.Header("Title,description,authors,image,previewLink,publisher,publishedDate,infoLink,categories,ratingsCount");
        foreach (var item in Items.Where(static item => item.Id % 40 != 17))
        {
            file.Row(CsvText.Line(Describe(item)));
        }

        return file.Summary;
    }

    private string[] Describe(SyntheticItem item)
    {
        var about = Uri.EscapeDataString(item.Title.Length == 0 ? "nan" : item.Title).Replace("%20", "+", StringComparison.Ordinal);
        var link = $"http://books.example.com/books?id={InventedKeys.Base64Url(random, 12)}&dq={about}";
        return
        [
            item.Title,
            item.Id % 3 == 1 ? "" : $"{prose.Sentences(2)} \"{names.Kind()} and {names.Kind().ToLowerInvariant()}\", says {names.Name()}.",
            Authors(item.Id),
            item.Id % 5 == 0 ? "" : $"{link}&img=1",
            item.Id % 30 == 22 ? "" : $"{link}&cd=1",
            item.Id % 3 == 2 ? "" : $"{names.Name()} & {names.Name()}, Publishers",
            Date(item.Id),
            item.Id % 30 == 22 ? "" : link,
            Categories(item),
            item.Id % 5 == 4 ? $"{random.Between(1, 900)}.0" : "",
        ];
    }

    /// <summary>A Python list: a name with an apostrophe makes Python take the other quotes, which CSV then doubles.</summary>
    private string Authors(int id) => (id % 12) switch
    {
        1 => "",
        4 => ValueSyntax.Python3.Write(new[] { $"{names.Name()} O'{names.Name()}", $"{names.Name()} O'{names.Name()}" }),
        7 => ValueSyntax.Python3.Write(new[] { $"{names.Name()} \"{names.Thing()}\" O'{names.Name()}" }),
        10 => ValueSyntax.Python3.Write(new[] { $"{names.AccentedName()} {names.Name()}", names.Name() }),
        _ => ValueSyntax.Python3.Write(new[] { $"{names.Name()} {names.Name()}" }),
    };

    private string Date(int id) => (id % 25) switch
    {
        3 => "",
        8 or 14 => $"{random.Between(1950, 2012)}-{random.Between(1, 12):D2}",
        19 => $"{random.Between(1950, 2012)}*",
        < 12 => $"{random.Between(1950, 2012)}-{random.Between(1, 12):D2}-{random.Between(1, 28):D2}",
        _ => $"{random.Between(1950, 2012)}",
    };

    private static string Categories(SyntheticItem item) => item.Id % 7 == 3 ? "" : ValueSyntax.Python3.Write(new[] { Genres[item.Genres[0]] });

    private static string Title(int index, InventedNames names) => index == PlaceWithoutTitle ? "" : (index % 8) switch
    {
        0 => $"The {names.Kind()} {names.Thing()} of {names.Name()}",
        1 => $"{names.Name()}: A {names.Thing()}, a {names.Thing()} and {names.Name()}",
        2 => $"{names.Name()}'s {names.Thing()}!",
        3 => $"\"{names.Kind()}\" {names.Thing()} of {names.Name()}",
        4 => $"{names.Name()} & {names.Name()}",
        5 => $"{names.AccentedName()} {names.Thing()}",
        6 => $"{names.Thing()} ({names.Name()} Series #{(index % 9) + 1})",
        _ => $"{names.Name()} {names.Thing()}",
    };
}
