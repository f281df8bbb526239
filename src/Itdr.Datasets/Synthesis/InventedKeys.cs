namespace Itdr.Datasets.Synthesis;

/// <summary>Makes keys in the forms that the sources use.</summary>
internal static class InventedKeys
{
    private const string HexDigits = "0123456789abcdef";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string UrlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Hexadecimal digits, in small letters.</summary>
    public static string Hex(SyntheticRandom random, int length) => Of(random, HexDigits, length);

    /// <summary>Capital letters and digits.</summary>
    public static string Capital(SyntheticRandom random, int length) => Of(random, Capitals, length);

    /// <summary>Letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string Base64Url(SyntheticRandom random, int length) => Of(random, UrlSafe, length);

    /// <summary>A key of the form that MusicBrainz uses: 32 hexadecimal digits in five groups.</summary>
    public static string Uuid(SyntheticRandom random) =>
        $"{Hex(random, 8)}-{Hex(random, 4)}-4{Hex(random, 3)}-a{Hex(random, 3)}-{Hex(random, 12)}";

    /// <summary>An ISBN of ten digits whose check digit is right: it may be <c>X</c>.</summary>
    public static string Isbn(SyntheticRandom random)
    {
        var digits = Enumerable.Range(0, 9).Select(place => place == 0 ? random.Below(2) : random.Below(10)).ToArray();
        var check = (11 - (digits.Select(static (digit, place) => (10 - place) * digit).Sum() % 11)) % 11;
        return string.Concat(digits) + (check == 10 ? "X" : $"{check}");
    }

    private static string Of(SyntheticRandom random, string alphabet, int length) =>
        string.Create(length, (random, alphabet), static (text, state) =>
        {
            for (var place = 0; place < text.Length; place++)
            {
                text[place] = state.alphabet[state.random.Below(state.alphabet.Length)];
            }
        });
}
