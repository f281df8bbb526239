using System.Globalization;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Sources.Scanning;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.PixelRec;

/// <summary>
/// PixelRec in its sizes from 200K to 30M users: a folder of interactions and one of videos, in which the files of a size have one name. The
/// item stands before the user, and ids are a letter and a number.
/// </summary>
internal sealed class PixelRec : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "pixelrec";

    private const string Interactions = "Interaction/Pixel200K.csv";
    private const string Items = "ItemInformation/Pixel200K.csv";
    private const string UserPrefix = "u";
    private const string ItemPrefix = "i";

    /// <summary>The smallest first: of several sizes in one place it is taken, since it gives as many instances.</summary>
    private static readonly string[] Sizes = ["PixelRec50K", "Pixel50K", "Pixel200K", "Pixel1M", "Pixel8M", "PixelRec"];

    private static readonly NumericLayout InteractionLayout = new(
        "item_id,user_id,timestamp",
        ',',
        [NumericColumn.Item, NumericColumn.User, NumericColumn.Time],
        Scale: null,
        Times: new TimeRange(1_262_304_000, 4_102_444_800))
    {
        UserPrefix = UserPrefix,
        ItemPrefix = ItemPrefix,
    };

    private static readonly RecordColumn[] ItemColumns =
    [
        new("item_id"),
        new("title", "title_en"),
        new("tag", "tag_en") { IsOptional = true },
        new("description", "description_en") { IsOptional = true },
        new("view_number") { IsOptional = true },
        new("comment_number") { IsOptional = true },
        new("thumbup_number") { IsOptional = true },
        new("share_number") { IsOptional = true },
        new("coin_number") { IsOptional = true },
        new("favorite_number") { IsOptional = true },
        new("barrage_number") { IsOptional = true },
    ];

    private static readonly string[] CountNames = ["views", "comments", "likes", "shares", "coins", "favorites", "comments on screen"];

    public SourceInfo Info { get; } = new(
        Name,
        "PixelRec",
        [Interactions, Items],
        "Videos that users chose by their covers, with times; Chinese titles, tags and descriptions. Of several sizes in one place the smallest is taken.",
        "Non-commercial research and education; copying and distributing are not granted.",
        "https://github.com/westlake-repl/PixelRec");

    /// <summary>The properties that tell of a video, in their order.</summary>
    public static IReadOnlyList<string> Properties { get; } = ["tag", "description", .. CountNames];

    public IReadOnlyList<FileRole> Files { get; } =
    [
        new(Interactions) { Spellings = [.. Sizes.Select(static size => $"Interaction*/{size}.csv")] },
        new(Items) { Spellings = [.. Sizes.Select(static size => $"ItemInformation*/{size}.csv"), .. Sizes.Select(static size => $"Item*/{size}.csv")] },
    ];

    public IReadOnlyList<string> Editions => Sizes;

    /// <summary>The name of a file, which is its size.</summary>
    public string EditionOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Sizes.FirstOrDefault(size => name.Equals($"{size}.csv", StringComparison.OrdinalIgnoreCase)) ?? "";
    }

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        // Both files have one name, so the report tells them apart by their folders.
        var interactions = Open(folder.EntryOf(Interactions), context);
        var (items, audit) = ReadItems(Open(folder.EntryOf(Items), context), context);
        var hash = new SampleHash(context.Seed, Name, UserPrefix);
        return SourceTables.Over(items, context, reading =>
            new SourceTables(items, UserTable.Empty, new ScannedInteractions(interactions, InteractionLayout, items, hash, reading), [audit]));
    }

    private static SourceFile Open(ContainerEntry entry, ReadContext context) =>
        SourceFile.Open(entry, context, $"{entry.Folder[(entry.Folder.LastIndexOf('/') + 1)..]}/{entry.Name}");

    private static (ItemTable Items, FileAudit Audit) ReadItems(SourceFile file, ReadContext context)
    {
        using var items = new RecordItems(RecordItems.TitleAndProperties, context);
        var audit = new RecordScan(file, RecordLayout.OfHeader(file, ItemColumns, RecordFormat.Csv), context).Read(record =>
        {
            return IsId(record.Text(0)) ? items.Add(Item(record), column: 0) : new RecordFault(RowFault.BrokenId, 0);
        });
        audit.Require(context.MaxBadRows);
        return (items.ToTable(), audit);
    }

    private static bool IsId(string id) =>
        id.StartsWith(ItemPrefix, StringComparison.Ordinal) && id.Length > ItemPrefix.Length && id.AsSpan(ItemPrefix.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static CatalogItem Item(Record record)
    {
        var tag = TitleCleaning.Clean(record.Text(2));
        var description = TitleCleaning.LineBreaksToSpaces(TitleCleaning.DecodeEntities(record.Text(3))).Trim();
        var texts = new[] { new ItemProperty("tag", tag), new ItemProperty("description", description) };
        var counts = CountNames.Select((name, index) => new ItemProperty(name, WholeCount(record.Text(4 + index))));
        return new CatalogItem(record.Text(0), TitleCleaning.Clean(record.Text(1)), tag.Length > 0 ? [tag] : [])
        {
            Properties = [.. texts.Concat(counts).Where(static property => property.Value.Length > 0)],
        };
    }

    /// <summary>A count that the file may write as <c>1234.0</c>; empty where it has none.</summary>
    internal static string WholeCount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var count) && count == decimal.Truncate(count)
            ? count.ToString("0", CultureInfo.InvariantCulture)
            : "";
}
