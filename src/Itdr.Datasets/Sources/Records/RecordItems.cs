using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Records;

/// <summary>The items of a text file, each id once, by the rule of <see cref="RecordCatalogue{T}"/>.</summary>
/// <param name="key">What tells two rows for one id apart.</param>
/// <param name="context">How to read.</param>
internal sealed class RecordItems(Func<CatalogItem, string> key, ReadContext context) : IDisposable
{
    private readonly ItemCatalogue items = new(context.TemporaryFolder, (row, known) => RowChoice.HashOf(key(row)) < RowChoice.HashOf(key(known)));

    /// <summary>What tells items apart that have a title and properties.</summary>
    public static string TitleAndProperties(CatalogItem item) => $"{item.Title}|{string.Join('|', item.Properties)}";

    /// <summary>Takes an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="column">The column of the id.</param>
    /// <param name="fault">What it is called that there is a row for the id already.</param>
    /// <returns>Null, or that there is a row for the id already, or that the item has no title.</returns>
    public RecordFault? Add(CatalogItem item, int column, RowFault fault = RowFault.RepeatedId) =>
        items.Add(item) is not null ? new RecordFault(fault, column)
        : item.Title.Length == 0 ? new RecordFault(RowFault.NoTitle, column)
        : null;

    /// <summary>The table of all items, those without a title among them.</summary>
    public ItemTable ToTable() => items.ToTable();

    public void Dispose() => items.Dispose();
}
