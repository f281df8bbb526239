using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Steam;

/// <summary>The lines of the review file. There is no rating; the hours played stand in its place.</summary>
internal sealed class SteamReviews(SourceFile file, ItemTable items, ReadContext context) : LiteralReviews(Front, context)
{
    private const int User = 0;
    private const int Game = 1;
    private const int Hours = 2;
    private const int Date = 3;
    private const int Text = 4;

    /// <summary>The fields that an interaction is made of; the others are a review's.</summary>
    private const int Front = 4;

    private static readonly string[] Fields = ["username", "product_id", "hours", "date", "text"];

    protected override LiteralScan Scan() => LiteralScan.OfPython(file, Fields, Context);

    /// <summary>What is wrong with a line. A user goes by the display name, since the key is mostly absent; hours that are not told are none.</summary>
    protected override RecordFault? FaultOf(LiteralRow row, out RatedItem rated)
    {
        var isTimed = ClockTime.TryRead(row.Text(Date), out var time);
        var hasHours = row.TryNumber(Hours, out var hours);
        rated = new RatedItem(row.Text(User), items.IndexOf(row.Text(Game)), (float)hours, time);
        return rated.User.Length == 0 ? new RecordFault(RowFault.NoUser, User)
            : row.Text(Game).Length == 0 ? new RecordFault(RowFault.MissingField, Game)
            : (!hasHours && row[Hours] is { Kind: not LiteralKind.Nothing }) || hours < 0 ? new RecordFault(RowFault.NotANumber, Hours)
            : !isTimed || !ClockTime.Seconds.Contains(time) ? new RecordFault(RowFault.TimeOutOfRange, Date)
            : LiteralCatalogue.FaultOf(rated.Item, Game);
    }

    protected override string TextOf(LiteralRow row) => row.Text(Text);
}
