using Itdr.Datasets.Sources.DuckDb;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.MovieLens;

/// <summary>Reads the movies of any MovieLens release: an id, a title with its year, and genres between <c>|</c>.</summary>
internal static class MovieCatalogue
{
    /// <summary>What stands in place of the genres of a movie that has none.</summary>
    public const string NoGenres = "(no genres listed)";

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["id", "title", "genres"];

    /// <summary>Reads the file.</summary>
    /// <param name="session">The database.</param>
    /// <param name="file">The file.</param>
    /// <param name="format">Its form.</param>
    /// <param name="tags">What users called the movies.</param>
    /// <param name="context">How to read.</param>
    public static (ItemTable Items, FileAudit Audit) Read(DuckSession session, SourceFile file, DelimitedFormat format, MovieTags tags, ReadContext context)
    {
        var (movies, audit) = CatalogueReader.Read(
            session, file, format, DelimitedTable.When(DelimitedTable.NotANumber("id"), RowFault.NotANumber, column: 0), fields => Movie(fields, tags), context);
        AddCutOff(audit, movies, file, format);
        AddUntitled(audit, movies, file, format);
        audit.Require(context.MaxBadRows);
        return (ItemTable.Of(movies.Values, context.TemporaryFolder), audit);
    }

    private static CatalogItem Movie(string[] fields, MovieTags tags)
    {
        var genres = fields[2].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        genres = genres is [NoGenres] ? [] : genres;
        var title = TitleCleaning.Clean(fields[1]);
        ItemProperty[] all =
        [
            new("year", Year(title)),
            new("genres", string.Join(", ", genres)),
            new("top tags", string.Join(", ", tags.Top(fields[0]))),
        ];
        return new CatalogItem(fields[0], title, genres) { Properties = [.. all.Where(static property => property.Value.Length > 0)] };
    }

    /// <summary>The year in parentheses at the end of a title; empty where none stands there.</summary>
    private static string Year(string title) =>
        title is [.., '(', var a, var b, var c, var d, ')'] && new[] { a, b, c, d }.All(char.IsAsciiDigit) ? string.Concat(a, b, c, d) : "";

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
