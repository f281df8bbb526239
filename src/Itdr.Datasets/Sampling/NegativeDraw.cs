using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sampling;

/// <summary>
/// Draws the negatives of one instance. None of them was touched by the user, and none has the title, in upper or lower case, of
/// anything that the user touched or of another negative.
/// </summary>
internal sealed class NegativeDraw
{
    /// <summary>After so many misses the items that are left are listed, so a user who touched nearly all of them ends as well.</summary>
    private const int MostMisses = 200;

    private readonly NegativePool pool;
    private readonly SeededRandom random;
    private readonly HashSet<int> titlesTaken;
    private readonly HashSet<int> categories = [];
    private readonly Queue<int> shown = [];

    /// <summary>Prepares a draw.</summary>
    /// <param name="pool">The items to draw from.</param>
    /// <param name="user">The user.</param>
    /// <param name="positives">The positives of the instance.</param>
    /// <param name="random">The generator of the instance.</param>
    public NegativeDraw(NegativePool pool, UserHistory user, IEnumerable<int> positives, SeededRandom random)
    {
        this.pool = pool;
        this.random = random;
        titlesTaken = new HashSet<int>(user.Touched.Length);
        foreach (var interaction in user.Touched)
        {
            titlesTaken.Add(pool.Items.TitleKey(interaction.Item));
        }

        if (pool.PrefersShown)
        {
            int[] shuffled = [.. user.Shown];
            random.Shuffle(shuffled.AsSpan());
            shown = new Queue<int>(shuffled);
        }

        if (pool.Sampling == NegativeSampling.SameCategory)
        {
            foreach (var positive in positives)
            {
                foreach (var category in pool.Items.CategoryKeys(positive))
                {
                    categories.Add(category);
                }
            }
        }
    }

    /// <summary>How many negatives were drawn from any category, because no item of the positives' categories was left.</summary>
    public int OtherCategories { get; private set; }

    /// <summary>Draws some negatives.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The items in the order of the draw, or null if the source has too few.</returns>
    public int[]? Take(int count)
    {
        var negatives = new int[count];
        for (var index = 0; index < count; index++)
        {
            var negative = TakeOne();
            if (negative < 0)
            {
                return null;
            }

            titlesTaken.Add(pool.Items.TitleKey(negative));
            negatives[index] = negative;
        }

        return negatives;
    }

    private int TakeOne()
    {
        while (shown.TryDequeue(out var seen))
        {
            if (IsFree(seen))
            {
                return seen;
            }
        }

        if (pool.Members.IsEmpty)
        {
            return ItemTable.Unknown;
        }

        for (var miss = 0; miss < MostMisses; miss++)
        {
            var item = pool.Draw(random);
            if (IsFree(item) && IsOfCategory(item))
            {
                return item;
            }
        }

        var left = TakeLeft(IsOfCategory);
        if (left < 0 && pool.Sampling == NegativeSampling.SameCategory)
        {
            left = TakeLeft(static _ => true);
            OtherCategories += left < 0 ? 0 : 1;
        }

        return left;
    }

    private int TakeLeft(Func<int, bool> condition)
    {
        var (left, weights, sum) = (new List<int>(), new List<long>(), 0L);
        for (var place = 0; place < pool.Members.Length; place++)
        {
            var item = pool.Members[place];
            if (IsFree(item) && condition(item))
            {
                left.Add(item);
                weights.Add(sum += pool.Weight(place));
            }
        }

        if (left.Count == 0)
        {
            return ItemTable.Unknown;
        }

        var drawn = weights.BinarySearch((long)random.Below((ulong)sum) + 1);
        return left[drawn < 0 ? ~drawn : drawn];
    }

    private bool IsFree(int item) => !titlesTaken.Contains(pool.Items.TitleKey(item));

    private bool IsOfCategory(int item)
    {
        if (pool.Sampling != NegativeSampling.SameCategory)
        {
            return true;
        }

        foreach (var category in pool.Items.CategoryKeys(item))
        {
            if (categories.Contains(category))
            {
                return true;
            }
        }

        return false;
    }
}
