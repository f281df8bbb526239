using System.Text.Json;
using Itdr.Datasets.Tests.Checking;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Exporting;

public sealed class DatasetExporterTests(BuiltDataset built) : IClassFixture<BuiltDataset>, IDisposable
{
    private static readonly string[] Trainings = ["train_glm-4-9b.yaml", "train_llama-3.2-3b.yaml", "train_qwen2.5-7b-instruct.yaml", "train_qwen2.5-7b.yaml"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_split_is_one_array_of_records_with_one_record_a_line()
    {
        var report = Export(built.ByUser, "lf");

        Assert.Equal(["README.md", "dataset_info.json", "itdr_test.json", "itdr_train.json", "itdr_val.json", .. Trainings], report.Files);
        Assert.Equal(report.Files, folder.Entries("lf"));
        foreach (var split in SplitNames.All)
        {
            var expected = report.Cells.Where(cell => cell.Name.Split == split).Sum(static cell => cell.Rows);
            Assert.Equal(expected, Records(split).Count);
            Assert.Equal(expected + 2, File.ReadAllLines(folder[$"lf/itdr_{split.Name()}.json"]).Length);
        }
    }

    [Fact]
    public void Dataset_info_names_every_file_and_all_three_columns()
    {
        Export(built.ByUser, "lf");

        using var info = JsonDocument.Parse(File.ReadAllText(folder["lf/dataset_info.json"]));
        Assert.Equal(["itdr_train", "itdr_val", "itdr_test"], info.RootElement.EnumerateObject().Select(static entry => entry.Name));
        Assert.All(info.RootElement.EnumerateObject(), static entry =>
        {
            Assert.Equal($"{entry.Name}.json", entry.Value.GetProperty("file_name").GetString());
            Assert.Equal(
                ["prompt=instruction", "query=input", "response=output"],
                entry.Value.GetProperty("columns").EnumerateObject().Select(static column => $"{column.Name}={column.Value.GetString()}"));
        });
    }

    [Fact]
    public void Instruction_and_input_joined_are_the_user_s_turn_and_output_is_the_label()
    {
        Export(built.ByUser, "lf");

        var expected = Rendered(built.ByUser, Split.Test);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Records(Split.Test).Select(static record => (string.Join('\n', new[] { record.Instruction, record.Input }.Where(static part => part.Length > 0)), record.Output)));
    }

    [Fact]
    public void Without_instruction_the_prompt_takes_the_required_field()
    {
        DatasetExporter.Export(Options(built.ByUser, "lf") with { WithInstruction = false });

        var records = Records(Split.Train);
        Assert.All(records, static record => Assert.Equal("", record.Input));
        Assert.All(records, static record => Assert.StartsWith("The user has ", record.Instruction, StringComparison.Ordinal));
    }

    [Fact]
    public void Instances_without_a_label_stay_out_and_are_counted()
    {
        using var edited = new EditedDataset(built.ByUser);
        edited.Edit(EditedDataset.PathOf("top-k", "train"), 1, static line => line.Remove("answer"));

        var whole = Export(built.ByUser, "whole");
        var report = Export(edited.Root, "lf");

        Assert.Equal((1, whole.Rows - 1), (report.Unlabelled, report.Rows));
    }

    [Fact]
    public void A_split_without_rows_gets_no_file()
    {
        using var edited = new EditedDataset(built.ByUser);
        foreach (var subtask in new[] { "top-k", "next-item", "rating-prediction", "user-attributes" })
        {
            edited.Write(EditedDataset.PathOf(subtask, "val"), []);
        }

        Export(edited.Root, "lf");

        Assert.Equal(["README.md", "dataset_info.json", "itdr_test.json", "itdr_train.json", .. Trainings], folder.Entries("lf"));
        Assert.DoesNotContain("itdr_val", File.ReadAllText(folder["lf/dataset_info.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_where_no_instance_has_a_label()
    {
        using var edited = new EditedDataset(built.ByUser);
        foreach (var file in InstanceFolder.Open(edited.Root).Files)
        {
            edited.Write(file.Path, []);
        }

        var report = Export(edited.Root, "lf");

        Assert.Equal(0, report.Rows);
        Assert.Empty(report.Files);
        Assert.Empty(folder.Entries());
    }

    [Fact]
    public void The_same_dataset_gives_the_same_bytes()
    {
        Export(built.ByUser, "one");
        Export(built.ByUser, "two");

        Assert.All(folder.Entries("one"), name => Assert.Equal(File.ReadAllBytes(folder[$"one/{name}"]), File.ReadAllBytes(folder[$"two/{name}"])));
    }

    [Fact]
    public void A_broken_line_stops_the_export_and_leaves_nothing()
    {
        using var edited = new EditedDataset(built.ByUser);
        var path = EditedDataset.PathOf("top-k", "test");
        edited.Edit(path, 1, static line => line["task"] = 3);

        var error = Assert.Throws<DatasetFormatException>(() => Export(edited.Root, "lf"));

        Assert.StartsWith($"{path}:1: task: expected an object, found 3", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Entries());
    }

    [Fact]
    public void A_format_that_does_not_exist_is_refused()
    {
        var error = Assert.Throws<DatasetException>(() => DatasetExporter.Export(Options(built.ByUser, "lf") with { Format = "alpaka" }));

        Assert.Equal("There is no export format \"alpaka\"; it can be alpaca, sharegpt, openai, prompt-completion, axolotl, parquet.", error.Message);
    }

    [Fact]
    public void A_cancelled_export_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => DatasetExporter.Export(Options(built.ByUser, "lf"), progress: null, cancelled.Token));
        Assert.Empty(folder.Entries());
    }

    private static List<(string Turn, string Label)> Rendered(string dataset, Split split)
    {
        var subtasks = new SubtaskSet(SubtaskCatalog.All);
        var rows = new List<(string, string)>();
        foreach (var file in InstanceFolder.Open(dataset).Files.Where(file => file.Name.Split == split))
        {
            Assert.True(subtasks.TryFind(file.Name.Subtask, out var descriptor));
            rows.AddRange(descriptor.Accept(new Rendering(file)));
        }

        return rows;
    }

    private ExportOptions Options(string dataset, string name) => new() { Dataset = dataset, Output = folder[name], Subtasks = new SubtaskSet(SubtaskCatalog.All) };

    private ExportReport Export(string dataset, string name) => DatasetExporter.Export(Options(dataset, name));

    private List<(string Instruction, string Input, string Output)> Records(Split split)
    {
        using var array = JsonDocument.Parse(File.ReadAllText(folder[$"lf/itdr_{split.Name()}.json"]));
        return [.. array.RootElement.EnumerateArray().Select(static record =>
            (record.GetProperty("instruction").GetString()!, record.GetProperty("input").GetString()!, record.GetProperty("output").GetString()!))];
    }

    private sealed class Rendering(InstanceFile file) : ISubtaskVisitor<List<(string Turn, string Label)>>
    {
        public List<(string Turn, string Label)> Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            using var reader = file.Open(descriptor);
            return [.. reader.ReadAll().Select(instance => (descriptor.UserTurn(descriptor.Prompt(instance.Task)), descriptor.Label(instance.Task, instance.Answer!)))];
        }
    }
}
