using System.Text;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Scanning;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Records;

/// <summary>Takes what one record says of a user and an item.</summary>
/// <param name="user">The user's id.</param>
/// <param name="row">The interaction.</param>
internal delegate void TakeInteraction(ReadOnlySpan<byte> user, Interaction row);

/// <summary>Reads one record of an interaction file.</summary>
/// <param name="record">The record.</param>
/// <param name="take">Takes each interaction that it tells of.</param>
/// <returns>What is wrong with it, or null.</returns>
internal delegate RecordFault? ReadInteraction(Record record, TakeInteraction take);

/// <summary>What is made of several rows for one user and item.</summary>
internal enum Repeats
{
    /// <summary>The earliest stays, and the others are counted.</summary>
    KeepEarliest,

    /// <summary>The ratings are counts and are added, and the rows are counted.</summary>
    AddCounts,

    /// <summary>Each row is one event of many, and they are added up.</summary>
    AddEvents,
}

/// <summary>
/// Interactions in a text file, sampled in one pass from its front to its end: only the rows of the users with the
/// smallest hashes are kept.
/// </summary>
/// <param name="scan">The file.</param>
/// <param name="read">Reads one record.</param>
/// <param name="items">The items that its rows may name.</param>
/// <param name="hash">The sample hash of the source.</param>
/// <param name="repeats">What is made of repeated rows.</param>
/// <param name="context">How to read.</param>
internal sealed class RecordInteractions(
    RecordScan scan, ReadInteraction read, ItemTable items, SampleHash hash, Repeats repeats, ReadContext context) : IInteractionTable
{
    /// <summary>A row as it is kept, and once more when the rows of its user are put in order.</summary>
    private const int BytesPerRow = 40;
    private const int RowsBetweenLooks = 1 << 16;

    private FileAudit? audit;

    public IReadOnlyList<FileAudit> Audits => audit is null ? [] : [audit];

    public UserSample Sample(int users)
    {
        var ceiling = new HashCeiling();
        var pool = new UserPool<string>(users, hash.Of, ceiling, addsUp: repeats == Repeats.AddEvents);
        var rowsPerItem = new long[items.Count];
        audit = Pass(pool, rowsPerItem);
        audit.Require(context.MaxBadRows);
        var kept = pool.Users.Where(user => user.Value.Hash < ceiling.Value)
            .OrderBy(static user => user.Value.Hash).ThenBy(static user => user.Key, IdOrder.Instance).ToList();
        List<UserHistory> histories = [.. kept.Take(users).Select(user => History(user.Key, user.Value))];
        CountRepeats(histories);
        return new UserSample(histories, ceiling.IsOpen && kept.Count <= users, rowsPerItem);
    }

    public void Dispose()
    {
        // The file is open only while a sample is taken.
    }

    private FileAudit Pass(UserPool<string> pool, long[] rowsPerItem)
    {
        var user = "";
        var bytes = new LastId();
        var rows = 0L;
        void Take(ReadOnlySpan<byte> id, Interaction row)
        {
            if (!bytes.Holds(id))
            {
                bytes.Set(id);
                user = Encoding.UTF8.GetString(id);
            }

            rowsPerItem[row.Item]++;
            pool.Add(user, row);
            if (++rows % RowsBetweenLooks == 0)
            {
                RequireMemory(pool);
            }
        }

        return scan.Read(record => read(record, Take));
    }

    private UserHistory History(string id, RowList rows)
    {
        if (repeats == Repeats.KeepEarliest)
        {
            return UserHistory.FromRows(id, rows.Hash, rows.Rows.ToArray());
        }

        var history = UserHistory.FromCounts(id, rows.Hash, rows.Rows);
        return repeats == Repeats.AddEvents ? history with { RepeatedItems = [] } : history;
    }

    private void CountRepeats(List<UserHistory> histories)
    {
        var repeated = histories.SelectMany(user => user.RepeatedItems.Select(item => (User: user.Id, Item: item))).ToList();
        if (repeated.Count == 0)
        {
            return;
        }

        var (wanted, seen, line) = (repeated.ToHashSet(), new HashSet<(string, int)>(), 0L);
        var (first, found) = (0L, "");
        void Take(ReadOnlySpan<byte> id, Interaction row)
        {
            var pair = (Encoding.UTF8.GetString(id), row.Item);
            if (first == 0 && wanted.Contains(pair) && !seen.Add(pair))
            {
                (first, found) = (line, $"user {pair.Item1}, item {items.IdOf(row.Item)}");
            }
        }

        scan.Read(record =>
        {
            line = record.Line;
            return first == 0 ? read(record, Take) : null;
        });
        audit!.Set(repeats == Repeats.AddCounts ? RowFault.AddedRow : RowFault.RepeatedRow, repeated.Count, first, found);
    }

    private void RequireMemory(UserPool<string> pool)
    {
        if (pool.Capacity * BytesPerRow > context.MemoryLimit)
        {
            throw new DatasetException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"The rows of the sampled users of {scan.File.Name} do not fit into the {context.MemoryLimit / 1e6:0.#} MB that are left for them; raise --memory or lower --limit."));
        }
    }

    /// <summary>The bytes of the last id, so that a text is made only where the id changes.</summary>
    private sealed class LastId
    {
        private byte[] bytes = [];

        public bool Holds(ReadOnlySpan<byte> id) => id.SequenceEqual(bytes) && bytes.Length > 0;

        public void Set(ReadOnlySpan<byte> id) => bytes = id.ToArray();
    }
}
