namespace Itdr.Datasets.Synthesis;

/// <summary>Draws what a person rates: few items are popular, most are not, and taste decides among them.</summary>
internal sealed class RatingSampler
{
    private readonly SyntheticItem[] byPopularity;
    private readonly int[] cumulated;
    private readonly int leastRatings;
    private readonly int meanOfTheRest;

    /// <summary>Decides what is popular.</summary>
    /// <param name="items">What can be rated.</param>
    /// <param name="random">Decides.</param>
    /// <param name="leastRatings">How many items each person rates at least, if there are as many.</param>
    /// <param name="meanOfTheRest">How many more a person rates on average.</param>
    public RatingSampler(IReadOnlyList<SyntheticItem> items, SyntheticRandom random, int leastRatings = 20, int meanOfTheRest = 25)
    {
        this.leastRatings = leastRatings;
        this.meanOfTheRest = meanOfTheRest;
        var order = items.ToArray();
        random.Shuffle(order);

        // One item in twenty is rated by nobody, as in the real files.
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
        var count = Math.Min(leastRatings, byPopularity.Length);
        var most = Math.Max(count, byPopularity.Length / 3);
        while (count < most && random.Below(meanOfTheRest) > 0)
        {
            count++;
        }

        var time = earliest + ((latest - earliest) / 1000 * random.Below(1000));
        var ratings = new List<SyntheticRating>(count);
        foreach (var item in DrawItems(taste, random, count))
        {
            ratings.Add(new SyntheticRating(item, taste.Rate(item, random), time));
            time = Math.Min(latest, time + Pause(random));
        }

        return ratings;
    }

    private HashSet<SyntheticItem> DrawItems(SyntheticTaste taste, SyntheticRandom random, int count)
    {
        var drawn = new HashSet<SyntheticItem>(ReferenceEqualityComparer.Instance);
        while (drawn.Count < count)
        {
            var place = Array.BinarySearch(cumulated, random.Below(cumulated[^1]) + 1);
            var item = byPopularity[place >= 0 ? place : ~place];
            if (taste.Likes(item) || random.Below(4) == 0)
            {
                drawn.Add(item);
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
