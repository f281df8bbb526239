using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>An invented book of BookCrossing.</summary>
/// <param name="Item">The book; its title is as the file has it, each character one byte.</param>
/// <param name="Isbn">Its key, which is not always an ISBN.</param>
/// <param name="Author">Who wrote it, each character one byte.</param>
/// <param name="Year">The year of publication; 0 and years to come are among them.</param>
/// <param name="Publisher">Who published it.</param>
internal sealed record BookCrossingBook(SyntheticItem Item, string Isbn, string Author, int Year, string Publisher)
{
    public static List<BookCrossingBook> Draw(int count, int kinds, long seed)
    {
        var random = new SyntheticRandom(seed, "bx books");
        var names = new InventedNames(random);
        return [.. SyntheticCatalogue.Draw(count, kinds, new SyntheticRandom(seed, "bx titles"), Title).Select(item => Describe(item, random, names))];
    }

    /// <summary>The book's line.</summary>
    public string ToLine() => SyntheticBookCrossing.Line(
        Isbn, Item.Title, Author, $"{Year}", Publisher, Image("THUMBZZZ"), Image("MZZZZZZZ"), Image("LZZZZZZZ"));

    private string Image(string size) => $"http://images.example.com/images/P/{Isbn}.01.{size}.jpg";

    private static BookCrossingBook Describe(SyntheticItem item, SyntheticRandom random, InventedNames names)
    {
        var isbn = (item.Id % 90) switch
        {
            11 => $"B0000{InventedKeys.Capital(random, 5)}",
            23 => $"{random.Between(1, 9)}.{random.Between(10, 99)}.{random.Between(100_000, 999_999)}.{random.Below(10)}",
            41 => $"978{random.Between(10_000, 99_999)}{random.Between(10_000, 99_999)}",
            67 => $"{random.Between(100, 999)}ISBN{random.Between(100_000, 999_999)}",
            _ => InventedKeys.Isbn(random),
        };
        var year = (item.Id % 60) switch
        {
            7 => 0,
            44 => random.Between(2030, 2050),
            _ => random.Between(1938, 2004),
        };
        var author = (item.Id % 11) switch
        {
            3 => AsUtf8($"{names.Name()} {names.AccentedName()}"),
            6 => AsUtf8Twice($"{names.Name()} von Gro\u00DF{names.Name().ToLowerInvariant()}"),
            _ => $"{names.Name()} {(char)('A' + random.Below(26))}. {names.Name()}",
        };
        var publisher = item.Id % 7 == 2 ? $"{names.Name()} &amp; {names.Name()}" : $"{names.Name()} Press";
        return new BookCrossingBook(item, isbn, author, year, publisher);
    }

    private static string Title(int index, InventedNames names) => (index % 11) switch
    {
        0 => $"The {names.Kind()} {names.Thing()} of {names.Name()}",
        1 => $"{names.Name()}: {names.Kind()} {names.Thing()} (Tales of {names.Name()}, Book {(index % 5) + 1})",
        2 => AsUtf8($"{names.Thing()} {names.AccentedName()}"),
        3 => $"{names.Thing()} &amp; {names.Name()}",
        4 => $"The \"{names.Kind()}\" {names.Thing()} of {names.Name()}",
        5 => $"{names.Name()}; Or, The {names.Thing()}",
        6 => AsUtf8Twice($"{names.AccentedName()} {names.Thing()}"),
        7 => $"{names.Name()}'s {names.Thing()}",
        8 => $"{names.Name()}, {names.Name()} and the {names.Thing()}",
        9 => $"{names.Kind()} \"{names.Name()};\" {names.Thing()}",
        _ => $"{names.Name()} {names.Thing()}",
    };

    /// <summary>The bytes of a text in UTF-8, each as the character of that number.</summary>
    private static string AsUtf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>A text put into UTF-8 twice, where every byte without a latin-1 letter then became a question mark.</summary>
    private static string AsUtf8Twice(string text) =>
        string.Concat(AsUtf8(AsUtf8(text)).Select(static letter => letter is >= '\u0080' and <= '\u009F' ? '?' : letter));
}
