namespace Itdr.Benchmarks.Building.Readers;

/// <summary>A source whose files are written at full size and read.</summary>
/// <param name="Name">What it is called in the table and after <c>--source</c>.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Rows">The rows of its interactions, as published or fewer.</param>
/// <param name="Write">Writes its files into a folder, with as many rows.</param>
internal sealed record ReaderSource(string Name, string Source, long Rows, Action<string, long> Write)
{
    /// <summary>Why the rows are not as many as published; empty where they are.</summary>
    public string Note { get; init; } = "";

    /// <summary>All sources; of amazon-reviews-2023 both many reviews and many products.</summary>
    public static IReadOnlyList<ReaderSource> All { get; } =
    [
        new("movielens-32m", "movielens-32m", 32_000_000, static (folder, rows) => new RatingsFile().Write(rows, Path.Combine(folder, "ratings.csv"))),
        Of("movielens-1m", 1_000_209, MovieLens1MFiles.Write),
        Of("bookcrossing", 1_149_780, BookCrossingFiles.Write),
        Of("anime-2023", 10_000_000, AnimeFiles.Write) with { Note = "24.3 M published" },
        Of("yelp", 6_990_280, YelpFiles.Write),
        Of("amazon-reviews-2023", 10_000_000, AmazonReviewFiles.WritePair) with { Note = "two categories, 1.5 M products" },
        new("amazon-products", "amazon-reviews-2023", 4_000_000, AmazonReviewFiles.WriteAll) { Note = "twelve categories, 8.5 M products" },
        Of("microlens", 719_405, VideoFiles.WriteMicroLens),
        Of("pixelrec", 3_965_656, VideoFiles.WritePixelRec),
        Of("amazon-books", 3_000_000, AmazonBookFiles.Write),
        Of("mind", 2_232_748, MindFiles.Write),
        Of("steam", 7_793_069, SteamFiles.Write),
        Of("lastfm-1k", 19_150_868, LastFmFiles.Write1K),
        Of("lastfm-360k", 17_559_530, LastFmFiles.Write360K),
    ];

    private static ReaderSource Of(string name, long rows, Action<string, long> write) => new(name, name, rows, write);
}
