using System.Globalization;
using System.Text;

namespace Itdr.Benchmarks.Building;

/// <summary>
/// Writes ratings.csv and movies.csv in the format and of about the shape of ML-32M: sorted by user and movie, at least 20
/// ratings a user and 160 on average, both users and movies by a power law. The same number of rows gives the same bytes.
/// </summary>
internal sealed class RatingsFile
{
    private const int Movies = 86_993;
    private const int MovieIdStep = 3;
    private const int LeastRatings = 20;
    private const int MostRatings = 9_000;
    private const double UserExponent = 0.93;
    private const int BufferBytes = 1 << 20;
    private const int MostRowBytes = 64;
    private const long FirstTime = 789_652_009;
    private const int Years28 = 883_000_000;

    private readonly byte[] buffer = new byte[BufferBytes];
    private readonly HashSet<int> seen = [];
    private int filled;
    private ulong state = 42;

    /// <summary>Writes both files.</summary>
    /// <param name="rows">The rows of ratings.csv.</param>
    /// <param name="path">Where ratings.csv goes; movies.csv goes beside it.</param>
    /// <returns>The number of users.</returns>
    public int Write(long rows, string path)
    {
        WriteMovies(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "movies.csv"));
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Add("userId,movieId,rating,timestamp\r\n"u8);
        var user = 0;
        for (var left = rows; left > 0;)
        {
            var count = (int)Math.Min(left, Math.Min(MostRatings, LeastRatings * Math.Pow(Uniform(), -UserExponent)));
            WriteUser(++user, count, stream);
            left -= count;
        }

        Flush(stream);
        return user;
    }

    private void WriteUser(int user, int count, FileStream stream)
    {
        seen.Clear();
        while (seen.Count < count)
        {
            // The cube favours low ranks; the multiplication spreads the ranks over the ids.
            var rank = (long)(Movies * Math.Pow(Uniform(), 3));
            seen.Add((int)(rank * 40_009 % Movies));
        }

        var time = FirstTime + (long)(Uniform() * Years28);
        foreach (var movie in seen.Order())
        {
            if (filled > BufferBytes - MostRowBytes)
            {
                Flush(stream);
            }

            var halves = 1 + (int)(10 * Math.Sqrt(Uniform()));
            Add(user, ',');
            Add((movie * MovieIdStep) + 1, ',');
            Add(halves / 2, '.');
            Add(halves % 2 == 0 ? "0,"u8 : "5,"u8);
            Add(time + (long)(Uniform() * 100_000), '\r');
            buffer[filled++] = (byte)'\n';
        }
    }

    private static void WriteMovies(string path)
    {
        string[] genres = ["Drama", "Comedy", "Thriller|Crime", "Romance|Drama", "Action|Sci-Fi", "(no genres listed)", "Documentary"];
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\r\n" };
        text.WriteLine("movieId,title,genres");
        for (var movie = 0; movie < Movies; movie++)
        {
            // Every fifth title holds a comma, so its field is quoted.
            var title = movie % 5 == 0 ? $"\"Invented Movie {movie}, The ({1920 + (movie % 100)})\"" : $"Invented Movie {movie} ({1920 + (movie % 100)})";
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(movie * MovieIdStep) + 1},{title},{genres[movie % genres.Length]}"));
        }
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.AsSpan(filled));
        filled += bytes.Length;
    }

    private void Add(long number, char end)
    {
        number.TryFormat(buffer.AsSpan(filled), out var written, default, CultureInfo.InvariantCulture);
        filled += written;
        buffer[filled++] = (byte)end;
    }

    private void Flush(FileStream stream)
    {
        stream.Write(buffer, 0, filled);
        filled = 0;
    }

    /// <summary>A number above 0 and up to 1 (SplitMix64).</summary>
    private double Uniform()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53)) is var value and > 0 ? value : 1;
    }
}
