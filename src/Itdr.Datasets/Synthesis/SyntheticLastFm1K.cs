namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The two files of Last.FM 1K: TABs and no quoting. Profiles have a header and many gaps; plays have none and go by
/// user, newest first, several in the same second; two plays lie in years that had not come.
/// </summary>
internal sealed class SyntheticLastFm1K : ISyntheticSource
{
    private const long Latest = 1_241_470_000;

    // 2010-03-04 and 2013-09-29, after the data were collected.
    private static readonly Dictionary<int, long> ImpossibleTimes = new() { [2] = 1_267_700_000, [10] = 1_380_450_000 };

    public string Name => "lastfm-1k";

    public int MostUsers => 50_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var artists = new LastFmArtists(Math.Clamp(200 + users, 300, 10_000), seed);
        var sampler = new RatingSampler(artists.Items, new SyntheticRandom(seed, "lastfm-1k popularity"), leastRatings: 22, meanOfTheRest: 8);
        using var profileFile = new RawFile(folder, "userid-profile.tsv", RawFile.Utf8, "\n");
        using var playFile = new RawFile(folder, "userid-timestamp-artid-artname-traid-traname.tsv", RawFile.Utf8, "\n");
        profileFile.Header("#id\tgender\tage\tcountry\tregistered");
        for (var user = 1; user <= users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"lastfm-1k user {user}");
            var listener = LastFmListener.Draw(random);
            WriteProfile(profileFile, user, listener, random);

            // One profile in twenty-five has no play.
            if (user % 25 != 24)
            {
                WritePlays(playFile, user, sampler.Draw(listener.Taste, random, 0, 1), artists, random);
            }
        }

        return [profileFile.Summary, playFile.Summary];
    }

    private static void WriteProfile(RawFile file, int user, LastFmListener listener, SyntheticRandom random)
    {
        var age = (user % 80) switch
        {
            13 => "3",
            51 => "103",
            _ => random.Below(10) < 7 ? "" : $"{listener.Age}",
        };
        var gender = random.Below(10) == 0 ? "" : listener.Gender;
        var country = random.Below(12) == 0 ? "" : listener.Country;
        file.Row($"user_{user:D6}\t{gender}\t{age}\t{country}\t{(user % 60 == 22 ? "" : listener.Registered)}");
    }

    private static void WritePlays(RawFile file, int user, List<SyntheticRating> liked, LastFmArtists artists, SyntheticRandom random)
    {
        var plays = liked.SelectMany(rating => Enumerable.Repeat(rating.Item, 1 + (rating.Score / 8) + random.Below(4))).ToList();
        random.Shuffle(plays);
        var time = Latest - random.Below(90 * 86_400);
        for (var place = 0; place < plays.Count; place++)
        {
            var artist = plays[place];
            var written = place == 0 ? ImpossibleTimes.GetValueOrDefault(user, time) : time;
            var track = (artist.Id * 20) + random.Below(8);
            file.Row($"user_{user:D6}\t{SyntheticTime.Text(written, "yyyy-MM-dd'T'HH:mm:ss'Z'")}\t{artists.KeyOf(artist)}\t{artist.Title}\t{TrackKey(track)}\t{TrackName(track)}");
            time -= random.Below(10) switch
            {
                0 => 0,
                1 => random.Between(3600, 200_000),
                _ => random.Between(120, 400),
            };
        }
    }

    private static string TrackKey(int track) => track % 7 < 2 ? "" : InventedKeys.Uuid(new SyntheticRandom(track, "lastfm track"));

    private static string TrackName(int track)
    {
        var names = new InventedNames(new SyntheticRandom(track, "lastfm track name"));
        return (track % 6) switch
        {
            0 => $"\"{names.Kind()}\" {names.Thing()}",
            1 => $"{names.Name()} (Live in {names.Name()})",
            2 => $"{InventedNames.InCyrillic(names.Name())}",
            3 => $"{names.Thing()} 12\" Mix",
            _ => $"{names.Kind()} {names.Thing()}",
        };
    }
}
