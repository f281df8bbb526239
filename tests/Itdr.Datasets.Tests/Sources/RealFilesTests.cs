using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources;

public class RealFilesTests
{
    [RealDataFact("ml1m")]
    public void The_local_half_of_ML_1M_is_read_exactly()
    {
        var tables = ReadTables.Of(RawFiles.Ml1M, RealData.Path("ml1m"));
        Assert.Empty(tables.Refused);
        Assert.Equal([6040L, 3883L, 487_650L], tables.Audits.Select(static audit => audit.Rows).OrderBy(static rows => rows == 6040 ? 0 : rows));
        Assert.Equal(3883, tables.Items.Count);
        Assert.Equal(2999, tables.Sample.Users.Count);
        Assert.Equal(487_650, tables.Sample.Users.Sum(static user => user.Interactions.Length));
        Assert.Equal(3615, tables.Sample.RowsPerItem.Count(static rows => rows > 0));
        var stars = tables.Sample.Users.SelectMany(static user => user.Interactions).CountBy(static rated => rated.Rating).OrderBy(static pair => pair.Key);
        Assert.Equal([27_472, 53_838, 127_216, 170_579, 108_545], stars.Select(static pair => pair.Value));
        Assert.Equal(50, tables.Titles.Values.Count(static title => title.Any(static character => character > 127)));
    }

    [RealDataFact("ml32m/ml-latest-small")]
    public void The_small_release_is_read_exactly()
    {
        var tables = ReadTables.Of(RawFiles.Ml32M, RealData.Path("ml32m/ml-latest-small"));
        Assert.Empty(tables.Refused);
        Assert.Equal([9742L, 100_836L], tables.Audits.Select(static audit => audit.Rows));
        Assert.Equal(610, tables.Sample.Users.Count);
        Assert.Equal(100_836, tables.Sample.Users.Sum(static user => user.Interactions.Length));
        Assert.Equal(9724, tables.Sample.RowsPerItem.Count(static rows => rows > 0));
    }

    [RealDataFact("ml32m")]
    public void All_movies_of_ML_32M_are_read_with_their_oddities()
    {
        using var raw = RawFiles.OfMl32M();
        raw.With("movies.csv", File.ReadAllBytes(Path.Combine(RealData.Path("ml32m"), "movies.csv")));
        var items = raw.Read(RawFiles.Ml32M, maxBadRows: 0).Items;
        var titles = Enumerable.Range(0, items.Count).Select(item => items[item].Title).ToList();
        Assert.Equal(87_585, items.Count);
        Assert.Equal(7080, Enumerable.Range(0, items.Count).Count(item => items[item].Categories.Count == 0));
        Assert.Equal(34_175, Enumerable.Range(0, items.Count).Count(item => items[item].Categories.Contains("Drama")));
        Assert.Equal(26, titles.Count(static title => title.Contains('"', StringComparison.Ordinal)));
        Assert.Equal(617, titles.Count(static title => !System.Text.RegularExpressions.Regex.IsMatch(title, @"\(\d{4}\)$")));
        Assert.Equal(198, titles.CountBy(static title => title).Count(static pair => pair.Value > 1));
    }
}
