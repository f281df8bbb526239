using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Checking;

/// <summary>Shards, and cells whose labels a teacher has still to give: made, found sound, and broken on purpose.</summary>
public sealed class ShardAndUnlabelledCheckTests : IDisposable
{
    private const string Subtask = "target-users";
    private const string Source = "movielens-32m";

    private readonly TemporaryFolder folder = new();

    public ShardAndUnlabelledCheckTests() =>
        DatasetSynthesizer.Write(new SynthesisOptions { Source = Source, Output = folder["raw"], Users = 80 });

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_user_of_another_shard_is_found()
    {
        using var edited = Build(new BuildShard(0, 3), "top-k");
        Assert.Equal(0, edited.Check().Findings);
        edited.Manifest(static manifest => manifest with { Shard = "1/3" });
        var result = edited.Check().Results.Single(static result => result.Rule == CheckRule.Shards);
        Assert.Equal(result.Checked, result.Findings);
        Assert.EndsWith(" of movielens-32m does not belong to the shard 1/3.", result.Examples[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Instances_without_labels_are_counted_and_sound()
    {
        using var edited = Build(null, Subtask);
        var report = edited.Check();
        Assert.Equal((0L, report.Instances), (report.Findings, report.Unlabelled));
        Assert.NotEqual(0, report.Instances);
        Assert.Contains($"Built without labels, which come from a teacher model alone (`itdr label`); an instance that has none stays out of training files: {Subtask}/{Source} ({report.Instances}).", File.ReadAllText(edited["README.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_in_two_splits_is_found()
    {
        using var edited = Build(null, Subtask);
        var (train, test) = (PathOf(Split.Train), PathOf(Split.Test));
        edited.Write(test, [.. File.ReadAllLines(edited[test]), File.ReadAllLines(edited[train])[0]]);
        Assert.Equal(1, Findings(edited, CheckRule.Users));
        Assert.Equal(1, Findings(edited, CheckRule.SplitPrompts));
    }

    [Fact]
    public void A_prompt_twice_in_a_cell_without_labels_is_found()
    {
        using var edited = Build(null, Subtask);
        edited.Write(PathOf(Split.Train), [.. File.ReadAllLines(edited[PathOf(Split.Train)]), File.ReadAllLines(edited[PathOf(Split.Train)])[0]]);
        Assert.Equal((1, 1), (Findings(edited, CheckRule.Prompts), Findings(edited, CheckRule.Ids)));
    }

    [Fact]
    public void An_item_contrary_to_the_id_is_found()
    {
        using var edited = Build(null, Subtask);
        edited.Edit(PathOf(Split.Train), 1, static line => line["item"] = "another");
        Assert.Equal(1, Findings(edited, CheckRule.Ids));
    }

    [Fact]
    public void Instances_without_labels_are_not_exported()
    {
        using var edited = Build(null, Subtask);
        var report = DatasetExporter.Export(new ExportOptions { Dataset = edited.Root, Output = folder["lf"], Subtasks = new SubtaskSet(SubtaskCatalog.All) });
        Assert.Equal((0L, edited.Check().Instances), (report.Rows, report.Unlabelled));
        Assert.False(Directory.Exists(folder["lf"]));
    }

    private static string PathOf(Split split) => InstanceFolder.PathOf(new InstanceFileName(Subtask, Source, split));

    private static long Findings(EditedDataset edited, CheckRule rule) => edited.Check().Results.Single(result => result.Rule == rule).Findings;

    private EditedDataset Build(BuildShard? shard, string subtask)
    {
        DatasetBuilder.Build(new BuildOptions
        {
            Sources = [new SourceInput(Source, folder["raw"])],
            Cells = [new CellName(subtask, Source)],
            Output = folder["out"],
            Split = new SplitRatio(4, 3, 3),
            Threads = 1,
            Shard = shard,
        });
        return new EditedDataset(folder["out"]);
    }
}
