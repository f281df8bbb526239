using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Amazon;

/// <summary>Reads the reviews of the categories: once for who rated what, and once more for the texts that are wanted.</summary>
internal sealed class AmazonReviewRows(IReadOnlyList<AmazonFiles> categories, ItemTable items, ReadContext context) : IReviewTable
{
    private const int User = 0;
    private const int Product = 1;
    private const int Rating = 2;
    private const int Time = 3;
    private const int Text = 4;
    private const int Helpful = 5;

    /// <summary>The fields that an interaction is made of; the others are a review's.</summary>
    private const int Front = 4;

    private static readonly string[] Fields = ["user_id", "parent_asin", "rating", "timestamp|sort_timestamp", "text", "helpful_vote|helpful_votes"];

    private static readonly RecordColumn[] Columns = [new("user_id"), new("parent_asin"), new("rating"), new("timestamp")];

    /// <summary>Reads all rows.</summary>
    /// <exception cref="DatasetException">A file cannot be read, or too many of its rows cannot.</exception>
    public IReadOnlyList<FileAudit> Read(RowWriter rows)
    {
        var audits = new List<FileAudit>();
        foreach (var files in categories)
        {
            rows.File = audits.Count;
            var audit = files.IsWithTexts
                ? LiteralScan.OfJson(files.Reviews, Fields, context).ReadFront(Front, row => Take(row, rows))
                : new RecordScan(files.Reviews, RecordLayout.OfHeader(files.Reviews, Columns, RecordFormat.Csv), context).Read(record => Take(record, rows));
            audit.Require(context.MaxBadRows);
            audits.Add(audit);
        }

        return audits;
    }

    public void Read(Func<string, int, bool> isWanted, Action<Review> take)
    {
        foreach (var files in categories.Where(static files => files.IsWithTexts))
        {
            LiteralScan.OfJson(files.Reviews, Fields, context).ReadWanted(
                Front,
                row => FaultOf(row, out var one) is null && isWanted(one.User, one.Item),
                row =>
                {
                    _ = FaultOf(row, out var one);
                    _ = row.TryWhole(Helpful, out var helpful);
                    take(new Review(one.User, one.Item, (float)one.Rating, helpful, one.Time, TextCleaning.Clean(row.Text(Text))));
                });
        }
    }

    private RecordFault? Take(LiteralRow row, RowWriter rows)
    {
        if (FaultOf(row, out var one) is { } fault)
        {
            return fault;
        }

        rows.Add(one.User, one.Item, (float)one.Rating, one.Time, row.Line);
        return null;
    }

    private RecordFault? FaultOf(LiteralRow row, out Row one)
    {
        var isRated = row.TryNumber(Rating, out var rating);
        var isTimed = row.TryWhole(Time, out var time);
        one = new Row(row.Text(User), items.IndexOf(row.Text(Product)), rating, time);
        return FaultOf(one, row.Text(Product).Length > 0, isRated, isTimed);
    }

    private RecordFault? Take(Record record, RowWriter rows)
    {
        var isRated = double.TryParse(record.Bytes(Rating), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var rating);
        var isTimed = record.TryWhole(Time, out var time);
        var one = new Row(record.Text(User), items.IndexOf(record.Text(Product)), rating, time);
        if (FaultOf(one, record.Bytes(Product).Length > 0, isRated, isTimed) is { } fault)
        {
            return fault;
        }

        rows.Add(one.User, one.Item, (float)one.Rating, one.Time, record.Line);
        return null;
    }

    private static RecordFault? FaultOf(Row one, bool hasProduct, bool isRated, bool isTimed) =>
        one.User.Length == 0 ? new RecordFault(RowFault.MissingField, User)
        : !hasProduct ? new RecordFault(RowFault.MissingField, Product)
        : !isRated ? new RecordFault(RowFault.NotANumber, Rating)
        : one.Rating is < 1 or > 5 || one.Rating != Math.Truncate(one.Rating) ? new RecordFault(RowFault.RatingOffScale, Rating)
        : !isTimed ? new RecordFault(RowFault.NotANumber, Time)
        : !ClockTime.Milliseconds.Contains(one.Time) ? new RecordFault(RowFault.TimeOutOfRange, Time)
        : LiteralCatalogue.FaultOf(one.Item, Product);

    private readonly record struct Row(string User, int Item, double Rating, long Time);
}
