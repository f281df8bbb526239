using System.Globalization;
using System.Runtime.InteropServices;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.DuckDb;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Stored;

/// <summary>
/// Interactions that are read once, from one file or many, into a table on disk, where users are counted by what a need asks
/// for and the rows of those sampled are fetched. This serves sources whose files are slow to read and whose cells ask for few
/// of many users.
/// </summary>
internal sealed class StoredInteractions : IInteractionTable
{
    private const int BytesPerRow = 64;

    private readonly DuckSession session;
    private readonly ItemTable items;
    private readonly SampleHash hash;
    private readonly ReadContext context;
    private readonly IReadOnlyList<FileAudit> audits;
    private readonly IReadOnlyDictionary<string, byte> groups;
    private readonly long[] rowsPerItem;

    /// <summary>Reads the files.</summary>
    /// <param name="items">The items that rows may name.</param>
    /// <param name="hash">The sample hash of the source.</param>
    /// <param name="read">Reads the files one by one, hands over their rows, and gives an account of each.</param>
    /// <param name="context">How to read.</param>
    /// <exception cref="DatasetException">A file cannot be read.</exception>
    public StoredInteractions(ItemTable items, SampleHash hash, Func<RowWriter, IReadOnlyList<FileAudit>> read, ReadContext context)
    {
        (this.items, this.hash, this.context) = (items, hash, context);
        session = new DuckSession(context with { MemoryLimit = DatabaseMemory }, isOnDisk: true);
        try
        {
            session.Execute("create table rows (user_id varchar, item integer, grp utinyint, rating float, time bigint, place bigint)");
            using var writer = new RowWriter(session.Appender("rows"), items);
            audits = read(writer);
            groups = writer.Groups;
            rowsPerItem = writer.RowsPerItem;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public IReadOnlyList<FileAudit> Audits => audits;

    /// <summary>Half is the database's, half is for the rows of the sampled users.</summary>
    private long DatabaseMemory => context.MemoryLimit / 2;

    public UserSample Sample(int users) => Sample([SampleNeed.Any(users)]);

    public UserSample Sample(IReadOnlyList<SampleNeed> needs)
    {
        var picks = needs.Select(Pick).ToList();
        var picked = picks.SelectMany(static pick => pick.Users).DistinctBy(static user => user.Id).ToList();
        picked.Sort(Subject.CompareSampled);
        RequireMemory(picked);
        return new UserSample(Fetch(picked), picks.TrueForAll(static pick => pick.Last is null), rowsPerItem)
        {
            Lasts = [.. picks.Select(static pick => pick.Last)],
        };
    }

    public IReadOnlyDictionary<int, long> UsersOf(IEnumerable<int> items)
    {
        session.Execute("create or replace temp table asked (item integer)");
        session.Append("asked", items, static (row, item) => row.AppendValue(item));
        var users = new Dictionary<int, long>();
        session.Query("select item, count(distinct user_id) from rows where item in (select item from asked) group by item", row => users.Add(row.GetInt32(0), row.GetInt64(1)));
        return users;
    }

    public void Dispose() => session.Dispose();

    /// <summary>The users within a need with the smallest hashes, and the last of them if there are more.</summary>
    private (IReadOnlyList<SampledUser> Users, Subject? Last) Pick(SampleNeed need)
    {
        var smallest = new PriorityQueue<SampledUser, SampledUser>(Comparer<SampledUser>.Create(static (left, right) => Subject.CompareSampled(right, left)));
        var isWhole = true;
        session.Query(UsersWithin(need), row =>
        {
            var id = row.GetString(0);
            var user = new SampledUser(id, hash.Of(id));
            smallest.Enqueue(user, user);
            if (smallest.Count > need.Users)
            {
                smallest.Dequeue();
                isWhole = false;
            }
        });
        var last = isWhole ? null : smallest.Peek();
        return ([.. smallest.UnorderedItems.Select(static pair => pair.Element)], last);
    }

    private string UsersWithin(SampleNeed need)
    {
        var conditions = need.Rows.Select(row => (row.Count, Condition: ConditionOf(row))).ToList();
        var having = conditions.Select(static row => string.Create(CultureInfo.InvariantCulture, $"count(*) filter (where {row.Condition}) >= {row.Count}"));
        return $"select user_id from rows where {string.Join(" or ", conditions.Select(static row => $"({row.Condition})"))} group by user_id having {string.Join(" and ", having)}";
    }

    private string ConditionOf(RowNeed row)
    {
        var parts = new List<string>();
        if (row.Group is { } group)
        {
            parts.Add(groups.TryGetValue(group, out var number) ? string.Create(CultureInfo.InvariantCulture, $"grp = {number}") : "false");
        }

        if (row.MinRating is { } least)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"rating >= {least}::float"));
        }

