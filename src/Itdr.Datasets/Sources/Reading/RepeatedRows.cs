using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>Counts the rows of sampled users that were left out because an earlier row has the same user and item.</summary>
internal static class RepeatedRows
{
    /// <summary>Counts them, and finds the line of the first.</summary>
    /// <param name="audit">What was read, to which they are added.</param>
    /// <param name="users">The sampled users.</param>
    /// <param name="items">The items.</param>
    /// <param name="rows">Reads the rows in the order of the file; it is called only if there is one to be found.</param>
    public static void Count(
        FileAudit audit, IReadOnlyList<UserHistory> users, ItemTable items, Func<IEnumerable<(string User, string Item, long Line)>> rows)
    {
        var repeated = users.SelectMany(user => user.RepeatedItems.Select(item => (User: user.Id, Item: items.IdOf(item)))).ToList();
        if (repeated.Count == 0)
        {
            return;
        }

        var (wanted, seen) = (repeated.ToHashSet(), new HashSet<(string, string)>());
        var first = rows().First(row => wanted.Contains((row.User, row.Item)) && !seen.Add((row.User, row.Item)));
        audit.Set(RowFault.RepeatedRow, repeated.Count, first.Line, $"user {first.User}, item {first.Item}");
    }
}
