using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Yelp;

/// <summary>The lines of the review file.</summary>
internal sealed class YelpReviews(SourceFile file, ItemTable items, ReadContext context) : LiteralReviews(Front, context)
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

    protected override LiteralScan Scan() => LiteralScan.OfJson(file, Fields, Context);

    protected override RecordFault? FaultOf(LiteralRow row, out RatedItem rated)
    {
        var isRated = row.TryWhole(Stars, out var stars);
        var isTimed = ClockTime.TryRead(row.Text(Date), out var time);
        rated = new RatedItem(row.Text(User), items.IndexOf(row.Text(Business)), stars, time);
        return rated.User.Length == 0 ? new RecordFault(RowFault.MissingField, User)
            : row.Text(Business).Length == 0 ? new RecordFault(RowFault.MissingField, Business)
            : !row.TryNumber(Stars, out _) ? new RecordFault(RowFault.NotANumber, Stars)
            : !isRated || stars is < 1 or > 5 ? new RecordFault(RowFault.RatingOffScale, Stars)
            : !isTimed || !ClockTime.Seconds.Contains(time) ? new RecordFault(RowFault.TimeOutOfRange, Date)
            : LiteralCatalogue.FaultOf(rated.Item, Business);
    }

    protected override string TextOf(LiteralRow row) => row.Text(Text);

    protected override long HelpfulOf(LiteralRow row) => row.TryWhole(Useful, out var useful) ? useful : 0;
}