        if (row.MaxRating is { } most)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"rating <= {most}::float"));
        }

        return parts.Count == 0 ? "true" : string.Join(" and ", parts);
    }

    private void RequireMemory(List<SampledUser> picked)
    {
        session.Execute("create or replace temp table picked (user_id varchar, user_index integer)");
        session.Append("picked", picked.Select(static (user, index) => (user.Id, index)), static (row, user) => row.AppendValue(user.Id).AppendValue(user.index));
        var rows = 0L;
        session.Query("select count(*) from rows where user_id in (select user_id from picked)", row => rows = row.GetInt64(0));
        if (rows * BytesPerRow > context.MemoryLimit - DatabaseMemory)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture,
                $"The {rows} rows of the sampled users of {audits[0].File.Name} do not fit into the {(context.MemoryLimit - DatabaseMemory) / 1e6:0.#} MB that are left for them; raise --memory or lower --limit."));
        }
    }

    private List<UserHistory> Fetch(List<SampledUser> picked)
    {
        var histories = picked.ConvertAll(static _ => new List<(Interaction Row, long Place)>());
        session.Query(
            "select p.user_index, r.item, r.rating, r.time, r.place from rows r join picked p on r.user_id = p.user_id",
            row => histories[row.GetInt32(0)].Add((new Interaction(row.GetInt32(1), row.GetFloat(2), row.GetInt64(3)), row.GetInt64(4))));
        CountRepeats(picked, histories);
        return [.. picked.Select((user, index) => UserHistory.FromRows(user.Id, user.Hash, [.. histories[index].Select(static row => row.Row)]))];
    }

    /// <summary>Counts the rows that name a user and an item once more, in the file in which they stand.</summary>
    private void CountRepeats(List<SampledUser> picked, List<List<(Interaction Row, long Place)>> histories)
    {
        var repeats = new Dictionary<int, (long Count, long Place, string Found)>();
        for (var index = 0; index < picked.Count; index++)
        {
            var seen = new HashSet<int>();
            CollectionsMarshal.AsSpan(histories[index]).Sort(static (left, right) => left.Place.CompareTo(right.Place));
            foreach (var (row, place) in histories[index].Where(row => !seen.Add(row.Row.Item)))
            {
                var known = repeats.GetValueOrDefault(RowPlace.FileOf(place), (Count: 0, Place: long.MaxValue, Found: ""));
                var isFirst = place < known.Place;
                repeats[RowPlace.FileOf(place)] = (
                    known.Count + 1, isFirst ? place : known.Place, isFirst ? $"user {picked[index].Id}, item {items.IdOf(row.Item)}" : known.Found);
            }
        }

        foreach (var (file, repeat) in repeats)
        {
            audits[file].Set(RowFault.RepeatedRow, repeat.Count, RowPlace.LineOf(repeat.Place), repeat.Found);
        }
    }

    /// <summary>A user whose rows are not read yet.</summary>
    private sealed record SampledUser(string Id, ulong Hash) : Subject(Id, Hash);
}
