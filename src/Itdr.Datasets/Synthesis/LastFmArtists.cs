namespace Itdr.Datasets.Synthesis;

/// <summary>Invented artists of Last.FM, some of whom MusicBrainz does not know.</summary>
internal sealed class LastFmArtists
{
    private readonly long seed;

    public LastFmArtists(int count, long seed)
    {
        this.seed = seed;
        var scripts = new SyntheticRandom(seed, "lastfm scripts");
        Items = SyntheticCatalogue.Draw(count, Genres, new SyntheticRandom(seed, "lastfm artists"), (index, names) => Artist(index, names, scripts), sharesTitles: false);
    }

    /// <summary>How many genres there are.</summary>
    public static int Genres => 10;

    public List<SyntheticItem> Items { get; }

    /// <summary>The key of an artist, or nothing.</summary>
    public string KeyOf(SyntheticItem item) => item.Id % 14 == 6 ? "" : InventedKeys.Uuid(new SyntheticRandom(seed, $"lastfm artist {item.Id}"));

    private static string Artist(int index, InventedNames names, SyntheticRandom scripts) => (index % 10) switch
    {
        0 => $"The {names.Kind()} {names.Thing()}s",
        1 => $"{names.Name()} & {names.Name()}",
        2 => $"\"{names.Name()}\" {names.Name()}",
        3 => $"{names.AccentedName()}",
        4 => InventedScripts.Katakana(scripts),
        5 => InventedNames.InCyrillic(names.Name()),
        6 => $"{names.Name()} 7\" Orchestra",
        7 => $"{names.Name().ToLowerInvariant()}, the {names.Thing().ToLowerInvariant()}",
        8 => InventedScripts.Han(scripts),
        _ => $"{names.Name()} {names.Name()}",
    };
}
