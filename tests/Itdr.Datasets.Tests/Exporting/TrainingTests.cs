using System.Globalization;
using System.Text;
using Itdr.Datasets.Tests.Checking;
using Itdr.Instances;
using Microsoft.ML.Tokenizers;
using YamlDotNet.Serialization;

namespace Itdr.Datasets.Tests.Exporting;

/// <summary>The ready training configurations.</summary>
public sealed class TrainingTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    private static readonly string[] Models = ["glm-4-9b", "llama-3.2-3b", "qwen2.5-7b", "qwen2.5-7b-instruct"];

    [Theory]
    [InlineData("alpaca")]
    [InlineData("sharegpt")]
    [InlineData("openai")]
    [InlineData("parquet")]
    public void LLaMA_Factory_is_told_the_settings_of_the_paper_for_every_model(string format)
    {
        using var export = ExportFolder.Of(built.ByUser, format);
        foreach (var model in Models)
        {
            var training = Read(export[$"train_{model}.yaml"]);
            string[] names = ["stage", "finetuning_type", "dataset", "per_device_train_batch_size", "gradient_accumulation_steps", "lr_scheduler_type", "num_train_epochs", "bf16", "logging_steps", "save_steps", "lora_rank"];
            Assert.Equal(["sft", "lora", "itdr_train", "1", "8", "cosine", "2.0", "true", "100", "500", "8"], names.Select(name => training[name]));
            Assert.Equal(1e-4, double.Parse((string)training["learning_rate"], CultureInfo.InvariantCulture));
        }

        Assert.Equal(["glm4", "llama3", "qwen", "qwen"], Models.Select(model => Read(export[$"train_{model}.yaml"])["template"]));
    }

    [Fact]
    public void Axolotl_is_told_the_same_and_where_its_rows_are()
    {
        using var export = ExportFolder.Of(built.ByUser, "axolotl");
        foreach (var model in Models)
        {
            var training = Read(export[$"train_{model}.yaml"]);
            string[] names = ["adapter", "micro_batch_size", "gradient_accumulation_steps", "lr_scheduler", "num_epochs", "bf16", "lora_r", "lora_alpha", "sample_packing", "learning_rate"];
            Assert.Equal(["lora", "1", "8", "cosine", "2", "true", "8", "16", "false", "0.0001"], names.Select(name => training[name]));
            var rows = (Dictionary<object, object>)Assert.Single((List<object>)training["datasets"]);
            Assert.Equal(("itdr_train.jsonl", "json", "chat_template", "messages"), ((string)rows["path"], (string)rows["ds_type"], (string)rows["type"], (string)rows["field_messages"]));
            Assert.True(File.Exists(export[(string)rows["path"]]));
        }
    }

    [Theory]
    [InlineData("alpaca", "cutoff_len")]
    [InlineData("axolotl", "sequence_len")]
    public void The_cutoff_leaves_the_longest_row_whole(string format, string name)
    {
        using var export = ExportFolder.Of(built.ByUser, format);
        var rows = SplitNames.All.SelectMany(split => export.Rows(split, format)).ToList();
        var tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");
        var tokens = rows.Max(row => tokenizer.CountTokens(row.Turn) + tokenizer.CountTokens(row.Label));
        var bytes = rows.Max(static row => Encoding.UTF8.GetByteCount(row.Turn + row.Label));
        foreach (var model in Models)
        {
            var cutoff = int.Parse((string)Read(export[$"train_{model}.yaml"])[name], CultureInfo.InvariantCulture);
            Assert.InRange(cutoff, Math.Min(2 * tokens, bytes) + 64, Math.Min(2 * tokens, bytes) + 64 + 255);
            Assert.Contains($": {tokens} tokens of o200k_base; the one with the most bytes has {bytes}.", File.ReadAllText(export[$"train_{model}.yaml"]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_value_says_where_it_comes_from()
    {
        using var export = ExportFolder.Of(built.ByUser, "alpaca");
        var values = File.ReadLines(export["train_glm-4-9b.yaml"]).Where(static line => line.Length > 0 && line[0] != '#').ToList();
        Assert.NotEmpty(values);
        Assert.All(values, static line => Assert.Matches(@"^\w+: \S+  # .{4,}", line));
    }

    private static Dictionary<string, object> Read(string path) => new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(path));
}
