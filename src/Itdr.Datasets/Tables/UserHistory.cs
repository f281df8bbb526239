namespace Itdr.Datasets.Tables;

/// <summary>A user that was sampled, with everything that the source knows the user to have touched.</summary>
/// <param name="Id">The user's id in the source.</param>
/// <param name="Hash">The hash by which the user was sampled.</param>
/// <param name="Interactions">All interactions, once per item, in time order.</param>
internal sealed record UserHistory(string Id, ulong Hash, Interaction[] Interactions) : Subject(Id, Hash)
{
    /// <summary>The items of the rows that were left out because another row of the user names the same item, an entry a row.</summary>
    public IReadOnlyList<int> RepeatedItems { get; init; } = [];

    /// <summary>Everything that the source knows the user to have touched, where <see cref="Interactions"/> is only a part of it.</summary>
    public Interaction[] Touched
    {
        get => field ?? Interactions;
        private init;
    }

    /// <summary>The user with a part of the interactions; what was touched stays what it was.</summary>
    public UserHistory Within(Func<Interaction, bool> isInside) => this with { Touched = Touched, Interactions = Array.FindAll(Interactions, one => isInside(one)) };

    /// <summary>The items that the source says were shown to the user, who never chose them; empty where it does not say.</summary>
    public IReadOnlyList<int> Shown { get; init; } = [];

    /// <summary>
    /// Makes a history of counts: of several rows for one item the ratings are added and the earliest time stays, so the file's
    /// order is of no account.
    /// </summary>
    /// <param name="id">The user's id.</param>
    /// <param name="hash">The hash by which the user was sampled.</param>
    /// <param name="rows">The rows, whose ratings are counts.</param>
    public static UserHistory FromCounts(string id, ulong hash, ReadOnlySpan<Interaction> rows)
    {
        var sums = new Dictionary<int, (double Count, long Time)>(rows.Length);
        var repeated = new List<int>();
        foreach (var row in rows)
        {
            if (!sums.TryAdd(row.Item, (row.Rating, row.Time)))
            {
                var known = sums[row.Item];
                sums[row.Item] = (known.Count + row.Rating, Math.Min(known.Time, row.Time));
                repeated.Add(row.Item);
            }
        }

        Interaction[] interactions = [.. sums.Select(static sum => new Interaction(sum.Key, (float)sum.Value.Count, sum.Value.Time))];
        Array.Sort(interactions);
        repeated.Sort();
        return new UserHistory(id, hash, interactions) { RepeatedItems = repeated };
    }

    /// <summary>
    /// Makes a history of the rows of one user, in whatever order they were read. Of several rows for one item the
    /// earliest stays, and of those at the same time the one with the highest rating, so the file's order is of no account.
    /// </summary>
    /// <param name="id">The user's id.</param>
    /// <param name="hash">The hash by which the user was sampled.</param>
    /// <param name="rows">The rows; they are moved around.</param>
    public static UserHistory FromRows(string id, ulong hash, Span<Interaction> rows)
    {
        rows.Sort(static (left, right) =>
            left.Time != right.Time ? left.Time.CompareTo(right.Time)
            : left.Item != right.Item ? left.Item.CompareTo(right.Item)
            : right.Rating.CompareTo(left.Rating));

        var seen = new HashSet<int>(rows.Length);
        var interactions = new Interaction[rows.Length];
        var kept = 0;
        var repeated = new List<int>();
        foreach (var row in rows)
        {
            if (seen.Add(row.Item))
            {
                interactions[kept++] = row;
            }
            else
            {
                repeated.Add(row.Item);
            }
        }

        Array.Resize(ref interactions, kept);
        return new UserHistory(id, hash, interactions) { RepeatedItems = repeated };
    }
}
