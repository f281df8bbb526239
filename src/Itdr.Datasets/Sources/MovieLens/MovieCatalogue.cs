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
        AddCutOff(audit, movies, file, format);
        AddUntitled(audit, movies, file, format);
        audit.Require(context.MaxBadRows);
        return (new ItemTable(movies.Values), audit);
    }

    private static CatalogItem Movie(string[] fields)
    {
        var genres = fields[2].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new CatalogItem(fields[0], TitleCleaning.Clean(fields[1]), genres is [NoGenres] ? [] : genres);
    }

    /// <summary>
    /// Counts a last line that was cut off inside its genres: it has all its fields, but no line end, and its last
    /// genre is the beginning of one that other movies have.
    /// </summary>
    private static void AddCutOff(FileAudit audit, Dictionary<string, CatalogItem> movies, SourceFile file, DelimitedFormat format)
    {
        if (EndsWithLineEnd(file.Path))
        {
            return;
        }

        var last = RecordWalker.Walk(file.Path, format).LastOrDefault();
        if (last is null || !movies.TryGetValue(last.Fields[0], out var movie) || movie.Categories is not [.., var cut])
        {
            return;
        }

        var others = movies.Values.Where(other => other.Id != movie.Id).SelectMany(static other => other.Categories).ToHashSet(StringComparer.Ordinal);
        if (!others.Contains(cut) && others.Any(genre => genre.StartsWith(cut, StringComparison.Ordinal)))
        {
            movies.Remove(movie.Id);
            audit.Add(RowFault.TruncatedLastLine, 1, last.Line, FoundText.Field(Columns[2], last.Fields[^1]));
        }
    }

    private static bool EndsWithLineEnd(string path)
    {
        using var file = File.OpenRead(path);
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() is '\n' or '\r';
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
