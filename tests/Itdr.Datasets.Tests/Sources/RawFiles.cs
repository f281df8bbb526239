using System.Text;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources;

/// <summary>Raw files written by hand, read into tables. Every row in them is invented.</summary>
internal sealed class RawFiles : IDisposable
{
    public const string Ml1M = "movielens-1m";
    public const string Ml32M = "movielens-32m";
    public const string Ml32MHeader = "userId,movieId,rating,timestamp\r\n";
    public const string Ml32MMovies = "movieId,title,genres\r\n1,One (1990),Drama\r\n2,Two (1991),Comedy|Drama\r\n3,Three (1992),(no genres listed)\r\n";
    public const string Ml1MMovies = "1::One (1990)::Drama\n2::Two (1991)::Comedy|Drama\n3::Three (1992)::Children's\n";
    public const string Ml1MUsers = "1::F::1::10::48067\n2::M::56::16::70072\n";

    private readonly TemporaryFolder folder = new();

    /// <summary>The folder of the files.</summary>
    public string Path => folder.Path;

    /// <summary>ML-1M files; those not given are sound.</summary>
    public static RawFiles OfMl1M(string ratings = "1::1::5::1000000100\n2::2::3::1000000200\n", string movies = Ml1MMovies, string users = Ml1MUsers) =>
        new RawFiles().With("ratings.dat", ratings, Encoding.Latin1).With("movies.dat", movies, Encoding.Latin1).With("users.dat", users, Encoding.Latin1);

    /// <summary>ML-32M files, the ratings without their header; those not given are sound.</summary>
    public static RawFiles OfMl32M(string ratings = "1,1,5.0,1000000100\r\n2,2,3.5,1000000200\r\n", string movies = Ml32MMovies) =>
        new RawFiles().With("ratings.csv", Ml32MHeader + ratings).With("movies.csv", movies);

    /// <summary>Writes a file.</summary>
    public RawFiles With(string name, string content, Encoding? encoding = null) =>
        With(name, (encoding ?? new UTF8Encoding(false)).GetBytes(content));

    /// <summary>Writes a file.</summary>
    public RawFiles With(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(folder[name])!);
        File.WriteAllBytes(folder[name], content);
        return this;
    }

    /// <summary>Removes a file.</summary>
    public RawFiles Without(string name)
    {
        File.Delete(folder[name]);
        return this;
    }

    /// <summary>Reads the files as a source does, all users of them.</summary>
    public ReadTables Read(string source, decimal maxBadRows = 1, int threads = 2) => ReadTables.Of(source, Path, maxBadRows, threads);

    /// <summary>What stops the reading.</summary>
    public string FailureOf(string source, decimal maxBadRows = 0.001m) =>
        Assert.Throws<DatasetException>(() => Read(source, maxBadRows)).Message.Replace(Path + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}

/// <summary>The tables of a source, for assertions.</summary>
internal sealed record ReadTables(ItemTable Items, UserTable Users, UserSample Sample, IReadOnlyList<FileAudit> Audits)
{
    public static ReadTables Of(string source, string path, decimal maxBadRows = 0.001m, int threads = 2, int users = 1_000_000, long seed = 42)
    {
        using var spill = new TemporaryFolder();
        var found = SourceCatalog.Find(source);
        var context = new ReadContext(seed, 1_000_000_000, threads, maxBadRows, spill.Path, (_, _, _) => { }, CancellationToken.None);
        using var tables = found.Open(SourceFolder.Recognise(found, path), context);
        var sample = tables.Interactions.Sample(users);
        return new ReadTables(InMemory(tables.Items), tables.Users, sample, [.. tables.Catalogues, .. tables.Interactions.Audits]);
    }

    /// <summary>The items with their properties, which are gone from their file when the tables are closed.</summary>
    private static ItemTable InMemory(ItemTable items) =>
        ItemTable.Of(Enumerable.Range(0, items.Count).Select(item => items[item]));

    /// <summary>The titles, by id.</summary>
    public Dictionary<string, string> Titles => Enumerable.Range(0, Items.Count).ToDictionary(item => Items[item].Id, item => Items[item].Title);

    /// <summary>A user's interactions in time order, as <c>item=rating@time</c>.</summary>
    public string HistoryOf(string user) => string.Join(' ', Sample.Users.Single(found => found.Id == user).Interactions.Select(interaction =>
        FormattableString.Invariant($"{Items[interaction.Item].Id}={interaction.Rating}@{interaction.Time}")));

    /// <summary>The rows that were refused, as <c>file:line reason ×count</c>.</summary>
    public IEnumerable<string> Refused => Audits.SelectMany(audit => audit.Faults.Select(fault =>
        $"{audit.File.Name}:{fault.Line} {fault.Fault.Text()} ×{fault.Count}"));
}
