using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Steam;

/// <summary>The lines of the review file. There is no rating; the hours played stand in its place.</summary>
internal sealed class SteamReviews(SourceFile file, ItemTable items, ReadContext context) : IReviewTable
{
    private const int User = 0;
    private const int Game = 1;
    private const int Hours = 2;
    private const int Date = 3;
    private const int Text = 4;

    /// <summary>The fields that an interaction is made of; the others are a review's.</summary>
    private const int Front = 4;

    private static readonly string[] Fields = ["username", "product_id", "hours", "date", "text"];

    /// <summary>Reads all rows.</summary>
    /// <exception cref="DatasetException">The file cannot be read, or too many of its lines cannot.</exception>
    public IReadOnlyList<FileAudit> Read(RowWriter rows)
    {
        var audit = LiteralScan.OfPython(file, Fields, context).ReadFront(Front, row =>
        {
            if (FaultOf(row, out var one) is { } fault)
            {
                return fault;
            }

            rows.Add(one.User, one.Item, one.Hours, one.Time, row.Line);
            return null;
        });
        audit.Require(context.MaxBadRows);
        return [audit];
    }

    public void Read(Func<string, int, bool> isWanted, Action<Review> take) => LiteralScan.OfPython(file, Fields, context).ReadWanted(
        Front,
        row => FaultOf(row, out var one) is null && isWanted(one.User, one.Item),
        row =>
        {
            _ = FaultOf(row, out var one);
            take(new Review(one.User, one.Item, one.Hours, Helpful: 0, one.Time, TextCleaning.Clean(row.Text(Text))));
        });

    /// <summary>What is wrong with a line. A user goes by the display name, since the key is mostly absent; hours that are not told are none.</summary>
    private RecordFault? FaultOf(LiteralRow row, out (string User, int Item, float Hours, long Time) one)
    {
        var isTimed = ClockTime.TryRead(row.Text(Date), out var time);
        var hasHours = row.TryNumber(Hours, out var hours);
        one = (row.Text(User), items.IndexOf(row.Text(Game)), (float)hours, time);
        return one.User.Length == 0 ? new RecordFault(RowFault.NoUser, User)
            : row.Text(Game).Length == 0 ? new RecordFault(RowFault.MissingField, Game)
            : (!hasHours && row[Hours] is { Kind: not LiteralKind.Nothing }) || hours < 0 ? new RecordFault(RowFault.NotANumber, Hours)
            : !isTimed || !ClockTime.Seconds.Contains(time) ? new RecordFault(RowFault.TimeOutOfRange, Date)
            : LiteralCatalogue.FaultOf(one.Item, Game);
    }
}
