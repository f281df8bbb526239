using Itdr.Datasets.Tests.Sources;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Building;

/// <summary>Every cell of a source, from invented files: it comes out, check finds nothing, and nothing but the data decides its bytes.</summary>
public class SourceCellTests
{
    private static readonly Dictionary<string, string[]> Shuffled = new()
    {
        ["microlens"] = ["MicroLens-100k_pairs.csv", "tags_to_summary.csv", "MicroLens-100k_title_en.csv"],
        ["pixelrec"] = ["Interaction/Pixel200K.csv"],
        ["mind"] = ["MINDsmall_train/behaviors.tsv", "MINDsmall_train/news.tsv", "MINDsmall_dev/behaviors.tsv"],
        ["lastfm-1k"] = ["userid-timestamp-artid-artname-traid-traname.tsv"],
        ["lastfm-360k"] = ["usersha1-artmbid-artname-plays.tsv", "usersha1-profile.tsv"],
    };

    [Theory]
    [InlineData("anime-2023")]
    [InlineData("bookcrossing")]
    [InlineData("lastfm-1k")]
    [InlineData("lastfm-360k")]
    [InlineData("microlens")]
    [InlineData("mind")]
    [InlineData("pixelrec")]
    [InlineData(RawFiles.Ml32M)]
    public void Every_cell_is_made_and_check_finds_nothing(string source)
    {
        using var raw = BuiltFolder.Invent(source, users: 120);
        using var built = BuiltFolder.Of(source, raw["raw"], static options => options with { Threads = 1 });
        var names = CellCatalog.All.Where(cell => cell.Name.Source == source && !cell.IsExtra).Select(static cell => cell.Name).ToList();
        Assert.Equal(names, built.Report.Cells.Select(static cell => cell.Cell));
        Assert.All(built.Report.Cells, static cell => Assert.True(cell.Instances >= 20, $"{cell.Cell} has {cell.Instances} instances."));
        var report = DatasetChecker.Check(new CheckOptions { Dataset = built.Path, Subtasks = new SubtaskSet(SubtaskCatalog.All) });
        Assert.All(report.Results, static result => Assert.Empty(result.Examples));
        var unlabelled = Instances(built, "target-users", source) + Instances(built, "interest-recognition", source);
        Assert.Equal(unlabelled, report.Unlabelled);
        Assert.Equal(unlabelled > 0, built.Files()["README.md"].Contains("come from a teacher model alone", StringComparison.Ordinal));

        using var again = BuiltFolder.Of(source, raw["raw"], static options => options with { Threads = 2 });
        Assert.Equal(built.Files(), again.Files());
    }

    [Theory]
    [InlineData("lastfm-1k")]
    [InlineData("lastfm-360k")]
    [InlineData("microlens")]
    [InlineData("mind")]
    [InlineData("pixelrec")]
    public void Shuffled_lines_give_the_same_instances(string source)
    {
        using var raw = BuiltFolder.Invent(source, users: 80);
        using var first = BuiltFolder.Of(source, raw["raw"], static options => options with { Limit = 50 });
        foreach (var file in Shuffled[source])
        {
            Shuffle(raw[$"raw/{file}"], hasHeader: source == "pixelrec" || file.EndsWith("pairs.csv", StringComparison.Ordinal));
        }

        using var second = BuiltFolder.Of(source, raw["raw"], static options => options with { Limit = 50 });
        Assert.Equal(first.Files(without: DatasetManifest.FileName), second.Files(without: DatasetManifest.FileName));
        Assert.NotEqual(first.Files()[DatasetManifest.FileName], second.Files()[DatasetManifest.FileName]);
    }

    [RealDataFact("bookcrossing/derived_csv_DimSalm")]
    public void The_local_copy_of_BookCrossing_with_commas_fills_its_cells()
    {
        using var built = BuiltFolder.Of("bookcrossing", RealData.Path("bookcrossing/derived_csv_DimSalm"), static options => options with { MaxBadRows = 0, Limit = 1000 });
        Assert.All(built.Report.Cells, static cell => Assert.Equal(1000, cell.Eligible));
        Assert.Empty(DatasetManifest.Load(built.Path).Verify(built.Path));
    }

    [RealDataFact("bookcrossing")]
    public void The_local_files_of_BookCrossing_in_their_own_form_are_read_exactly()
    {
        using var raw = new RawFiles();
        foreach (var name in new[] { "BX-Book-Ratings.csv", "BX-Users.csv", "BX-Books.csv" })
        {
            raw.With(name, File.ReadAllBytes(Path.Combine(RealData.Path("bookcrossing"), name)));
        }

        var tables = raw.Read("bookcrossing", maxBadRows: 0);
        Assert.Equal([999L, 278_858L, 40_267L], tables.Audits.Select(static audit => audit.Rows));
        Assert.Equal(1695, tables.Sample.Users.Sum(static user => user.Interactions.Length));
        Assert.DoesNotContain(tables.Titles.Values, static title => title.Contains('\u00C3', StringComparison.Ordinal));
    }

    private static long Instances(BuiltFolder built, string subtask, string source) =>
        built.Report.Cells.Where(cell => cell.Cell == new CellName(subtask, source)).Sum(static cell => cell.Instances);

    private static void Shuffle(string path, bool hasHeader)
    {
        var lines = File.ReadAllLines(path);
        new Random(1).Shuffle(lines.AsSpan(hasHeader ? 1 : 0));
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }
}
