namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The two files of Last.FM 360K: TABs, no header, no quoting. Plays go by user, most played first; a few rows are
/// broken, and one belongs to a user named <c>sep 20, 2008</c>.
/// </summary>
internal sealed class SyntheticLastFm360K : ISyntheticSource
{
    // So few that a small set stays below the thousandth of bad rows that a build bears.
    private const int RowsForABrokenOne = 2500;
    private const int UsersForTheBogusOne = 40;

    public string Name => "lastfm-360k";

    public int MostUsers => 400_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var artists = new LastFmArtists(Math.Clamp(200 + users, 300, 10_000), seed);
        var sampler = new RatingSampler(artists.Items, new SyntheticRandom(seed, "lastfm-360k popularity"), leastRatings: 30, meanOfTheRest: 15);
        using var playFile = new RawFile(folder, "usersha1-artmbid-artname-plays.tsv", RawFile.Utf8, "\n");
        using var profileFile = new RawFile(folder, "usersha1-profile.tsv", RawFile.Utf8, "\n");
        for (var user = 1; user <= users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"lastfm-360k user {user}");
            var listener = LastFmListener.Draw(random);
            var key = InventedKeys.Hex(random, 40);
            WriteProfile(profileFile, key, user, listener, random);
            WritePlays(playFile, key, sampler.Draw(listener.Taste, random, 0, 1), artists, random);
            if (user == UsersForTheBogusOne)
            {
                playFile.Row($"sep 20, 2008\t{InventedKeys.Uuid(random)}\t{artists.Items[0].Title}\t17");
            }
        }

        return [playFile.Summary, profileFile.Summary];
    }

    private static void WriteProfile(RawFile file, string key, int user, LastFmListener listener, SyntheticRandom random)
    {
        var age = (user % 100) switch
        {
            17 => "-1337",
            33 => "1",
            49 => "2",
            65 => "100",
            _ => random.Below(100) < 22 ? "" : $"{listener.Age}",
        };
        file.Row($"{key}\t{(random.Below(10) == 0 ? "" : listener.Gender)}\t{age}\t{listener.Country}\t{listener.Registered}");
    }

    private static void WritePlays(RawFile file, string key, List<SyntheticRating> liked, LastFmArtists artists, SyntheticRandom random)
    {
        var rows = liked.ConvertAll(rating => (Artist: rating.Item, Plays: 1 + (rating.Score * rating.Score * random.Between(5, 40) / 100)));
        if (random.Below(8) == 0)
        {
            rows.Add((rows[0].Artist, random.Between(1, 9)));
        }

        foreach (var (artist, plays) in rows.OrderByDescending(static row => row.Plays))
        {
            var name = Spelt(artist.Title, random);
            file.Row(file.Summary.Rows % RowsForABrokenOne == RowsForABrokenOne - 1
                ? $"{key}\t{artists.KeyOf(artist)}\t{name}"
                : $"{key}\t{artists.KeyOf(artist)}\t{name}\t{plays}");
        }
    }

    /// <summary>The same artist is spelt in more than one way.</summary>
    private static string Spelt(string name, SyntheticRandom random) => random.Below(30) switch
    {
        0 => name.ToUpperInvariant(),
        1 => name.ToLowerInvariant(),
        2 => $"{name} ",
        _ => name,
    };
}
