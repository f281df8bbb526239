using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>The items of a source as they are read, each id once. Of several rows for an id the one stays whose title, or else whose properties, come first in ordinal order, whatever the order of the file.</summary>
internal sealed class LiteralCatalogue
{
    private readonly Dictionary<string, CatalogItem> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> lists = new(StringComparer.Ordinal);

    /// <summary>The items, those without a title among them.</summary>
    public IEnumerable<CatalogItem> Items => items.Values;

    /// <summary>Takes an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="idField">The field of the id.</param>
    /// <param name="titleField">The field of the title.</param>
    /// <returns>Null, or that its row is not taken or has no title.</returns>
    public RecordFault? Add(CatalogItem item, int idField, int titleField)
    {
        if (!items.TryGetValue(item.Id, out var known))
        {
            items.Add(item.Id, item);
            return item.Title.Length == 0 ? new RecordFault(RowFault.NoTitle, titleField) : null;
        }

        if (Compare(item, known) < 0)
        {
            items[item.Id] = item;
        }

        return new RecordFault(item.Title == known.Title ? RowFault.ItemAgain : RowFault.RepeatedId, idField);
    }

    /// <summary>One list for all whose words are equal, in their order.</summary>
    public IReadOnlyList<string> Shared(IEnumerable<string> list)
    {
        string[] all = [.. list];
        var key = string.Join('\n', all);
        if (!lists.TryGetValue(key, out var known))
        {
            lists.Add(key, known = [.. all.Select(Shared)]);
        }

        return known;
    }

    /// <summary>One text for all that are equal: there are few categories and many items.</summary>
    public string Shared(string word)
    {
        if (!words.TryGetValue(word, out var known))
        {
            words.Add(word, known = word);
        }

        return known;
    }

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
