using System.Buffers;
using System.Text;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.LastFm;

/// <summary>Last.FM 360K: how often each user played each artist, without times. The rating of an interaction is the number of plays.</summary>
internal sealed class LastFm360K : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "lastfm-360k";

    private const string Plays = "usersha1-artmbid-artname-plays.tsv";
    private const string People = "usersha1-profile.tsv";
    private const int CharactersOfAnId = 40;

    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789abcdef"u8);

    private static readonly RecordLayout Layout = RecordLayout.Headless(RecordFormat.Tsv, "user id", "artist key", "artist name", "plays");

    public SourceInfo Info { get; } = new(
        Name,
        "Last.FM 360K",
        [Plays, People],
        "How often each of 359,347 users played which artists; gender, age and country of most of them are known; no times.",
        "Non-commercial use, with permission of Last.fm.",
        "http://ocelma.net/MusicRecommendationDataset/lastfm-360K.html");

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var plays = SourceFile.Open(folder, Plays, context);
        var (users, userAudit) = LastFmPeople.Read(SourceFile.Open(folder, People, context), static id => IsId(Encoding.UTF8.GetBytes(id)), context);
        var scan = new RecordScan(plays, Layout, context);
        var artists = new ArtistCatalogue();
        scan.Read(record =>
        {
            var fault = FaultOf(record, out _);
            if (fault is null)
            {
                artists.Count(record.Bytes(2));
            }

            return fault;
        });
        var items = artists.ToTable(context.TemporaryFolder);
        return SourceTables.Over(items, context, reading =>
        {
            var interactions = new RecordInteractions(
                scan, (record, take) => ReadPlays(record, take, artists), items, new SampleHash(context.Seed, Name), Repeats.AddCounts, reading);
            return new SourceTables(items, users, interactions, [userAudit]);
        });
    }

    private static RecordFault? FaultOf(Record record, out long plays)
    {
        plays = 0;
        return !IsId(record.Bytes(0)) ? new RecordFault(RowFault.BrokenId, 0)
            : !record.TryWhole(3, out plays) ? new RecordFault(RowFault.NotANumber, 3)
            : null;
    }

    private static RecordFault? ReadPlays(Record record, TakeInteraction take, ArtistCatalogue artists)
    {
        if (FaultOf(record, out var plays) is { } fault)
        {
            return fault;
        }

        var artist = artists.IndexOf(record.Bytes(2));
        if (artist < 0)
        {
            return new RecordFault(RowFault.UntitledItem, 2);
        }

        // Without times the order of the file is of no account: all plays count as at one time.
        take(record.Bytes(0), new Interaction(artist, plays, Time: 0));
        return null;
    }

    private static bool IsId(ReadOnlySpan<byte> id) =>
        id.Length == CharactersOfAnId && !id.ContainsAnyExcept(Hexadecimal);
}
