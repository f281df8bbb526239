namespace Itdr.Datasets.Synthesis;

/// <summary>An invented person of BookCrossing.</summary>
/// <param name="Id">The key.</param>
/// <param name="Location">City, state and country, and all that people put there instead.</param>
/// <param name="Age">The age, or null; some are impossible.</param>
/// <param name="Taste">What the person likes; it goes with country and age more often than not.</param>
internal sealed record BookCrossingReader(int Id, string Location, int? Age, SyntheticTaste Taste)
{
    private static readonly string[] Countries = ["usa", "canada", "germany", "united kingdom", "australia", "spain", "france", "portugal"];

    /// <summary>Draws a person; the same key gives the same one.</summary>
    public static BookCrossingReader Draw(int user, int kinds, long seed)
    {
        var random = new SyntheticRandom(seed, $"bx user {user}");
        var country = random.Below(Countries.Length);
        var age = Years(user, random);
        var taste = SyntheticTaste.Draw(random, kinds);
        taste = random.Below(10) < 7 ? taste with { Favourite = country % kinds, Second = (age ?? 30) / 12 % kinds } : taste;
        return new BookCrossingReader(user, Place(user, Countries[country], new InventedNames(random)), age, taste);
    }

    /// <summary>The person's line.</summary>
    public string ToLine() => SyntheticBookCrossing.Line($"{Id}", Location, Age is null ? null : $"{Age}");

    private static int? Years(int user, SyntheticRandom random) => (user % 50) switch
    {
        9 => 0,
        23 => random.Between(101, 200),
        37 => 244,
        _ => random.Below(100) < 35 ? null : random.Between(12, 79),
    };

    private static string Place(int user, string country, InventedNames names)
    {
        var (city, state) = (names.Name().ToLowerInvariant(), names.Name().ToLowerInvariant());
        return (user % 40) switch
        {
            3 => $"{city}, \"n/a\", {country}",
            7 => $"{city}, {country}",
            11 => $"{city}, {names.Thing().ToLowerInvariant()} district, {state}, {country}",
            15 or 16 or 17 => $"{names.AccentedName().ToLowerInvariant()}, {state}, {country}",
            19 => $"{city}\n, {state}, {country}",
            23 => $"{city}, n/a, {country}",
            27 => $"&#304;{city}, {state}, {country}",
            31 => $"{city}, , ",
            35 => $"&#28207;&#21475;, {state}, {country}",
            _ => $"{city}, {state}, {country}",
        };
    }
}
