using System.Text;
using Itdr.Datasets.Tests.Sources;
using Itdr.Instances;

namespace Itdr.Datasets.Tests.Building;

public class DeterminismTests
{
    [Theory]
    [InlineData(RawFiles.Ml1M)]
    [InlineData(RawFiles.Ml32M)]
    public void One_thread_and_two_give_the_same_bytes(string source)
    {
        using var raw = BuiltFolder.Invent(source);
        using var one = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true, Threads = 1 });
        using var two = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true, Threads = 2 });
        Assert.Equal(one.Files(), two.Files());
        Assert.NotEqual(0, one.Report.Instances);
    }

    [Theory]
    [InlineData(RawFiles.Ml1M, "ratings.dat", "movies.dat", "users.dat")]
    [InlineData(RawFiles.Ml32M, "ratings.csv", "movies.csv")]
    public void Shuffled_lines_give_the_same_of_everything_but_the_hashes_of_the_sources(string source, params string[] files)
    {
        using var raw = BuiltFolder.Invent(source);
        using var first = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true, Limit = 60 });
        foreach (var file in files)
        {
            Shuffle(raw[$"raw/{file}"], hasHeader: source == RawFiles.Ml32M);
        }

        using var second = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true, Limit = 60 });
        Assert.Equal(first.Files(without: DatasetManifest.FileName), second.Files(without: DatasetManifest.FileName));
        Assert.NotEqual(first.Files()[DatasetManifest.FileName], second.Files()[DatasetManifest.FileName]);
    }

    [Fact]
    public void Another_seed_gives_other_instances()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml32M);
        using var first = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"]);
        using var second = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"], static options => options with { Seed = 43 });
        Assert.NotEqual(first.Files(), second.Files());
    }

    [Fact]
    public void A_cell_comes_out_the_same_whichever_other_cells_are_made()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml32M);
        using var all = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"], static options => options with { Limit = 50 });
        using var alone = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"], static options => options with { Limit = 50, Cells = [CellName.Parse("top-k/movielens-32m")] });
        var files = alone.Files().Where(static file => file.Key.StartsWith("instances/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(all.Files()[file.Key], file.Value));
    }

    [Fact]
    public void A_smaller_limit_gives_the_front_of_the_larger_sample()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml32M);
        using var large = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"], static options => options with { Limit = 100 });
        using var small = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"], static options => options with { Limit = 20 });
        foreach (var (path, content) in small.Files().Where(static file => file.Key.StartsWith("instances/", StringComparison.Ordinal)))
        {
            Assert.StartsWith(content, large.Files()[path], StringComparison.Ordinal);
        }
    }

    /// <summary>Only one user in forty is eligible, so the first sample is too small and the file is read again.</summary>
    [Fact]
    public void A_sample_with_too_few_eligible_users_is_filled_up_by_reading_again()
    {
        var ratings = new StringBuilder();
        for (var user = 1; user <= 400; user++)
        {
            for (var movie = 1; movie <= (user % 40 == 0 ? 12 : 3); movie++)
            {
                ratings.Append(System.Globalization.CultureInfo.InvariantCulture, $"{user},{movie},4.0,{1_000_000_000 + (user * 7 * movie % 500)}\r\n");
            }
        }

        var movies = "movieId,title,genres\r\n" + string.Concat(Enumerable.Range(1, 30).Select(static movie => $"{movie},Movie {movie},Drama\r\n"));
        using var raw = RawFiles.OfMl32M(ratings.ToString(), movies);
        var cell = CellName.Parse("rating-prediction/movielens-32m");
        using var whole = BuiltFolder.Of(RawFiles.Ml32M, raw.Path, options => options with { Cells = [cell] });
        using var few = BuiltFolder.Of(RawFiles.Ml32M, raw.Path, options => options with { Cells = [cell], Limit = 8 });
        Assert.Equal(10, whole.Report.Cells[0].Eligible);
        Assert.Equal(8, few.Report.Cells[0].Eligible);
    }

    [Fact]
    public void No_file_tells_where_or_with_how_many_threads_it_was_made()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml1M);
        using var built = BuiltFolder.Of(RawFiles.Ml1M, raw["raw"], static options => options with { Threads = 7 });
        Assert.All(built.Files().Values, content =>
        {
            Assert.DoesNotContain(raw.Path, content, StringComparison.Ordinal);
            Assert.DoesNotContain(built.Path, content, StringComparison.Ordinal);
            Assert.DoesNotContain("thread", content, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static void Shuffle(string path, bool hasHeader)
    {
        var lines = File.ReadAllLines(path, Encoding.Latin1);
        new Random(1).Shuffle(lines.AsSpan(hasHeader ? 1 : 0));
        File.WriteAllText(path, string.Join('\n', lines) + "\n", Encoding.Latin1);
    }
}
