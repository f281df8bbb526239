namespace Itdr.Evaluation;

/// <summary>Which users of the training split engaged with which items, each pair once.</summary>
internal sealed class InteractionTable
{
    private readonly Dictionary<string, int> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> usersByItem = new(StringComparer.Ordinal);

    /// <summary>How many users engaged with an item.</summary>
    public int Popularity(string item) => usersByItem.TryGetValue(item, out var engaged) ? engaged.Count : 0;

    /// <summary>How alike two items are by their users: how many they share over the root of how many each has.</summary>
    public double Cosine(string left, string right)
    {
        if (!usersByItem.TryGetValue(left, out var first) || !usersByItem.TryGetValue(right, out var second))
        {
            return 0;
        }

        var (fewer, more) = first.Count <= second.Count ? (first, second) : (second, first);
        return fewer.Count(more.Contains) / Math.Sqrt((double)first.Count * second.Count);
    }

    /// <summary>The number of a user, the same for the same key.</summary>
    public int UserOf(string key)
    {
        if (!users.TryGetValue(key, out var user))
        {
            users.Add(key, user = users.Count);
        }

        return user;
    }

    public void Add(int user, string item)
    {
        if (!usersByItem.TryGetValue(item, out var engaged))
        {
            usersByItem.Add(item, engaged = []);
        }

        engaged.Add(user);
    }
}
