using System.Globalization;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.MicroLens;

/// <summary>
/// Reads the videos of MicroLens. Titles come as CSV with a header or as <c>id, text</c> without quotes, which is split at its first comma
/// alone; tags and the counts of likes and views are files of their own, which need not be there.
/// </summary>
internal sealed class MicroLensItems(ReadContext context)
{
    private const string TitleHeader = "item,title";

    private readonly Dictionary<string, string> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Likes, long Views)> counts = new(StringComparer.Ordinal);

    /// <summary>What was read so far, a file each.</summary>
    public List<FileAudit> Audits { get; } = [];

    /// <summary>Reads the tags.</summary>
    public void ReadTags(SourceFile file) => Read(
        file,
        RecordLayout.Headless(RecordFormat.Csv with { Quotes = QuoteStyle.None, MostFields = 2 }, "item", "tag"),
        record => !record.TryWhole(0, out _) ? new RecordFault(RowFault.NotANumber, 0)
            : tags.TryAdd(record.Text(0), TitleCleaning.Clean(Unquoted(record.Text(1)))) ? null
            : new RecordFault(RowFault.RepeatedId, 0));

    /// <summary>Reads the counts of likes and views.</summary>
    public void ReadCounts(SourceFile file) => Read(file, RecordLayout.Headless(RecordFormat.Tsv, "item", "likes", "views"), record =>
    {
        for (var column = 0; column < 3; column++)
        {
            if (!record.TryWhole(column, out _))
            {
                return new RecordFault(RowFault.NotANumber, column);
            }
        }

        _ = record.TryWhole(1, out var likes) & record.TryWhole(2, out var views);
        return counts.TryAdd(record.Text(0), (likes, views)) ? null : new RecordFault(RowFault.RepeatedId, 0);
    });

    /// <summary>Reads the titles and makes the table; tags and counts must have been read before.</summary>
    public ItemTable ReadTitles(SourceFile file)
    {
        using var items = new RecordItems(static item => item.Title, context);
        Read(file, LayoutOfTitles(file), record =>
        {
            if (!record.TryWhole(0, out _))
            {
                return new RecordFault(RowFault.NotANumber, 0);
            }

            return items.Add(Item(record.Text(0), record.Text(1)), column: 0);
        });
        return items.ToTable();
    }

    private static RecordLayout LayoutOfTitles(SourceFile file) => file.FirstLine() == TitleHeader
        ? RecordLayout.OfHeader(file, [new RecordColumn("item"), new RecordColumn("title")], RecordFormat.Csv)
        : RecordLayout.Headless(RecordFormat.Csv with { Quotes = QuoteStyle.None, MostFields = 2 }, "item", "title");

    private static string Unquoted(string tag) => tag.Trim().Trim('"');

    private CatalogItem Item(string id, string title)
    {
        var properties = counts.TryGetValue(id, out var known)
            ? new[] { new ItemProperty("likes", known.Likes.ToString(CultureInfo.InvariantCulture)), new ItemProperty("views", known.Views.ToString(CultureInfo.InvariantCulture)) }
            : [];
        return new CatalogItem(id, TitleCleaning.Clean(title), tags.TryGetValue(id, out var tag) && tag.Length > 0 ? [tag] : []) { Properties = properties };
    }

    private void Read(SourceFile file, RecordLayout layout, Func<Record, RecordFault?> take)
    {
        var audit = new RecordScan(file, layout, context).Read(take);
        audit.Require(context.MaxBadRows);
        Audits.Add(audit);
    }
}
