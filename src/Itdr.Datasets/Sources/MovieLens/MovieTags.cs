using System.Runtime.InteropServices;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.MovieLens;

/// <summary>The tags that users gave movies, in tags.csv of ML-32M and its kin; upper and lower case are one.</summary>
internal sealed class MovieTags
{
    /// <summary>How many tags of a movie are told.</summary>
    public const int Most = 5;

    private static readonly RecordColumn[] Columns = [new("movieId"), new("tag")];

    private readonly Dictionary<string, Dictionary<string, int>> rowsByMovie = new(StringComparer.Ordinal);

    private MovieTags()
    {
    }

    /// <summary>The tags where the file is not there.</summary>
    public static MovieTags None { get; } = new();

    /// <summary>Reads the file.</summary>
    public static (MovieTags Tags, FileAudit Audit) Read(SourceFile file, ReadContext context)
    {
        var tags = new MovieTags();
        var audit = new RecordScan(file, RecordLayout.OfHeader(file, Columns, RecordFormat.Csv), context).Read(record =>
        {
            if (!record.TryWhole(0, out _))
            {
                return new RecordFault(RowFault.NotANumber, 0);
            }

            tags.Count(record.Text(0), TitleCleaning.Clean(record.Text(1)).ToLowerInvariant());
            return null;
        });
        audit.Require(context.MaxBadRows);
        return (tags, audit);
    }

    /// <summary>The tags that most rows give a movie, the most frequent first and of equally frequent ones by their text.</summary>
    public IEnumerable<string> Top(string movie) => rowsByMovie.GetValueOrDefault(movie, [])
        .OrderByDescending(static tag => tag.Value).ThenBy(static tag => tag.Key, StringComparer.Ordinal).Take(Most).Select(static tag => tag.Key);

    private void Count(string movie, string tag)
    {
        if (tag.Length == 0)
        {
            return;
        }

        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(rowsByMovie, movie, out _);
        rows ??= new Dictionary<string, int>(StringComparer.Ordinal);
        CollectionsMarshal.GetValueRefOrAddDefault(rows, tag, out _)++;
    }
}
