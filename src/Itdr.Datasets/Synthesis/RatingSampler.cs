namespace Itdr.Datasets.Synthesis;

/// <summary>Draws what a person rates: few movies are popular, most are not, and taste decides among them.</summary>
internal sealed class RatingSampler
{
    private const int LeastRatings = 20;
    private const int MeanOfTheRest = 25;

    private readonly SyntheticMovie[] byPopularity;
    private readonly int[] cumulated;

    public RatingSampler(IReadOnlyList<SyntheticMovie> movies, SyntheticRandom random)
    {
        var order = movies.ToArray();
        random.Shuffle(order);

        // One movie in twenty is rated by nobody, as in the real files.
        order = order[..(order.Length - (order.Length / 20))];
        byPopularity = order;
        cumulated = new int[order.Length];
        var total = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            total += 2 + (8000 / (rank + 8));
            cumulated[rank] = total;
        }
    }

    /// <summary>The ratings of one person, in time order; several of them may fall into the same second.</summary>
    public List<SyntheticRating> Draw(SyntheticTaste taste, SyntheticRandom random, long earliest, long latest)
    {
        var count = Math.Min(LeastRatings, byPopularity.Length);
        var most = Math.Max(count, byPopularity.Length / 3);
        while (count < most && random.Below(MeanOfTheRest) > 0)
        {
            count++;
        }

        var time = earliest + ((latest - earliest) / 1000 * random.Below(1000));
        var ratings = new List<SyntheticRating>(count);
        foreach (var movie in DrawMovies(taste, random, count))
        {
            ratings.Add(new SyntheticRating(movie, taste.Rate(movie, random), time));
            time = Math.Min(latest, time + Pause(random));
        }

        return ratings;
    }

    private HashSet<SyntheticMovie> DrawMovies(SyntheticTaste taste, SyntheticRandom random, int count)
    {
        var drawn = new HashSet<SyntheticMovie>(ReferenceEqualityComparer.Instance);
        while (drawn.Count < count)
        {
            var place = Array.BinarySearch(cumulated, random.Below(cumulated[^1]) + 1);
            var movie = byPopularity[place >= 0 ? place : ~place];
            if (taste.Likes(movie) || random.Below(4) == 0)
            {
                drawn.Add(movie);
            }
        }

        return drawn;
    }

    private static int Pause(SyntheticRandom random) => random.Below(10) switch
    {
        < 4 => 0,
        < 9 => random.Between(5, 90),
        _ => random.Between(3600, 30 * 86400),
    };
}
