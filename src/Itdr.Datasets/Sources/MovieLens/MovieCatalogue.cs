using Itdr.Datasets.Sources.DuckDb;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.MovieLens;

/// <summary>Reads the movies of any MovieLens release: an id, a title with its year, and genres between <c>|</c>.</summary>
internal static class MovieCatalogue
{
    /// <summary>What stands in place of the genres of a movie that has none.</summary>
    public const string NoGenres = "(no genres listed)";

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["id", "title", "genres"];

    /// <summary>Reads the file.</summary>
    public static (ItemTable Items, FileAudit Audit) Read(DuckSession session, SourceFile file, DelimitedFormat format, ReadContext context)
    {
        var (movies, audit) = CatalogueReader.Read(
            session, file, format, DelimitedTable.When(DelimitedTable.NotANumber("id"), RowFault.NotANumber, column: 0), Movie, context);
        AddUntitled(audit, movies, file, format);
        audit.Require(context.MaxBadRows);
        return (new ItemTable(movies.Values), audit);
    }

    private static CatalogItem Movie(string[] fields)
    {
        var genres = fields[2].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new CatalogItem(fields[0], TitleCleaning.Clean(fields[1]), genres is [NoGenres] ? [] : genres);
    }

    /// <summary>Counts movies without a title. They are known after cleaning, which only this process does.</summary>
    private static void AddUntitled(FileAudit audit, Dictionary<string, CatalogItem> movies, SourceFile file, DelimitedFormat format)
    {
        var untitled = movies.Values.Where(static movie => movie.Title.Length == 0).Select(static movie => movie.Id).ToHashSet();
        if (untitled.Count > 0)
        {
            var first = RecordWalker.Walk(file.Path, format).First(record => untitled.Contains(record.Fields[0]));
            audit.Add(RowFault.NoTitle, untitled.Count, first.Line, FoundText.Field(Columns[0], first.Fields[0]));
        }
    }
}
