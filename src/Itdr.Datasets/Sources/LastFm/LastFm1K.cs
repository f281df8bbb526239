using System.Globalization;
using System.Text;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

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

    /// <summary>From before the first event to after the last true one; a few events carry a time of years after the data were collected.</summary>
    private static readonly TimeRange Times = new(1_009_843_200, 1_262_304_000);

    private static readonly RecordLayout Layout = RecordLayout.Headless(
        RecordFormat.Tsv, "user id", "time", "artist key", "artist name", "track key", "track name");

    public SourceInfo Info { get; } = new(
        Name,
        "Last.FM 1K",
        [Events, People],
        "What 992 users played, with times; gender, age and country of some of them are known.",
        "Non-commercial use, with permission of Last.fm.",
        "http://ocelma.net/MusicRecommendationDataset/lastfm-1K.html");

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var events = SourceFile.Open(folder, Events, context);
        var (users, userAudit) = LastFmPeople.Read(SourceFile.Open(folder, People, context), static id => IsId(Encoding.UTF8.GetBytes(id)), context);
        var scan = new RecordScan(events, Layout, context);
        var artists = new ArtistCatalogue();
        scan.Read(record => FaultOf(record, out _) ?? ArtistName.With(record, 3, name => artists.Count(name)));
        var items = artists.ToTable(context.TemporaryFolder);
        return SourceTables.Over(items, context, reading =>
        {
            var interactions = new RecordInteractions(
                scan, (record, take) => ReadEvent(record, take, artists), items, new SampleHash(context.Seed, Name), Repeats.AddEvents, reading);
            return new SourceTables(items, users, interactions, [userAudit]);
        });
    }

    private static RecordFault? FaultOf(Record record, out long time)
    {
        time = 0;
        return !IsId(record.Bytes(0)) ? new RecordFault(RowFault.BrokenId, 0)
            : !ReadTime(record.Bytes(1), out time) ? new RecordFault(RowFault.NotANumber, 1)
            : !Times.Contains(time) ? new RecordFault(RowFault.TimeOutOfRange, 1)
            : null;
    }

    private static RecordFault? ReadEvent(Record record, TakeInteraction take, ArtistCatalogue artists)
    {
        if (FaultOf(record, out var time) is { } fault)
        {
            return fault;
        }

        var artist = ItemTable.Unknown;
        ArtistName.With(record, 3, name => artist = artists.IndexOf(name));
        if (artist < 0)
        {
            return new RecordFault(RowFault.UntitledItem, 3);
        }

        take(record.Bytes(0), new Interaction(artist, 1, time));
        return null;
    }

    private static bool IsId(ReadOnlySpan<byte> id) =>
        id.Length == IdPrefix.Length + DigitsOfAnId && id.StartsWith("user_"u8) && !id[IdPrefix.Length..].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Reads <c>2009-05-04T23:08:57Z</c> as seconds since 1970.</summary>
    private static bool ReadTime(ReadOnlySpan<byte> text, out long time)
    {
        Span<char> characters = stackalloc char[32];
        var isRead = Encoding.UTF8.TryGetChars(text, characters, out var length)
            & DateTimeOffset.TryParseExact(characters[..length], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        time = isRead ? moment.ToUnixTimeSeconds() : 0;
        return isRead;
    }
}
