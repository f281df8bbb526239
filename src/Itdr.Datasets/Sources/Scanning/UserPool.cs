using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>
/// The users that one worker keeps: those with the smallest hashes of all it has met, at least as many as were asked
/// for and at most twice as many.
/// </summary>
/// <param name="capacity">How many users were asked for.</param>
/// <param name="hash">The sample hash of a user.</param>
/// <param name="ceiling">The bound that all workers share.</param>
/// <typeparam name="TUser">What ids are: numbers or texts.</typeparam>
/// <param name="addsUp">Whether a user's rows for one item are added up.</param>
internal sealed class UserPool<TUser>(int capacity, Func<TUser, ulong> hash, HashCeiling ceiling, bool addsUp = false)
    where TUser : notnull
{
    private readonly Dictionary<TUser, RowList> users = [];
    private TUser current = default!;
    private RowList? currentRows;
    private bool hasCurrent;

    /// <summary>The users that are kept, by id.</summary>
    public IReadOnlyDictionary<TUser, RowList> Users => users;

    /// <summary>The room that their rows take, in rows.</summary>
    public long Capacity => users.Values.Sum(static rows => (long)rows.Capacity);

    /// <summary>Keeps a row if its user is kept.</summary>
    public void Add(TUser user, Interaction row)
    {
        // Files are often sorted by user, so the last decision usually still holds.
        if (!hasCurrent || !EqualityComparer<TUser>.Default.Equals(user, current))
        {
            (hasCurrent, current, currentRows) = (true, user, Find(user));
        }

        currentRows?.Add(row);
    }

    private RowList? Find(TUser user)
    {
        var sampled = hash(user);
        if (sampled >= ceiling.Value)
        {
            return null;
        }

        if (!users.TryGetValue(user, out var rows))
        {
            if (users.Count >= 2L * capacity)
            {
                Shrink();
            }

            users.Add(user, rows = new RowList(sampled, addsUp));
        }

        return rows;
    }

    private void Shrink()
    {
        var hashes = users.Values.Select(static rows => rows.Hash).Order().ToList();
        ceiling.Lower(hashes[capacity]);
        foreach (var (user, rows) in users)
        {
            if (rows.Hash >= ceiling.Value)
            {
                users.Remove(user);
            }
        }
    }
}
