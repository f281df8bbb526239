namespace Itdr.Datasets.Statistics;

/// <summary>How many examples the paper has of each of its 33 cells (arXiv 2508.05667, the table of statistics); 195,065 together.</summary>
internal static class PaperCells
{
    private const int Full = 6250;

    private static readonly Dictionary<CellName, int> Counts = new()
    {
        [new("rating-prediction", "movielens-32m")] = Full,
        [new("rating-prediction", "bookcrossing")] = 4623,
        [new("rating-prediction", "anime-2023")] = Full,
        [new("rating-prediction", "yelp")] = 5707,
        [new("top-k", "amazon-reviews-2023")] = 5276,
        [new("top-k", "movielens-32m")] = Full,
        [new("top-k", "microlens")] = Full,
        [new("top-k", "pixelrec")] = Full,
        [new("top-k", "amazon-books")] = Full,
        [new("top-k", "mind")] = Full,
        [new("top-k", "anime-2023")] = Full,
        [new("cross-domain", "amazon-reviews-2023")] = 4118,
        [new("next-item", "amazon-reviews-2023")] = 5830,
        [new("next-item", "microlens")] = Full,
        [new("next-item", "movielens-32m")] = Full,
        [new("next-item", "pixelrec")] = Full,
        [new("user-attributes", "lastfm-1k")] = 943,
        [new("user-attributes", "lastfm-360k")] = Full,
        [new("user-attributes", "anime-2023")] = Full,
        [new("user-attributes", "bookcrossing")] = Full,
        [new("user-attributes", "movielens-1m")] = 6040,
        [new("interest-recognition", "amazon-books")] = Full,
        [new("interest-recognition", "anime-2023")] = Full,
        [new("interest-recognition", "steam")] = 6228,
        [new("target-users", "amazon-reviews-2023")] = 6300,
        [new("target-users", "bookcrossing")] = Full,
        [new("target-users", "anime-2023")] = Full,
        [new("target-users", "steam")] = Full,
        [new("target-users", "yelp")] = Full,
        [new("target-users", "microlens")] = Full,
        [new("target-users", "pixelrec")] = Full,
        [new("target-users", "movielens-32m")] = Full,
        [new("target-users", "mind")] = Full,
    };

    /// <summary>The number of cells.</summary>
    public static int Count => Counts.Count;

    /// <summary>The examples of all cells.</summary>
    public static int Total => Counts.Values.Sum();

    /// <summary>The examples of a cell, or null if it is none of the paper's.</summary>
    public static int? ExamplesOf(CellName cell) => Counts.TryGetValue(cell, out var count) ? count : null;
}
