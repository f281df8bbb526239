using System.Buffers;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;

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

    private static readonly LastFmRows Rows = new(
        Name, RecordLayout.Headless(RecordFormat.Tsv, "user id", "artist key", "artist name", "plays"), Artist: 2, Repeats.AddCounts)
    { IsId = IsId, Read = ReadPlays };

    public SourceInfo Info { get; } = new(
        Name,
        "Last.FM 360K",
        [Plays, People],
        "How often each of 359,347 users played which artists; gender, age and country of most of them are known; no times.",
        "Non-commercial use, with permission of Last.fm.",
        "http://ocelma.net/MusicRecommendationDataset/lastfm-360K.html");

    public SourceTables Open(SourceFolder folder, ReadContext context) =>
        Rows.Open(SourceFile.Open(folder, Plays, context), SourceFile.Open(folder, People, context), context);

    /// <summary>Reads the plays. Without times the order of the file is of no account: all of them count as at one time.</summary>
    private static RecordFault? ReadPlays(Record record, out Listening listening)
    {
        var isNumber = record.TryWhole(3, out var plays);
        listening = new Listening(plays, Time: 0);
        return isNumber ? null : new RecordFault(RowFault.NotANumber, 3);
    }

    private static bool IsId(ReadOnlySpan<byte> id) =>
        id.Length == CharactersOfAnId && !id.ContainsAnyExcept(Hexadecimal);
}
