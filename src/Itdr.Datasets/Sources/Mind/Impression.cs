using System.Globalization;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Mind;

/// <summary>One row of the behaviours of MIND.</summary>
/// <param name="User">The user.</param>
/// <param name="Time">When the articles were shown, in seconds since 1970 by the clock of the log.</param>
/// <param name="History">What the user had clicked before the log began, the oldest first, as far as the news file lists it.</param>
/// <param name="Clicked">What the user clicked of what was shown.</param>
/// <param name="NotClicked">What was shown and not clicked; both are empty for the test part, which does not tell.</param>
internal sealed record Impression(string User, long Time, IReadOnlyList<int> History, IReadOnlyList<int> Clicked, IReadOnlyList<int> NotClicked)
{
    private const int UserColumn = 1;
    private const int TimeColumn = 2;
    private const int HistoryColumn = 3;
    private const int ShownColumn = 4;
    private const string Format = "M/d/yyyy h:mm:ss tt";

    /// <summary>The columns of the file.</summary>
    public static RecordLayout Layout { get; } = RecordLayout.Headless(RecordFormat.Tsv, "impression id", "user id", "time", "history", "impressions");

    /// <summary>Reads a row.</summary>
    /// <param name="record">The row.</param>
    /// <param name="news">The articles.</param>
    /// <param name="fault">What is wrong with it. A row that names an article without a row of its own is told of and taken without it.</param>
    /// <returns>The row, or null if it cannot be taken.</returns>
    public static Impression? Read(Record record, ItemTable news, out RecordFault? fault)
    {
        fault = null;
        if (!MindIds.IsUser(record.Bytes(UserColumn)))
        {
            fault = new RecordFault(RowFault.BrokenId, UserColumn);
            return null;
        }

        if (!DateTimeOffset.TryParseExact(record.Text(TimeColumn), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            fault = new RecordFault(RowFault.NotANumber, TimeColumn);
            return null;
        }

        var (history, clicked, notClicked) = (new List<int>(), new List<int>(), new List<int>());
        var ids = record.Bytes(HistoryColumn);
        foreach (var place in ids.Split((byte)' '))
        {
            fault = ids[place].IsEmpty ? fault : Worse(fault, Add(history, ids[place], news, HistoryColumn));
        }

        var all = record.Bytes(ShownColumn);
        foreach (var place in all.Split((byte)' '))
        {
            fault = all[place].IsEmpty ? fault : Worse(fault, AddShown(all[place], clicked, notClicked, news));
        }

        return fault is { Fault: RowFault.BrokenId } ? null : new Impression(record.Text(UserColumn), time.ToUnixTimeSeconds(), history, clicked, notClicked);
    }

    /// <summary>Of two faults of a row the one for which it is not taken, or else the first.</summary>
    private static RecordFault? Worse(RecordFault? first, RecordFault? second) =>
        first is null || second is { Fault: RowFault.BrokenId } ? second ?? first : first;

    private static RecordFault? AddShown(ReadOnlySpan<byte> shown, List<int> clicked, List<int> notClicked, ItemTable news)
    {
        if (shown.EndsWith("-1"u8))
        {
            return Add(clicked, shown[..^2], news, ShownColumn);
        }

        // Without an ending nobody knows whether it was clicked, so it is neither one nor the other.
        return shown.EndsWith("-0"u8) ? Add(notClicked, shown[..^2], news, ShownColumn) : Add([], shown, news, ShownColumn);
    }

    private static RecordFault? Add(List<int> list, ReadOnlySpan<byte> id, ItemTable news, int column)
    {
        var item = news.IndexOf(id);
        if (item >= 0)
        {
            list.Add(item);
            return null;
        }

        return new RecordFault(!MindIds.IsNews(id) ? RowFault.BrokenId : item == ItemTable.Untitled ? RowFault.UntitledItem : RowFault.UnlistedItem, column);
    }
}
