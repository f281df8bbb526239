using Itdr.Datasets.Tests.Sources;
using Itdr.Instances;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Building;

/// <summary>What stands beside the instances.</summary>
public class DescribedFolderTests
{
    [Fact]
    public void The_manifest_holds_for_every_file_and_tells_options_sources_and_counts()
    {
        using var raw = RawFiles.OfMl1M("1::1::5::1000000100\n2::2::3::1000000200\n1::9::3::1000000200\n");
        using var built = BuiltFolder.Of(RawFiles.Ml1M, raw.Path, static options => options with { MaxBadRows = 1, Split = new SplitRatio(1, 0, 0), Seed = 7 });
        var manifest = DatasetManifest.Load(built.Path);
        Assert.Empty(manifest.Verify(built.Path));
        Assert.Equal((7, 6250, "1:0:0", "default"), ((int)manifest.Seed, manifest.Options.Limit, manifest.Options.Split, manifest.Options.Negatives));
        var ratings = manifest.Sources[0].Files.Single(static file => file.Name == "ratings.dat");
        Assert.Equal((3, 1L, 60L), ((int)ratings.Rows, ratings.Refused["unknown item"], ratings.Size));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(raw.Path, "ratings.dat")))), ratings.Sha256);
        var cell = Assert.Single(manifest.Cells);
        Assert.Equal(("20", 2L, 2L), (cell.Settings["items"], cell.Eligible, cell.Instances["train"]));
    }

    [Fact]
    public void Statistics_have_a_row_for_each_cell_and_split_that_has_instances()
    {
        using var raw = RawFiles.OfMl1M();
        using var built = BuiltFolder.Of(RawFiles.Ml1M, raw.Path, static options => options with { Split = new SplitRatio(0, 0, 1) });
        var lines = built.Files()["statistics.csv"].Split('\n');
        Assert.Equal("subtask,source,split,instances,mean_prompt_characters,mean_label_characters", lines[0]);
        Assert.StartsWith("user-attributes,movielens-1m,test,2,", lines[1], StringComparison.Ordinal);
        Assert.Equal(["", lines[0], lines[1]], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_card_begins_with_front_matter_that_names_only_files_that_are_there()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml1M);
        using var built = BuiltFolder.Of(RawFiles.Ml1M, raw["raw"], static options => options with { Extra = true });
        var files = built.Files();
        var card = files["README.md"];
        var paths = card.Split('\n').Where(static line => line.StartsWith("    path: ", StringComparison.Ordinal)).Select(static line => line["    path: ".Length..]).ToList();
        Assert.StartsWith("---\n", card, StringComparison.Ordinal);
        Assert.Equal(files.Keys.Where(static path => path.StartsWith("instances/", StringComparison.Ordinal)), paths.Order(StringComparer.Ordinal));
        Assert.Contains("no redistribution without permission", card, StringComparison.Ordinal);
        Assert.Contains("min-rating 4", card, StringComparison.Ordinal);
    }

    [RealDataFact("ml1m")]
    public void The_four_cells_of_the_local_half_of_ML_1M_come_out_whole()
    {
        using var built = BuiltFolder.Of(RawFiles.Ml1M, RealData.Path("ml1m"), static options => options with { Extra = true });
        Assert.Equal([2999, 2999, 2966, 2999], built.Report.Cells.Select(static cell => cell.Eligible));
        Assert.All(built.Report.Cells, static cell => Assert.Equal(cell.Eligible, cell.Instances + cell.RefusedInstances + cell.SamePrompt));
        Assert.Empty(DatasetManifest.Load(built.Path).Verify(built.Path));
    }
}
