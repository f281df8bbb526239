using System.Globalization;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Sources.Scanning;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.MicroLens;

/// <summary>MicroLens in its sizes of 50k, 100k and 1M users: which user commented on which video and when, and the titles of the videos.</summary>
internal sealed class MicroLens : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "microlens";

    private const string Pairs = "MicroLens-100k_pairs.csv";
    private const string Titles = "MicroLens-100k_title_en.csv";
    private const string Tags = "tags_to_summary.csv";
    private const string NamePrefix = "MicroLens-";
    private const string Counts = "MicroLens-100k_likes_and_views.txt";

    private static readonly NumericLayout PairLayout = new(
        "user,item,timestamp",
        ',',
        [NumericColumn.User, NumericColumn.Item, NumericColumn.Time],
        Scale: null,
        Times: new TimeRange(1_420_070_400_000, 4_102_444_800_000));

    public SourceInfo Info { get; } = new(
        Name,
        "MicroLens",
        [Pairs, Titles],
        "Short videos that users commented on, with times in milliseconds; the sizes 50k, 100k and 1M, with tags, likes and views where their files lie beside.",
        "Research use; modifying it and offering it for download again is forbidden.",
        "https://github.com/westlake-repl/MicroLens");

    public IReadOnlyList<FileRole> Files { get; } =
    [
        new(Pairs) { Spellings = [Pairs, "MicroLens-50k_pairs.csv", "MicroLens-1M_pairs.csv", "MicroLens*_pairs.csv", "MicroLens*_pairs.tsv"] },
        new(Titles) { Spellings = [Titles, "MicroLens-50k_titles.csv", "MicroLens-1M_title*.csv", "MicroLens*_title_en.csv", "MicroLens*_title*.csv"] },
        new(Tags, IsRequired: false),
        new(Counts, IsRequired: false) { Spellings = [Counts, "MicroLens*_likes_and_views.txt"] },
    ];

    public IReadOnlyList<string> Editions { get; } = ["100k", "50k", "1M"];

    /// <summary>The size in the name of a file; the tags are those of 100k.</summary>
    public string EditionOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var end = name.IndexOf('_', StringComparison.Ordinal);
        return name.Equals(Tags, StringComparison.OrdinalIgnoreCase) ? Editions[0]
            : name.StartsWith(NamePrefix, StringComparison.OrdinalIgnoreCase) && end > NamePrefix.Length ? name[NamePrefix.Length..end]
            : "";
    }

    /// <summary>50k and 100k number their videos alike; a title of 100k ends at its first comma, one of 50k does not.</summary>
    public bool AreKin(string edition, string other) =>
        Editions.Take(2).Contains(edition, StringComparer.OrdinalIgnoreCase) && Editions.Take(2).Contains(other, StringComparer.OrdinalIgnoreCase);

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var pairs = SourceFile.Open(folder, Pairs, context);
        var catalogue = new MicroLensItems(context);
        if (folder.Has(Tags))
        {
            catalogue.ReadTags(SourceFile.Open(folder, Tags, context));
        }

        if (folder.Has(Counts))
        {
            catalogue.ReadCounts(SourceFile.Open(folder, Counts, context));
        }

        var items = catalogue.ReadTitles(SourceFile.Open(folder, Titles, context));
        var hash = new SampleHash(context.Seed, Name);
        return SourceTables.Over(items, context, reading =>
        {
            IInteractionTable interactions = pairs.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)
                ? Sequences(pairs, items, hash, reading)
                : new ScannedInteractions(pairs, PairLayout, items, hash, reading);
            return new SourceTables(items, UserTable.Empty, interactions, catalogue.Audits);
        });
    }

    /// <summary>The interactions as one line a user: the user, a TAB, and the videos in time order.</summary>
    private static RecordInteractions Sequences(SourceFile file, ItemTable items, SampleHash hash, ReadContext context)
    {
        var scan = new RecordScan(file, RecordLayout.Headless(RecordFormat.Tsv, "user", "items"), context);
        return new RecordInteractions(scan, (record, take) => ReadSequence(record, take, items), items, hash, Repeats.KeepEarliest, context);
    }

    private static RecordFault? ReadSequence(Record record, TakeInteraction take, ItemTable items)
    {
        if (!record.TryWhole(0, out _))
        {
            return new RecordFault(RowFault.NotANumber, 0);
        }

        RecordFault? fault = null;
        var place = 0;
        foreach (var text in record.Text(1).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var item = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? items.IndexOf(id) : ItemTable.Unknown;
            if (item >= 0)
            {
                take(record.Bytes(0), new Interaction(item, 0, place++));
            }
            else
            {
                fault ??= new RecordFault(item == ItemTable.Untitled ? RowFault.UntitledItem : RowFault.UnknownItem, 1);
            }
        }

        return fault;
    }
}
