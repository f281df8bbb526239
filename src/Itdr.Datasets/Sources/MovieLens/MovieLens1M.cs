using System.Text;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.DuckDb;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.MovieLens;

/// <summary>MovieLens 1M: fields between <c>::</c>, no quoting, no header, Latin-1; titles in UTF-8, which copies have, are told apart.</summary>
internal sealed class MovieLens1M : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "movielens-1m";

    private const string Ratings = "ratings.dat";
    private const string Users = "users.dat";
    private const string Movies = "movies.dat";

    public SourceInfo Info { get; } = new(
        Name,
        "MovieLens 1M",
        [Ratings, Users, Movies],
        "Ratings of movies from 1 to 5 with their times, by users whose gender, age group and occupation are known.",
        "Research use; no redistribution without permission, no commercial use.",
        "https://grouplens.org/datasets/movielens/1m/");

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var ratings = SourceFile.Open(folder, Ratings, context);
        var users = SourceFile.Open(folder, Users, context);
        var movies = SourceFile.Open(folder, Movies, context);
        var session = new DuckSession(context);
        try
        {
            var (items, movieAudit) = MovieCatalogue.Read(session, movies, Format(MovieCatalogue.Columns) with { Encoding = EncodingOf(movies) }, MovieTags.None, context);
            var (profiles, userAudit) = ReadUsers(session, users, context);
            var rows = new DelimitedTable(session, ratings, Format(["user_id", "item_id", "rating", "time"]));
            var interactions = new DuckInteractions(session, rows, RatingScale.FivePoints, MovieLensTimes.Range, items, new SampleHash(context.Seed, Name), context);
            return new SourceTables(items, profiles, interactions, [userAudit, movieAudit]);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static DelimitedFormat Format(IReadOnlyList<string> columns) => new("::", Quote: null, Encoding.Latin1, Header: null, columns);

    /// <summary>
    /// The encoding of the titles. Copies in UTF-8 go around, which are Latin-1 too, to the letter, but not in their meaning; titles in
    /// Latin-1 are no UTF-8, since a letter of theirs beyond ASCII stands before one within it.
    /// </summary>
    private static Encoding EncodingOf(SourceFile movies) => movies.IsUtf8() ? Encoding.UTF8 : Encoding.Latin1;

    private static (UserTable Users, FileAudit Audit) ReadUsers(DuckSession session, SourceFile file, ReadContext context)
    {
        var faults = DelimitedTable.When(DelimitedTable.NotANumber("id"), RowFault.NotANumber, column: 0)
            + DelimitedTable.When(IsNoneOf("gender", MovieLens1MCodes.Genders), RowFault.UnknownCode, column: 1)
            + DelimitedTable.When(IsNoneOf("age", MovieLens1MCodes.AgeGroups.Keys), RowFault.UnknownCode, column: 2)
            + DelimitedTable.When(IsNoneOf("occupation", MovieLens1MCodes.Occupations.Keys), RowFault.UnknownCode, column: 3);
        var (profiles, audit) = CatalogueReader.Read(
            session, file, Format(["id", "gender", "age", "occupation", "zip"]), faults, Profile, context);
        audit.Require(context.MaxBadRows);
        return (new UserTable(profiles), audit);
    }

    private static UserProfile Profile(string[] fields) =>
        new() { Gender = fields[1], AgeGroup = MovieLens1MCodes.AgeGroups[fields[2]], Occupation = MovieLens1MCodes.Occupations[fields[3]] };

    private static string IsNoneOf(string column, IEnumerable<string> codes) =>
        $"({column} is null or {column} not in ({string.Join(", ", codes.Select(DuckSession.Text))}))";
}
