using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.Mind;

/// <summary>Reads the news of MIND, of all parts together: training and later parts share most of theirs.</summary>
internal static class MindNewsCatalogue
{
    private const int Id = 0;
    private const int Category = 1;
    private const int Subcategory = 2;
    private const int Title = 3;
    private const int Abstract = 4;

    private static readonly RecordLayout Layout = RecordLayout.Headless(
        RecordFormat.Tsv, "id", "category", "subcategory", "title", "abstract", "url", "title entities", "abstract entities");

    /// <summary>Reads the files.</summary>
    public static (ItemTable Items, IReadOnlyList<FileAudit> Audits) Read(IReadOnlyList<SourceFile> files, ReadContext context)
    {
        using var news = new RecordItems(RecordItems.TitleAndProperties, context);
        var audits = new List<FileAudit>();
        foreach (var file in files)
        {
            var ids = new HashSet<string>(StringComparer.Ordinal);
            var audit = new RecordScan(file, Layout, context).Read(record => Take(record, news, ids));
            audit.Require(context.MaxBadRows);
            audits.Add(audit);
        }

        return (news.ToTable(), audits);
    }

    private static RecordFault? Take(Record record, RecordItems news, HashSet<string> ids)
    {
        var id = record.Text(Id);
        if (!MindIds.IsNews(record.Bytes(Id)))
        {
            return new RecordFault(RowFault.BrokenId, Id);
        }

        // An article of another part is the same article; within one part there is none twice.
        var item = Item(record, id);
        news.Add(item, Id);
        return !ids.Add(id) ? new RecordFault(RowFault.RepeatedId, Id)
            : item.Title.Length == 0 ? new RecordFault(RowFault.NoTitle, Id)
            : null;
    }

    private static CatalogItem Item(Record record, string id)
    {
        ItemProperty[] all =
        [
            new("category", TitleCleaning.Clean(record.Text(Category))),
            new("subcategory", TitleCleaning.Clean(record.Text(Subcategory))),
            new("abstract", TitleCleaning.LineBreaksToSpaces(TitleCleaning.DecodeEntities(record.Text(Abstract))).Trim()),
        ];
        return new CatalogItem(id, TitleCleaning.Clean(record.Text(Title)), all[0].Value.Length > 0 ? [all[0].Value] : [])
        {
            Properties = [.. all.Where(static property => property.Value.Length > 0)],
        };
    }
}
