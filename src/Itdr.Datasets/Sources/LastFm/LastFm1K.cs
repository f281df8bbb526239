using System.Globalization;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;

namespace Itdr.Datasets.Sources.LastFm;

/// <summary>Last.FM 1K: one row for each time that a user played a track. An interaction is a user's first play of an artist, and its rating counts the plays.</summary>
internal sealed class LastFm1K : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "lastfm-1k";

    private const string Events = "userid-timestamp-artid-artname-traid-traname.tsv";
    private const string People = "userid-profile.tsv";
    private const string IdPrefix = "user_";
    private const int DigitsOfAnId = 6;
    private const int TimeLength = 20;

    /// <summary>From before the first event to after the last true one; a few events carry a time of years after the data were collected.</summary>
    private static readonly TimeRange Times = new(1_009_843_200, 1_262_304_000);

    private static readonly LastFmRows Rows = new(
        Name,
        RecordLayout.Headless(RecordFormat.Tsv, "user id", "time", "artist key", "artist name", "track key", "track name"),
        Artist: 3,
        Repeats.AddEvents)
    { IsId = IsId, Read = ReadEvent };

    public SourceInfo Info { get; } = new(
        Name,
        "Last.FM 1K",
        [Events, People],
        "What 992 users played, with times; gender, age and country of some of them are known.",
        "Non-commercial use, with permission of Last.fm.",
        "http://ocelma.net/MusicRecommendationDataset/lastfm-1K.html");

    public SourceTables Open(SourceFolder folder, ReadContext context) =>
        Rows.Open(SourceFile.Open(folder, Events, context), SourceFile.Open(folder, People, context), context);

    private static RecordFault? ReadEvent(Record record, out Listening listening)
    {
        var isTime = ReadTime(record.Bytes(1), out var time);
        listening = new Listening(1, time);
        return !isTime ? new RecordFault(RowFault.NotANumber, 1)
            : !Times.Contains(time) ? new RecordFault(RowFault.TimeOutOfRange, 1)
            : null;
    }

    private static bool IsId(ReadOnlySpan<byte> id) =>
        id.Length == IdPrefix.Length + DigitsOfAnId && id.StartsWith("user_"u8) && !id[IdPrefix.Length..].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Reads <c>2009-05-04T23:08:57Z</c> as seconds since 1970.</summary>
    private static bool ReadTime(ReadOnlySpan<byte> text, out long time)
    {
        time = 0;
        if (text.Length != TimeLength || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z'
            || !Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)
            || !Number(text[11..13], out var hour) || !Number(text[14..16], out var minute) || !Number(text[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).ToUnixTimeSeconds();
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
