using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Mind;

/// <summary>
/// What the users of MIND clicked, in two readings: the first finds the users, the second keeps the rows of those with the smallest
/// hashes. Of an interaction the rating says whether it is a click in the log (1) or of the history before it (0), and the time of the
/// latter is its place in the history.
/// </summary>
/// <param name="scans">The files of behaviours.</param>
/// <param name="news">The articles.</param>
/// <param name="hash">The sample hash of the source.</param>
/// <param name="context">How to read.</param>
internal sealed class MindInteractions(IReadOnlyList<RecordScan> scans, ItemTable news, SampleHash hash, ReadContext context) : IInteractionTable
{
    /// <summary>The rating of a click in the log.</summary>
    public const float Click = 1;

    private readonly long[] rowsPerItem = new long[news.Count];
    private List<(ulong Hash, string Id)> users = [];

    public IReadOnlyList<FileAudit> Audits { get; private set; } = [];

    public UserSample Sample(int count)
    {
        if (Audits.Count == 0)
        {
            FindUsers();
        }

        var picked = users.Take(count).ToDictionary(static user => user.Id, static user => new Gathered(user.Hash), StringComparer.Ordinal);
        ReadAll(impression =>
        {
            if (picked.TryGetValue(impression.User, out var gathered))
            {
                gathered.Add(impression);
            }
        });
        return new UserSample([.. users.Take(count).Select(user => picked[user.Id].ToHistory(user.Id))], count >= users.Count, rowsPerItem);
    }

    public void Dispose()
    {
        // The files are open only while they are read.
    }

    private void FindUsers()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Audits = ReadAll(impression =>
        {
            // The history is the same in every row of a user, so it counts once.
            Count(ids.Add(impression.User) ? impression.Clicked.Concat(impression.History) : impression.Clicked);
        });
        foreach (var audit in Audits)
        {
            audit.Require(context.MaxBadRows);
        }

        users = [.. ids.Select(id => (hash.Of(id), id)).OrderBy(static user => user.Item1).ThenBy(static user => user.id, IdOrder.Instance)];
    }

    private void Count(IEnumerable<int> items)
    {
        foreach (var item in items)
        {
            rowsPerItem[item]++;
        }
    }

    private List<FileAudit> ReadAll(Action<Impression> take) =>
    [
        .. scans.Select(scan => scan.Read(record =>
        {
            if (Impression.Read(record, news, out var fault) is { } impression)
            {
                take(impression);
            }

            return fault;
        })),
    ];

    /// <summary>What is known of one user, whatever the order of the rows.</summary>
    private sealed class Gathered(ulong hash)
    {
        private readonly List<Interaction> clicks = [];
        private readonly HashSet<int> notClicked = [];
        private IReadOnlyList<int> history = [];
        private long historyTime = long.MaxValue;

        public void Add(Impression impression)
        {
            // Parts of the log that are weeks apart may tell different histories; the earliest is the one before all clicks.
            if (impression.Time < historyTime || (impression.Time == historyTime && history.Count < impression.History.Count))
            {
                (history, historyTime) = (impression.History, impression.Time);
            }

            clicks.AddRange(impression.Clicked.Select(item => new Interaction(item, Click, impression.Time)));
            notClicked.UnionWith(impression.NotClicked);
        }

        public UserHistory ToHistory(string id)
        {
            var read = history.Select(static (item, place) => new Interaction(item, 0, place));
            var touched = UserHistory.FromRows(id, hash, read.Concat(clicks).ToArray());
            notClicked.ExceptWith(touched.Interactions.Select(static interaction => interaction.Item));

            // To click an article again is no fault of the file.
            return touched with { RepeatedItems = [], Shown = [.. notClicked.Order()] };
        }
    }
}
