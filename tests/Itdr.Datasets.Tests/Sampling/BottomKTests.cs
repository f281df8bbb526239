using System.Globalization;
using System.Text;
using CsCheck;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Sources.MovieLens;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Scanning;
using Itdr.Datasets.Tables;
using Itdr.Datasets.Tests.Sources;

namespace Itdr.Datasets.Tests.Sampling;

/// <summary>The laws of sampling, on both ways to read interactions.</summary>
public class BottomKTests
{
    private const int Movies = 50;

    /// <summary>One row: user, movie, rating, time.</summary>
    private static readonly Gen<(int User, int Movie, int Rating, int Time)> Row =
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, Movies], Gen.Int[1, 5], Gen.Int[0, 50]);

    [Theory]
    [InlineData(RawFiles.Ml1M, 8)]
    [InlineData(RawFiles.Ml32M, 100)]
    public void A_sample_is_the_users_with_the_smallest_hashes_and_all_their_rows(string source, int runs) =>
        Gen.Select(Row.Array[1, 300], Gen.Int[1, 40]).Sample(
            (rows, users) =>
            {
                using var raw = Write(source, rows);
                var whole = Sample(source, raw);
                var sample = Sample(source, raw, users);
                Assert.True(whole.IsWhole);
                Assert.True(sample.IsWhole || sample.Users.Count == users);
                AssertSame(whole.Users.Take(Math.Max(users, sample.Users.Count)), sample.Users);
                Assert.Equal(whole.RowsPerItem, sample.RowsPerItem);
            },
            iter: runs,
            threads: 1);

    [Fact]
    public void Neither_the_order_of_the_rows_nor_the_threads_matter() =>
        Gen.Select(Row.Array[1, 300], Gen.Int[1, 20], Gen.Int).Sample(
            static (rows, users, seed) =>
            {
                var shuffled = rows.ToArray();
                new Random(seed).Shuffle(shuffled);
                using var raw = Write(RawFiles.Ml32M, rows);
                using var other = Write(RawFiles.Ml32M, shuffled);
                AssertSame(Sample(RawFiles.Ml32M, raw, users, threads: 1).Users.Take(users), Sample(RawFiles.Ml32M, other, users, threads: 3).Users.Take(users));
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void The_samples_of_shards_merge_to_the_sample_of_the_whole() =>
        Gen.Select(Row.Array[2, 300], Gen.Int[1, 10]).Sample(
            static (rows, users) =>
            {
                using var whole = Write(RawFiles.Ml32M, rows);
                var expected = Sample(RawFiles.Ml32M, whole).Users.Take(users);
                var merged = new List<UserHistory>();
                foreach (var shard in rows.GroupBy(static row => row.User % 3))
                {
                    using var part = Write(RawFiles.Ml32M, [.. shard]);
                    merged.AddRange(Sample(RawFiles.Ml32M, part, users).Users.Take(users));
                }

                merged.Sort(UserHistory.CompareSampled);
                AssertSame(expected, merged.Take(users));
            },
            iter: 50,
            threads: 1);

    [Fact]
    public void Both_ways_to_read_take_the_same_rows_for_the_same_users()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 2000).Select(_ => (random.Next(1, 100), random.Next(1, Movies), random.Next(1, 6), random.Next(0, 100))).ToArray();
        using var scanned = Write(RawFiles.Ml32M, rows);
        using var queried = Write(RawFiles.Ml1M, rows);
        var left = ReadTables.Of(RawFiles.Ml32M, scanned.Path).Sample;
        var right = ReadTables.Of(RawFiles.Ml1M, queried.Path).Sample;
        AssertSame(left.Users.OrderBy(static user => user.Id, IdOrder.Instance), right.Users.OrderBy(static user => user.Id, IdOrder.Instance));
        Assert.Equal(left.RowsPerItem, right.RowsPerItem);
    }

    /// <summary>Four chunks of the scanner, whose bounds fall into lines and user groups.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_file_of_several_chunks_loses_no_row_and_takes_none_twice(int threads)
    {
        const int Users = 9000;
        var text = new StringBuilder();
        for (var user = 1; user <= Users; user++)
        {
            for (var movie = 1; movie <= Movies; movie++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{user},{movie},{(movie % 10 + 1) / 2m:0.0},{1_000_000_000 + (user * movie)}\r\n");
            }
        }

        using var raw = RawFiles.OfMl32M(text.ToString(), MovieFile(RawFiles.Ml32M));
        var whole = ReadTables.Of(RawFiles.Ml32M, raw.Path, threads: threads);
        Assert.Equal(Users * Movies, whole.Audits[^1].Rows);
        Assert.Empty(whole.Refused);
        Assert.Equal(Users, whole.Sample.Users.Count);
        Assert.All(whole.Sample.Users, static user => Assert.Equal(Movies, user.Interactions.Length));
        Assert.All(whole.Sample.RowsPerItem, static rows => Assert.Equal(Users, rows));
        AssertSame(whole.Sample.Users.Take(100), ReadTables.Of(RawFiles.Ml32M, raw.Path, threads: threads, users: 100).Sample.Users.Take(100));
    }

    [Fact]
    public void Sampled_rows_that_do_not_fit_into_memory_stop_the_reading_and_say_what_to_do()
    {
        using var raw = Write(RawFiles.Ml32M, [.. Enumerable.Range(0, 20_000).Select(static row => (row / Movies, 1 + (row % Movies), 4, row))]);
        using var table = Scanned(raw, threads: 1, memory: 100_000);
        var error = Assert.Throws<DatasetException>(() => table.Sample(1000));
        Assert.Equal("The rows of the sampled users of ratings.csv do not fit into the 0.1 MB that are left for them; raise --memory or lower --limit.", error.Message);
    }

    [Fact]
    public void Another_seed_takes_other_users()
    {
        using var raw = Write(RawFiles.Ml32M, [.. Enumerable.Range(1, 60).Select(static user => (user, 1, 5, 1))]);
        var first = ReadTables.Of(RawFiles.Ml32M, raw.Path, users: 5, seed: 1).Sample.Users.Take(5).Select(static user => user.Id);
        var second = ReadTables.Of(RawFiles.Ml32M, raw.Path, users: 5, seed: 2).Sample.Users.Take(5).Select(static user => user.Id);
        Assert.NotEqual(first, second);
    }

    /// <summary>Samples a source; one that is scanned is read without DuckDB, so that many runs take no time.</summary>
    private static UserSample Sample(string source, RawFiles raw, int users = 1_000_000, int threads = 2)
    {
        if (source == RawFiles.Ml1M)
        {
            return ReadTables.Of(source, raw.Path, users: users).Sample;
        }

        using var table = Scanned(raw, threads, memory: 1_000_000_000);
        return table.Sample(users);
    }

    private static ScannedInteractions Scanned(RawFiles raw, int threads, long memory)
    {
        var items = ItemTable.Of(Enumerable.Range(1, Movies).Select(static movie => new CatalogItem(StableHash.Text(movie), "M", [])));
        var layout = new NumericLayout("userId,movieId,rating,timestamp", ',', [NumericColumn.User, NumericColumn.Item, NumericColumn.Rating, NumericColumn.Time], RatingScale.HalfPoints, MovieLensTimes.Range);
        var context = new ReadContext(42, memory, threads, MaxBadRows: 0, "", static (_, _, _) => { }, CancellationToken.None);
        return new ScannedInteractions(SourceFile.Open(SourceFolder.Recognise(SourceCatalog.Find(RawFiles.Ml32M), raw.Path), "ratings.csv", context), layout, items, new SampleHash(42, RawFiles.Ml32M), context);
    }

    private static RawFiles Write(string source, IReadOnlyList<(int User, int Movie, int Rating, int Time)> rows) => source == RawFiles.Ml1M
        ? RawFiles.OfMl1M(string.Concat(rows.Select(static row => $"{row.User}::{row.Movie}::{row.Rating}::{1_000_000_000 + row.Time}\n")), MovieFile(source))
        : RawFiles.OfMl32M(string.Concat(rows.Select(static row => $"{row.User},{row.Movie},{row.Rating}.0,{1_000_000_000 + row.Time}\r\n")), MovieFile(source));

    private static string MovieFile(string source) => source == RawFiles.Ml1M
        ? string.Concat(Enumerable.Range(1, Movies).Select(static movie => $"{movie}::Movie {movie}::Drama\n"))
        : "movieId,title,genres\r\n" + string.Concat(Enumerable.Range(1, Movies).Select(static movie => $"{movie},Movie {movie},Drama\r\n"));

    private static void AssertSame(IEnumerable<UserHistory> expected, IEnumerable<UserHistory> actual) =>
        Assert.Equal(expected.Select(Text), actual.Select(Text));

    private static string Text(UserHistory user) => user.Id + ": " + string.Join(' ', user.Interactions);
}
