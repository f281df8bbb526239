using System.Text.Json;
using Itdr.Datasets.Tests.Checking;
using Itdr.Instances;

namespace Itdr.Datasets.Tests.Exporting;

public sealed class FormatTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    public static TheoryData<string> Formats => [.. DatasetExporter.Formats.Select(static format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_gives_the_same_turns_and_labels_in_the_same_order(string format)
    {
        using var alpaca = ExportFolder.Of(built.ByUser, "alpaca");
        using var export = ExportFolder.Of(built.ByUser, format);
        foreach (var split in SplitNames.All)
        {
            var expected = alpaca.Rows(split, "alpaca");
            Assert.NotEmpty(expected);
            Assert.Equal(expected, export.Rows(split, format));
        }

        Assert.Equal(export.Files, export.Report.Files);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Without_instruction_every_turn_is_the_prompt_alone(string format)
    {
        using var export = ExportFolder.Of(built.ByUser, format, static options => options with { WithInstruction = false });
        Assert.All(export.Rows(Split.Test, format), static row => Assert.StartsWith("The user has ", row.Turn, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_dataset_gives_the_same_bytes(string format)
    {
        using var one = ExportFolder.Of(built.ByUser, format);
        using var two = ExportFolder.Of(built.ByUser, format);
        Assert.Equal(one.Files, two.Files);
        Assert.All(one.Files, name => Assert.Equal(File.ReadAllBytes(one[name]), File.ReadAllBytes(two[name])));
    }

    [Theory]
    [InlineData("sharegpt", "conversations", "from", "value", "human", "gpt")]
    [InlineData("openai", "messages", "role", "content", "user", "assistant")]
    public void Conversations_are_described_with_every_tag_that_LLaMA_Factory_would_take_as_absent(string format, string messages, string role, string content, string user, string assistant)
    {
        using var export = ExportFolder.Of(built.ByUser, format);
        var info = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(export["dataset_info.json"]));
        Assert.Equal(["itdr_train", "itdr_val", "itdr_test"], info.EnumerateObject().Select(static entry => entry.Name));
        Assert.All(info.EnumerateObject(), entry =>
        {
            Assert.True(File.Exists(export[entry.Value.GetProperty("file_name").GetString()!]));
            Assert.Equal("sharegpt", entry.Value.GetProperty("formatting").GetString());
            Assert.Equal(messages, entry.Value.GetProperty("columns").GetProperty("messages").GetString());
            var tags = entry.Value.GetProperty("tags");
            Assert.Equal(
                (role, content, user, assistant),
                (tags.GetProperty("role_tag").GetString(), tags.GetProperty("content_tag").GetString(), tags.GetProperty("user_tag").GetString(), tags.GetProperty("assistant_tag").GetString()));
            Assert.Equal(7, tags.EnumerateObject().Count());
        });
    }

    [Fact]
    public void Parquet_is_described_as_alpaca_and_leaves_no_database_behind()
    {
        using var export = ExportFolder.Of(built.ByUser, "parquet");
        Assert.Contains("\"file_name\": \"itdr_train.parquet\"", File.ReadAllText(export["dataset_info.json"]), StringComparison.Ordinal);
        Assert.DoesNotContain(export.Files, static file => file.Contains("spill", StringComparison.Ordinal));
    }
}
