using System.Globalization;
using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.Steam;

/// <summary>Reads the games.</summary>
internal static class SteamGames
{
    /// <summary>The names of the properties, in the order in which a prompt tells them.</summary>
    public static IReadOnlyList<string> Properties { get; } = ["genres", "tags", "specs", "publisher", "price"];

    private const int Id = 0;
    private const int Title = 1;
    private const int AppName = 2;
    private const int Genres = 3;
    private const int Tags = 4;
    private const int Specs = 5;
    private const int Publisher = 6;
    private const int Price = 7;

    private static readonly string[] Fields = ["id", "title", "app_name", "genres", "tags", "specs", "publisher", "price"];

    /// <summary>Reads the file. A game without a title goes by its name as an app.</summary>
    /// <exception cref="DatasetException">It cannot be read, or too many of its lines cannot.</exception>
    public static (ItemTable Items, FileAudit Audit) Read(SourceFile file, ReadContext context)
    {
        using var catalogue = new LiteralCatalogue(context);
        var audit = LiteralScan.OfPython(file, Fields, context).Read(row => row.Text(Id).Length == 0
            ? new RecordFault(RowFault.NoId, Id)
            : catalogue.Add(GameOf(row), Id, Title));
        audit.Require(context.MaxBadRows);
        return (catalogue.ToTable(), audit);
    }

    /// <summary>A price: a number as dollars, a text such as <c>Free to Play</c> as it is; null if there is none.</summary>
    internal static string? PriceOf(LiteralValue? value) =>
        value is { Kind: LiteralKind.Number } && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? string.Create(CultureInfo.InvariantCulture, $"${amount:0.00}")
            : TitleCleaning.Clean(value?.Text) is { Length: > 0 } text ? text : null;

    private static CatalogItem GameOf(LiteralRow row)
    {
        var title = TitleOf(row.Text(Title));
        var genres = Names(row[Genres]).ToList();
        string?[] values =
        [
            string.Join(", ", genres), string.Join(", ", Names(row[Tags])), string.Join(", ", Names(row[Specs])), TitleCleaning.Clean(row.Text(Publisher)), PriceOf(row[Price]),
        ];
        return new CatalogItem(row.Text(Id), title.Length > 0 ? title : TitleOf(row.Text(AppName)), genres)
        {
            Properties = [.. Properties.Zip(values).Where(static pair => !string.IsNullOrEmpty(pair.Second)).Select(pair => new ItemProperty(pair.First, pair.Second!))],
        };
    }

    /// <summary>A title. Some are encoded twice, as <c>&amp;amp;amp;</c>, and no game is called by an entity, so they are decoded twice.</summary>
    private static string TitleOf(string text) => TitleCleaning.Clean(TitleCleaning.DecodeEntities(text));

    private static IEnumerable<string> Names(LiteralValue? value) =>
        value is null ? [] : value.Texts.Select(TitleCleaning.Clean).Where(static name => name.Length > 0);
}
