using Itdr.Datasets.Sampling;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>
/// The users that one worker keeps: those with the smallest hashes of all it has met, at least as many as were asked
/// for and at most twice as many.
/// </summary>
/// <param name="capacity">How many users were asked for.</param>
/// <param name="hash">The sample hash.</param>
/// <param name="ceiling">The bound that all workers share.</param>
internal sealed class UserPool(int capacity, SampleHash hash, HashCeiling ceiling)
{
    private readonly Dictionary<ulong, RowList> users = [];
    private ulong current;
    private RowList? currentRows;
    private bool hasCurrent;

    /// <summary>The users that are kept, by id.</summary>
    public IReadOnlyDictionary<ulong, RowList> Users => users;

    /// <summary>The room that their rows take, in rows.</summary>
    public long Capacity => users.Values.Sum(static rows => (long)rows.Capacity);

    /// <summary>Keeps a row if its user is kept.</summary>
    public void Add(ulong user, Interaction row)
    {
        // Files are often sorted by user, so the last decision usually still holds.
        if (!hasCurrent || user != current)
        {
            (hasCurrent, current, currentRows) = (true, user, Find(user));
        }

        currentRows?.Add(row);
    }

    private RowList? Find(ulong user)
    {
        var sampled = hash.Of(user);
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

            users.Add(user, rows = new RowList(sampled));
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
