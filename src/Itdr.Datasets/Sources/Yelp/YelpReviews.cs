using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Yelp;

/// <summary>The lines of the review file.</summary>
internal sealed class YelpReviews(SourceFile file, ItemTable items, ReadContext context) : IReviewTable
{
    private const int User = 0;
    private const int Business = 1;
    private const int Stars = 2;
    private const int Date = 3;
    private const int Text = 4;
    private const int Useful = 5;

    /// <summary>The fields that an interaction is made of; the others are a review's.</summary>
    private const int Front = 4;

    private static readonly string[] Fields = ["user_id", "business_id", "stars", "date", "text", "useful"];

    /// <summary>Reads all rows.</summary>
    /// <exception cref="DatasetException">The file cannot be read, or too many of its lines cannot.</exception>
    public IReadOnlyList<FileAudit> Read(RowWriter rows)
    {
        var audit = LiteralScan.OfJson(file, Fields, context).ReadFront(Front, row =>
        {
            if (FaultOf(row, out var one) is { } fault)
            {
                return fault;
            }

            rows.Add(one.User, one.Item, one.Stars, one.Time, row.Line);
            return null;
        });
        audit.Require(context.MaxBadRows);
        return [audit];
    }

    public void Read(Func<string, int, bool> isWanted, Action<Review> take) => LiteralScan.OfJson(file, Fields, context).ReadWanted(
        Front,
        row => FaultOf(row, out var one) is null && isWanted(one.User, one.Item),
        row =>
        {
            _ = FaultOf(row, out var one);
            _ = row.TryWhole(Useful, out var useful);
            take(new Review(one.User, one.Item, one.Stars, useful, one.Time, TextCleaning.Clean(row.Text(Text))));
        });

    private RecordFault? FaultOf(LiteralRow row, out (string User, int Item, float Stars, long Time) one)
    {
        var isRated = row.TryWhole(Stars, out var stars);
        var isTimed = ClockTime.TryRead(row.Text(Date), out var time);
        one = (row.Text(User), items.IndexOf(row.Text(Business)), stars, time);
        return one.User.Length == 0 ? new RecordFault(RowFault.MissingField, User)
            : row.Text(Business).Length == 0 ? new RecordFault(RowFault.MissingField, Business)
            : !row.TryNumber(Stars, out _) ? new RecordFault(RowFault.NotANumber, Stars)
            : !isRated || stars is < 1 or > 5 ? new RecordFault(RowFault.RatingOffScale, Stars)
            : !isTimed || !ClockTime.Seconds.Contains(time) ? new RecordFault(RowFault.TimeOutOfRange, Date)
            : LiteralCatalogue.FaultOf(one.Item, Business);
    }
}
