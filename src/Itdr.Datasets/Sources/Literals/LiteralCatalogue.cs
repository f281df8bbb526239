using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>The items of a source as they are read, each id once. Of several rows for an id the one stays whose title, or else whose properties, come first in ordinal order, whatever the order of the file.</summary>
/// <param name="context">How to read.</param>
internal sealed class LiteralCatalogue(ReadContext context) : IDisposable
{
    private readonly ItemCatalogue items = new(context.TemporaryFolder, static (row, known) => Compare(row, known) < 0);

    /// <summary>Takes an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="idField">The field of the id.</param>
    /// <param name="titleField">The field of the title.</param>
    /// <returns>Null, or that its row is not taken or has no title.</returns>
    public RecordFault? Add(CatalogItem item, int idField, int titleField) => items.Add(item) switch
    {
        { } known => new RecordFault(item.Title == known.Title ? RowFault.ItemAgain : RowFault.RepeatedId, idField),
        null when item.Title.Length == 0 => new RecordFault(RowFault.NoTitle, titleField),
        null => null,
    };

    /// <summary>The table of all items, those without a title among them.</summary>
    public ItemTable ToTable() => items.ToTable();

    public void Dispose() => items.Dispose();

    private static int Compare(CatalogItem left, CatalogItem right) =>
        string.CompareOrdinal(left.Title, right.Title) is var titles and not 0 ? titles
        : string.CompareOrdinal(TextOf(left), TextOf(right));

    private static string TextOf(CatalogItem item) => string.Join('\n', item.Properties.Select(static property => $"{property.Name}: {property.Value}").Concat(item.Categories));

    /// <summary>What is wrong with a row that names an item by its index, or null if nothing is.</summary>
    public static RecordFault? FaultOf(int item, int field) => item switch
    {
        ItemTable.Unknown => new RecordFault(RowFault.UnlistedItem, field),
        ItemTable.Untitled => new RecordFault(RowFault.UntitledItem, field),
        _ => null,
    };
}
