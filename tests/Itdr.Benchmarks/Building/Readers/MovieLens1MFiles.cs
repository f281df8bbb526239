using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>MovieLens 1M: movies, users and ratings between double colons.</summary>
internal static class MovieLens1MFiles
{
    private const int Movies = 3883;
    private const int RatingsOfAUser = 166;

    /// <summary>Writes the three files.</summary>
    public static void Write(string folder, long ratings)
    {
        var draw = new RowDraw();
        var users = (int)(ratings / RatingsOfAUser) + 1;
        using (var file = new RowFile(Path.Combine(folder, "movies.dat")))
        {
            for (var movie = 1; movie <= Movies; movie++)
            {
                file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"{movie}::Invented Movie {movie} ({1920 + (movie % 80)})::Drama|Comedy\n", out var written), written);
            }
        }

        using (var file = new RowFile(Path.Combine(folder, "users.dat")))
        {
            for (var user = 1; user <= users; user++)
            {
                file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"{user}::{(user % 3 == 0 ? 'F' : 'M')}::25::{user % 21}::48067\n", out var written), written);
            }
        }

        using var rated = new RowFile(Path.Combine(folder, "ratings.dat"));
        for (var rating = 0L; rating < ratings; rating++)
        {
            var movie = 1 + ((rating * 7919) % Movies);
            rated.End(Utf8.TryWrite(rated.Room, CultureInfo.InvariantCulture, $"{1 + (rating / RatingsOfAUser)}::{movie}::{1 + draw.Below(5)}::{956_703_932 + draw.Below(90_000_000)}\n", out var written), written);
        }
    }
}
