using System.Globalization;
using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.Amazon;

/// <summary>Reads the products of the categories. The key that a product's variants share, <c>parent_asin</c>, is its id.</summary>
/// <param name="context">How to read.</param>
internal sealed class AmazonProducts(ReadContext context) : IDisposable
{
    /// <summary>The name of the property with the kind of product.</summary>
    public const string Category = "category";

    /// <summary>The name of the property with the store or brand.</summary>
    public const string Store = "store";

    /// <summary>The name of the property with the features that the seller tells.</summary>
    public const string Features = "features";

    /// <summary>The name of the property with the price.</summary>
    public const string Price = "price";

    private const int MostFeatureCharacters = 1000;

    private const int Id = 0;
    private const int Title = 1;
    private const int MainCategory = 2;
    private const int FeatureList = 3;
    private const int PriceValue = 4;
    private const int StoreName = 5;
    private const int CategoryList = 6;

    private static readonly string[] Fields = ["parent_asin", "title", "main_category", "features", "price", "store", "categories"];

    private readonly LiteralCatalogue catalogue = new(context);

    /// <summary>The table of the products read so far.</summary>
    public ItemTable ToTable() => catalogue.ToTable();

    public void Dispose() => catalogue.Dispose();

    /// <summary>Reads the products of one category.</summary>
    /// <exception cref="DatasetException">The file cannot be read, or too many of its lines cannot.</exception>
    public FileAudit Read(AmazonFiles files)
    {
        var audit = LiteralScan.OfJson(files.Products, Fields, context).Read(row => Take(row, files.Category));
        audit.Require(context.MaxBadRows);
        return audit;
    }

    /// <summary>A price: a number as dollars, a text such as <c>from 12.99</c> as it is; null where neither tells an amount.</summary>
    public static string? PriceOf(LiteralValue? value)
    {
        if (value is { Kind: LiteralKind.Number } && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
        {
            return string.Create(CultureInfo.InvariantCulture, $"${amount:0.00}");
        }

        var text = TitleCleaning.Clean(value?.Text);
        return text.Any(char.IsAsciiDigit) ? text : null;
    }

    private RecordFault? Take(LiteralRow row, string group)
    {
        if (row.Text(Id) is not { Length: > 0 } id)
        {
            return new RecordFault(RowFault.MissingField, Id);
        }

        string[] categories = [.. Texts(row[CategoryList])];
        var item = new CatalogItem(id, TitleCleaning.Clean(row.Text(Title)), categories)
        {
            Group = group,
            Properties = [.. Properties(row, categories, group)],
        };
        return catalogue.Add(item, Id, Title);
    }

    private static IEnumerable<ItemProperty> Properties(LiteralRow row, string[] categories, string group)
    {
        var main = TitleCleaning.Clean(row.Text(MainCategory));
        yield return new ItemProperty(Category, categories.Length > 0 ? string.Join(" > ", categories) : main.Length > 0 ? main : AmazonCategories.Words(group));
        if (TitleCleaning.Clean(row.Text(StoreName)) is { Length: > 0 } store)
        {
            yield return new ItemProperty(Store, store);
        }

        if (string.Join("; ", Texts(row[FeatureList])) is { Length: > 0 } features)
        {
            yield return new ItemProperty(Features, TitleCleaning.CutAtWord(features, MostFeatureCharacters));
        }

        if (PriceOf(row[PriceValue]) is { } price)
        {
            yield return new ItemProperty(Price, price);
        }
    }

    private static IEnumerable<string> Texts(LiteralValue? value) =>
        value is null ? [] : value.Texts.Select(TextCleaning.Clean).Where(static text => text.Length > 0);
}
