using System.Text;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.LastFm;

/// <summary>Whether a text has the form of a source's ids.</summary>
internal delegate bool IsUserId(ReadOnlySpan<byte> id);

/// <summary>Reads what a row tells beside the user and the artist, or says what is wrong with it.</summary>
internal delegate RecordFault? ReadListening(Record record, out Listening listening);

/// <summary>How often somebody listened, and when; the time is 0 where a source has none.</summary>
internal readonly record struct Listening(float Plays, long Time);

/// <summary>The rows of a Last.FM source: a user, an artist by name, and what <see cref="Read"/> reads.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Layout">The fields of a row, the user first.</param>
/// <param name="Artist">The field with the artist's name.</param>
/// <param name="Repeats">What rows of one user and artist are to each other.</param>
internal sealed record LastFmRows(string Source, RecordLayout Layout, int Artist, Repeats Repeats)
{
    private const int User = 0;

    /// <summary>Whether a text has the form of the source's ids.</summary>
    public required IsUserId IsId { get; init; }

    /// <summary>Reads the rest of a row.</summary>
    public required ReadListening Read { get; init; }

    /// <summary>Reads the people, and the artists that the rows name.</summary>
    /// <param name="rows">The file of the rows.</param>
    /// <param name="people">The file of the people.</param>
    /// <param name="context">How to read.</param>
    public SourceTables Open(SourceFile rows, SourceFile people, ReadContext context)
    {
        var (users, userAudit) = LastFmPeople.Read(people, id => IsId(Encoding.UTF8.GetBytes(id)), context);
        var scan = new RecordScan(rows, Layout, context);
        var artists = new ArtistCatalogue();
        scan.Read(record =>
        {
            var fault = FaultOf(record, out _);
            if (fault is null)
            {
                artists.Count(record.Bytes(Artist));
            }

            return fault;
        });
        var items = artists.ToTable(context.TemporaryFolder);
        return SourceTables.Over(items, context, reading =>
        {
            var interactions = new RecordInteractions(
                scan, (record, take) => Take(record, take, artists), items, new SampleHash(context.Seed, Source), Repeats, reading);
            return new SourceTables(items, users, interactions, [userAudit]);
        });
    }

    private RecordFault? FaultOf(Record record, out Listening listening)
    {
        listening = default;
        return IsId(record.Bytes(User)) ? Read(record, out listening) : new RecordFault(RowFault.BrokenId, User);
    }

    private RecordFault? Take(Record record, TakeInteraction take, ArtistCatalogue artists)
    {
        if (FaultOf(record, out var listening) is { } fault)
        {
            return fault;
        }

        var artist = artists.IndexOf(record.Bytes(Artist));
        if (artist < 0)
        {
            return new RecordFault(RowFault.UntitledItem, Artist);
        }

        take(record.Bytes(User), new Interaction(artist, listening.Plays, listening.Time));
        return null;
    }
}
