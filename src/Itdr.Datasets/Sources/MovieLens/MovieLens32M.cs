using System.Text;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.DuckDb;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Scanning;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.MovieLens;

/// <summary>MovieLens releases as CSV with a header: ML-32M, and ml-latest-small with the same schema.</summary>
internal sealed class MovieLens32M : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "movielens-32m";

    private const string Movies = "movies.csv";
    private const string Ratings = "ratings.csv";
    private const string Tags = "tags.csv";

    private static readonly DelimitedFormat MovieFormat = new(",", '"', Encoding.UTF8, "movieId,title,genres", MovieCatalogue.Columns);

    private static readonly NumericLayout RatingLayout = new(
        "userId,movieId,rating,timestamp",
        ',',
        [NumericColumn.User, NumericColumn.Item, NumericColumn.Rating, NumericColumn.Time],
        RatingScale.HalfPoints,
        MovieLensTimes.Range);

    public SourceInfo Info { get; } = new(
        Name,
        "MovieLens 32M",
        [Ratings, Movies],
        "Ratings of movies from 0.5 to 5.0 with their times; ml-latest-small, which has the same files, is read as well.",
        "Research use; redistribution under the same conditions, no commercial use without permission.",
        "https://grouplens.org/datasets/movielens/32m/");

    public IReadOnlyList<FileRole> Files { get; } = [new(Ratings), new(Movies), new(Tags, IsRequired: false)];

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var ratings = SourceFile.Open(folder, Ratings, context);
        var movies = SourceFile.Open(folder, Movies, context);
        var (tags, tagAudit) = folder.Has(Tags) ? MovieTags.Read(SourceFile.Open(folder, Tags, context), context) : (MovieTags.None, null);
        using var session = new DuckSession(context);
        var (items, audit) = MovieCatalogue.Read(session, movies, MovieFormat, tags, context);
        return SourceTables.Over(items, context, reading =>
        {
            var interactions = new ScannedInteractions(ratings, RatingLayout, items, new SampleHash(context.Seed, Name), reading);
            return new SourceTables(items, UserTable.Empty, interactions, tagAudit is null ? [audit] : [audit, tagAudit]);
        });
    }
}
