using System.IO.Compression;
using Itdr.Instances;
using Itdr.Subtasks;

namespace Itdr.Datasets.Tests.Building;

/// <summary>What holds of all cells of the sources whose files are read once into a table on disk, on invented files.</summary>
public class RecordSourceTests
{
    public static TheoryData<string> Sources => ["amazon-reviews-2023", "amazon-books", "yelp", "steam"];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_cell_has_instances_and_check_finds_nothing(string source)
    {
        using var raw = BuiltFolder.Invent(source, users: 120);
        using var built = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true });
        Assert.Equal(CellCatalog.All.Where(cell => cell.Name.Source == source).Select(static cell => cell.Name), built.Report.Cells.Select(static cell => cell.Cell));
        Assert.All(built.Report.Cells, static cell => Assert.True(cell.Instances > 0, $"{cell.Cell} has no instance."));
        var report = DatasetChecker.Check(new CheckOptions { Dataset = built.Path, Subtasks = new SubtaskSet(SubtaskCatalog.All) });
        Assert.Empty(report.Results.SelectMany(static result => result.Examples).Select(static finding => finding.ToString()));
        Assert.Equal(
            built.Report.Cells.Where(static cell => cell.Cell.Subtask is "interest-recognition" or "target-users").Sum(static cell => cell.Instances),
            report.Unlabelled);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void One_thread_and_two_give_the_same_bytes(string source)
    {
        using var raw = BuiltFolder.Invent(source, users: 60);
        using var one = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true, Threads = 1, Limit = 20 });
        using var two = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true, Threads = 2, Limit = 20 });
        Assert.Equal(one.Files(), two.Files());
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Shuffled_lines_give_the_same_instances(string source)
    {
        using var raw = BuiltFolder.Invent(source, users: 60);
        using var built = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true, Limit = 20 });
        foreach (var file in Directory.EnumerateFiles(raw["raw"], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Shuffle(file);
        }

        using var shuffled = BuiltFolder.Of(source, raw["raw"], static options => options with { Extra = true, Limit = 20 });
        Assert.Equal(Instances(built), Instances(shuffled));
    }

    [Fact]
    public void Negatives_of_the_same_category_share_one_with_a_positive()
    {
        using var raw = BuiltFolder.Invent("amazon-reviews-2023", users: 120);
        using var built = BuiltFolder.Of("amazon-reviews-2023", raw["raw"], static options => options with { Cells = [CellName.Parse("top-k/amazon-reviews-2023")], Negatives = NegativeSampling.SameCategory });
        Assert.True(Assert.Single(built.Report.Cells).Instances > 0);
        Assert.Contains("Negatives (same-category)", File.ReadAllText(Path.Combine(built.Path, "README.md")), StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Instances(BuiltFolder built)
    {
        var files = built.Files();
        return new(files.Where(static file => file.Key.StartsWith("instances/", StringComparison.Ordinal) || file.Key.StartsWith("evidence/", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>Shuffles the records of a file, a header staying where it is; no invented record of these sources spans lines.</summary>
    private static void Shuffle(string file)
    {
        var isPacked = file.EndsWith(".gz", StringComparison.Ordinal);
        List<string> lines;
        using (var text = new StreamReader(isPacked ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress) : File.OpenRead(file)))
        {
            lines = [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }

        var header = file.EndsWith(".csv", StringComparison.Ordinal) ? 1 : 0;
        var rows = lines[header..].ToArray();
        new Random(7).Shuffle(rows);
        using var output = new StreamWriter(isPacked ? new GZipStream(File.Create(file), CompressionLevel.Fastest) : File.Create(file)) { NewLine = "\n" };
        foreach (var line in lines[..header].Concat(rows))
        {
            output.WriteLine(line);
        }
    }
}
