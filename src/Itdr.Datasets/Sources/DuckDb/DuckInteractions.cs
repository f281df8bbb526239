using System.Globalization;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>
/// Interactions in a delimited file, sampled in two scans by DuckDB: the first counts rows per user and item and judges every
/// row, the second fetches the rows of the users whose hashes are smallest.
/// </summary>
/// <param name="session">The database; it is closed with this table.</param>
/// <param name="rows">The file; its columns are <c>user_id</c>, <c>item_id</c>, <c>rating</c> and <c>time</c>.</param>
/// <param name="scale">The scale of the ratings, which are whole numbers.</param>
/// <param name="times">The times that can be right.</param>
/// <param name="items">The items that its rows may name.</param>
/// <param name="hash">The sample hash of the source.</param>
/// <param name="context">How to read.</param>
internal sealed class DuckInteractions(
    DuckSession session, DelimitedTable rows, RatingScale scale, TimeRange times, ItemTable items, SampleHash hash, ReadContext context) : IInteractionTable
{
    // The places of the columns.
    private const int User = 0;
    private const int Item = 1;
    private const int Rating = 2;
    private const int Time = 3;

    private readonly List<(ulong Hash, string Id)> users = [];
    private readonly long[] rowsPerItem = new long[items.Count];
    private FileAudit? audit;

    public IReadOnlyList<FileAudit> Audits => audit is null ? [] : [audit];

    public UserSample Sample(int count)
    {
        if (audit is null)
        {
            Count();
        }

        var picked = users.Count <= count ? users : users[..count];
        var histories = Fetch(picked);
        RepeatedRows.Count(audit!, histories, items, () => rows.Walk().Where(static row => row.Fields.Count > Item).Select(static row => (row.Fields[User], row.Fields[Item], row.Line)));
        return new UserSample(histories, picked.Count == users.Count, rowsPerItem);
    }

    public void Dispose() => session.Dispose();

    private string Judged(string file)
    {
        var fault = "case "
            + DelimitedTable.When(DelimitedTable.NotANumber("r.user_id"), RowFault.NotANumber, User)
            + DelimitedTable.When(DelimitedTable.NotANumber("r.item_id"), RowFault.NotANumber, Item)
            + DelimitedTable.When("(r.rating is null or not regexp_full_match(r.rating, '-?[0-9]+([.][0-9]+)?'))", RowFault.NotANumber, Rating)
            + DelimitedTable.When($"(not regexp_full_match(r.rating, '[0-9]{{1,3}}') or try_cast(r.rating as integer) not between {Whole(scale.Minimum)} and {Whole(scale.Maximum)})", RowFault.RatingOffScale, Rating)
            + DelimitedTable.When("(r.time is null or not regexp_full_match(r.time, '-?[0-9]+'))", RowFault.NotANumber, Time)
            + DelimitedTable.When($"coalesce(try_cast(r.time as bigint) not between {Whole(times.First)} and {Whole(times.Last)}, true)", RowFault.TimeOutOfRange, Time)
            + DelimitedTable.When("k.item is null", RowFault.UnknownItem, Item)
            + DelimitedTable.When($"k.item = {ItemTable.Untitled}", RowFault.UntitledItem, Item)
            + "end";
        return $"select r.user_id, r.item_id, r.rating, r.time, k.item, {fault} as fault from {file} r left join known_items k on r.item_id = k.id";
    }

    private static string Whole(decimal value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    private void Count()
    {
        rows.Survey(context.Cancellation);
        context.Progress(rows.File.Name, 0, rows.File.Size);
        session.Execute("create temp table known_items (id varchar, item integer)");
        session.Append("known_items", items.KnownIds, static (row, known) => row.AppendValue(known.Id).AppendValue(known.Index));
        var (taken, faults) = (0L, new Dictionary<RowFault, long>());
        var refused = rows.Query(
            file => $"select fault, user_id, item, count(*), grouping(user_id, item) from ({Judged(file)}) group by grouping sets ((fault), (fault, user_id), (fault, item))",
            record =>
            {
                var isFault = !record.IsDBNull(0);
                var count = record.GetInt64(3);
                switch (record.GetInt64(4), isFault)
                {
                    case (3, true):
                        var fault = FieldFault.Of(record.GetInt32(0)).Fault;
                        faults[fault] = faults.GetValueOrDefault(fault) + count;
                        break;
                    case (3, false):
                        taken = count;
                        break;
                    case (1, false):
                        users.Add((hash.Of(record.GetString(1)), record.GetString(1)));
                        break;
                    case (2, false):
                        rowsPerItem[record.GetInt32(2)] = count;
                        break;
                }
            });
        users.Sort(static (left, right) => left.Hash != right.Hash ? left.Hash.CompareTo(right.Hash) : IdOrder.Instance.Compare(left.Id, right.Id));
        audit = rows.Audit(taken, refused, faults, file => $"select * from ({Judged(file)}) where fault is not null");
        audit.Require(context.MaxBadRows);
        context.Progress(rows.File.Name, rows.File.Size / 2, rows.File.Size);
    }

    private List<UserHistory> Fetch(List<(ulong Hash, string Id)> picked)
    {
        var place = new Dictionary<string, int>(picked.Count, StringComparer.Ordinal);
        session.Execute("create or replace temp table picked (id varchar)");
        session.Append("picked", picked, static (row, user) => row.AppendValue(user.Id));
        var histories = picked.ConvertAll(static _ => new List<Interaction>());
        for (var index = 0; index < picked.Count; index++)
        {
            place.Add(picked[index].Id, index);
        }

        rows.Query(
            file => $"select user_id, item, try_cast(rating as float), try_cast(time as bigint) from ({Judged(file)}) where fault is null and user_id in (select id from picked)",
            record => histories[place[record.GetString(0)]].Add(new Interaction(record.GetInt32(1), record.GetFloat(2), record.GetInt64(3))));
        context.Progress(rows.File.Name, rows.File.Size, rows.File.Size);
        return [.. picked.Select((user, index) => UserHistory.FromRows(user.Id, user.Hash, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(histories[index])))];
    }
}
