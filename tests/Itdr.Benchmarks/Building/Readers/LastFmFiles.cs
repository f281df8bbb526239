using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>Last.FM 360K and 1K: who played which artist, how often or when.</summary>
internal static class LastFmFiles
{
    private const int Artists360K = 290_000;
    private const int Artists1K = 170_000;
    private const int Users1K = 992;
    private const int PlaysOfAUser = 49;

    /// <summary>Writes Last.FM 360K.</summary>
    public static void Write360K(string folder, long rows)
    {
        var draw = new RowDraw();
        var users = (int)(rows / PlaysOfAUser) + 1;
        using (var file = new RowFile(Path.Combine(folder, "usersha1-profile.tsv")))
        {
            for (var user = 0; user < users; user++)
            {
                file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"{Sha1(user)}\t{(user % 2 == 0 ? 'm' : 'f')}\t{15 + (user % 50)}\tGermany\tFeb 1, 2007\n", out var written), written);
            }
        }

        using var plays = new RowFile(Path.Combine(folder, "usersha1-artmbid-artname-plays.tsv"));
        var id = "";
        for (var row = 0L; row < rows; row++)
        {
            id = row % PlaysOfAUser == 0 ? Sha1(row / PlaysOfAUser) : id;
            var artist = draw.Skewed(Artists360K, 3);
            plays.End(
                Utf8.TryWrite(plays.Room, CultureInfo.InvariantCulture, $"{id}\t{artist:x8}-5b3f-4b6c-9d2e-1f2a3b4c5d6e\tthe invented band {artist}\t{1 + draw.Skewed(3000, 3)}\n", out var written), written);
        }
    }

    /// <summary>Writes Last.FM 1K.</summary>
    public static void Write1K(string folder, long rows)
    {
        var draw = new RowDraw();
        using (var file = new RowFile(Path.Combine(folder, "userid-profile.tsv")))
        {
            file.End(Utf8.TryWrite(file.Room, $"#id\tgender\tage\tcountry\tregistered\n", out var header), header);
            for (var user = 1; user <= Users1K; user++)
            {
                file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"user_{user:D6}\t{(user % 2 == 0 ? 'm' : 'f')}\t{15 + (user % 50)}\tJapan\tAug 13, 2006\n", out var written), written);
            }
        }

        using var events = new RowFile(Path.Combine(folder, "userid-timestamp-artid-artname-traid-traname.tsv"));
        for (var row = 0L; row < rows; row++)
        {
            var artist = draw.Skewed(Artists1K, 3);
            var time = new DateTime(2005, 2, 14, 0, 0, 0, DateTimeKind.Utc).AddSeconds(draw.Below(130_000_000));
            events.End(
                Utf8.TryWrite(
                    events.Room,
                    CultureInfo.InvariantCulture,
                    $"user_{1 + (row * Users1K / rows):D6}\t{time:yyyy-MM-ddTHH:mm:ssZ}\t{artist:x8}-5b3f-4b6c-9d2e-1f2a3b4c5d6e\tinvented artist {artist}\t{row:x8}-0c1d-4e2f-8a3b-6c7d8e9f0a1b\t{draw.Words(16)}\n",
                    out var written),
                written);
        }
    }

    private static string Sha1(long user) => string.Create(CultureInfo.InvariantCulture, $"{(ulong)user * 0x9E3779B97F4A7C15:x16}{user:x24}");
}
