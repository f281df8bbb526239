namespace Itdr.Datasets.Synthesis;

/// <summary>An invented person of Last.FM, whose taste goes with age, gender and country more often than not.</summary>
/// <param name="Gender"><c>m</c> or <c>f</c>.</param>
/// <param name="Age">In years.</param>
/// <param name="Country">The English name of a country.</param>
/// <param name="Registered">The day of the registration: <c>Feb 1, 2007</c>.</param>
/// <param name="Taste">What the person likes.</param>
internal sealed record LastFmListener(string Gender, int Age, string Country, string Registered, SyntheticTaste Taste)
{
    private static readonly string[] Countries = ["United States", "United Kingdom", "Germany", "Japan", "Brazil", "Poland", "Finland", "Turkey", "Spain", "Antarctica"];

    public static LastFmListener Draw(SyntheticRandom random)
    {
        var isFemale = random.Below(10) < 4;
        var age = random.Between(16, 48);
        var country = random.Below(Countries.Length);
        var taste = SyntheticTaste.Draw(random, LastFmArtists.Genres);
        taste = random.Below(10) < 7 ? taste with { Favourite = country, Second = ((age / 10 * 2) + (isFemale ? 1 : 0)) % LastFmArtists.Genres } : taste;
        var registered = SyntheticTime.Text(1_104_600_000 + (86_400L * random.Below(1200)), "MMM d, yyyy");
        return new LastFmListener(isFemale ? "f" : "m", age, Countries[country], registered, taste);
    }
}
