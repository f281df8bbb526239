using System.Globalization;

namespace Itdr.Datasets.Synthesis;

/// <summary>Makes names that nothing in the world has, out of syllables and common nouns.</summary>
internal sealed class InventedNames(SyntheticRandom random)
{
    private static readonly string[] Openings = ["Ab", "Bel", "Cor", "Dra", "El", "Fen", "Gor", "Hal", "Il", "Jor", "Kel", "Lum", "Mor", "Nav", "Or", "Pel", "Quo", "Ras", "Sel", "Tor", "Ul", "Vel", "Wen", "Yor", "Zan"];
    private static readonly string[] Middles = ["ba", "dri", "fa", "go", "li", "ma", "ne", "po", "ri", "sso", "ta", "vi", "xa", "zu"];
    private static readonly string[] Endings = ["bar", "don", "fell", "gat", "lin", "mar", "nor", "quin", "rick", "stow", "thal", "vane", "wick", "zor"];
    private static readonly string[] Accented = ["bár", "dön", "féll", "gât", "lín", "mär", "nør", "quîn", "riç", "stò", "thål", "vañe", "wïck", "zór"];
    private static readonly string[] Things = ["Harbour", "Lantern", "Orchard", "Clockmaker", "Glacier", "Violin", "Ferry", "Archive", "Meadow", "Compass", "Tunnel", "Apiary", "Viaduct", "Almanac", "Quarry", "Beacon", "Loom", "Ledger"];
    private static readonly string[] Kinds = ["Silent", "Copper", "Hollow", "Seventh", "Borrowed", "Crooked", "Distant", "Velvet", "Unfinished", "Salted", "Paper", "Winter"];
    private static readonly Dictionary<char, string> Cyrillic = new()
    {
        ['a'] = "а",
        ['b'] = "б",
        ['c'] = "к",
        ['d'] = "д",
        ['e'] = "е",
        ['f'] = "ф",
        ['g'] = "г",
        ['h'] = "х",
        ['i'] = "и",
        ['j'] = "й",
        ['k'] = "к",
        ['l'] = "л",
        ['m'] = "м",
        ['n'] = "н",
        ['o'] = "о",
        ['p'] = "п",
        ['q'] = "к",
        ['r'] = "р",
        ['s'] = "с",
        ['t'] = "т",
        ['u'] = "у",
        ['v'] = "в",
        ['w'] = "в",
        ['x'] = "кс",
        ['y'] = "ы",
        ['z'] = "з",
    };

    /// <summary>A proper name: <c>Velrimar</c>.</summary>
    public string Name() => random.Of(Openings) + random.Of(Middles) + random.Of(Endings);

    /// <summary>A proper name with letters that latin-1 has and ASCII has not.</summary>
    public string AccentedName() => random.Of(Openings) + random.Of(Middles) + random.Of(Accented);

    /// <summary>A common noun, capitalised.</summary>
    public string Thing() => random.Of(Things);

    /// <summary>A quality, capitalised.</summary>
    public string Kind() => random.Of(Kinds);

    /// <summary>A name in Cyrillic letters, capitalised.</summary>
    public static string InCyrillic(string name)
    {
        var letters = string.Concat(name.ToLowerInvariant().Select(static letter => Cyrillic[letter]));
        return letters[..1].ToUpper(CultureInfo.InvariantCulture) + letters[1..];
    }
}
