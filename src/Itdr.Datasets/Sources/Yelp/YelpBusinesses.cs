using System.Text;
using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.Yelp;

/// <summary>Reads the businesses.</summary>
internal static class YelpBusinesses
{
    /// <summary>The name of the property with the categories.</summary>
    public const string Categories = "categories";

    /// <summary>The name of the property with the city.</summary>
    public const string City = "city";

    /// <summary>The name of the property with the attributes that hold.</summary>
    public const string Attributes = "attributes";

    private const int Id = 0;
    private const int Title = 1;
    private const int CityName = 2;
    private const int CategoryNames = 3;
    private const int AttributeMap = 4;

    private static readonly string[] Fields = ["business_id", "name", "city", "categories", "attributes"];

    /// <summary>Reads the file.</summary>
    /// <exception cref="DatasetException">It cannot be read, or too many of its lines cannot.</exception>
    public static (ItemTable Items, FileAudit Audit) Read(SourceFile file, ReadContext context)
    {
        using var catalogue = new LiteralCatalogue(context);
        var audit = LiteralScan.OfJson(file, Fields, context).Read(row => row.Text(Id).Length == 0
            ? new RecordFault(RowFault.MissingField, Id)
            : catalogue.Add(BusinessOf(row), Id, Title));
        audit.Require(context.MaxBadRows);
        return (catalogue.ToTable(), audit);
    }

    /// <summary>The names of the attributes that are true, in words. Values are Python literals in texts, and a map in one has attributes of its own.</summary>
    internal static IEnumerable<string> TrueAttributes(LiteralValue? attributes)
    {
        foreach (var (name, written) in attributes?.Entries ?? [])
        {
            var value = written.Kind == LiteralKind.Text && PythonLiteral.TryParse(written.Text, out var read, out _) ? read : written;
            if (value == LiteralValue.True)
            {
                yield return Words(name);
            }

            foreach (var (inner, holds) in value.Entries)
            {
                if (holds == LiteralValue.True)
                {
                    yield return $"{Words(name)}: {Words(inner)}";
                }
            }
        }
    }

    private static CatalogItem BusinessOf(LiteralRow row)
    {
        var categories = CategoriesOf(row[CategoryNames]).ToList();
        (string Name, string Value)[] properties =
        [
            (Categories, string.Join(", ", categories)),
            (City, TitleCleaning.Clean(row.Text(CityName))),
            (Attributes, string.Join(", ", TrueAttributes(row[AttributeMap]))),
        ];
        return new CatalogItem(row.Text(Id), TitleCleaning.Clean(row.Text(Title)), categories)
        {
            Properties = [.. properties.Where(static property => property.Value.Length > 0).Select(static property => new ItemProperty(property.Name, property.Value))],
        };
    }

    /// <summary>The categories: one text with commas, or in older editions a list.</summary>
    private static IEnumerable<string> CategoriesOf(LiteralValue? value)
    {
        var names = value is { Kind: LiteralKind.Text } ? value.Text.Split(',') : value?.Texts ?? [];
        return names.Select(TitleCleaning.Clean).Where(static name => name.Length > 0);
    }

    /// <summary>A name that is written in one, such as <c>OutdoorSeating</c> or <c>street_parking</c>, as words.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var isNew = index > 0 && char.IsUpper(name[index]) && !char.IsUpper(name[index - 1]) && name[index - 1] is not (' ' or '_');
            words.Append(isNew ? " " : "").Append(name[index] == '_' ? ' ' : char.ToLowerInvariant(name[index]));
        }

        return words.ToString();
    }
}
