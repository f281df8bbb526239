using System.Text.Json;
using DuckDB.NET.Data;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Exporting;

/// <summary>An export that a test made, read back by what its trainer's own rules say and without the code that wrote it.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private ExportFolder()
    {
    }

    public ExportReport Report { get; private set; } = null!;

    public string this[string path] => folder[$"out/{path}"];

    public IReadOnlyList<string> Files => folder.Entries("out");

    public static ExportFolder Of(string dataset, string format, Func<ExportOptions, ExportOptions>? change = null)
    {
        var export = new ExportFolder();
        var options = new ExportOptions { Dataset = dataset, Output = export.folder["out"], Format = format, Subtasks = new SubtaskSet(SubtaskCatalog.All) };
        export.Report = DatasetExporter.Export(change?.Invoke(options) ?? options);
        return export;
    }

    /// <summary>The user's turns and labels of a split, as the trainer would have them.</summary>
    public List<(string Turn, string Label)> Rows(Split split, string format) => format switch
    {
        "alpaca" => [.. Array(split).Select(Alpaca)],
        "sharegpt" => [.. Array(split).Select(static record => Conversation(record.GetProperty("conversations"), "from", "value", "human", "gpt"))],
        "openai" or "axolotl" => [.. Lines(split).Select(static record => Conversation(record.GetProperty("messages"), "role", "content", "user", "assistant"))],
        "prompt-completion" => [.. Lines(split).Select(PromptCompletion)],
        "parquet" => Parquet(split),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public void Dispose() => folder.Dispose();

    /// <summary>LLaMA-Factory joins the parts that are not empty by a line break.</summary>
    private static (string, string) Alpaca(JsonElement record)
    {
        Assert.Equal(["instruction", "input", "output"], record.EnumerateObject().Select(static field => field.Name));
        return Joined(record.GetProperty("instruction").GetString()!, record.GetProperty("input").GetString()!, record.GetProperty("output").GetString()!);
    }

    private static (string, string) Joined(string instruction, string input, string output)
    {
        Assert.NotEmpty(instruction);
        return (string.Join('\n', new[] { instruction, input }.Where(static part => part.Length > 0)), output);
    }

    private static (string, string) Conversation(JsonElement messages, string role, string content, string user, string assistant)
    {
        Assert.Equal([user, assistant], messages.EnumerateArray().Select(message => message.GetProperty(role).GetString()));
        Assert.All(messages.EnumerateArray(), message => Assert.Equal([role, content], message.EnumerateObject().Select(static field => field.Name)));
        return (messages[0].GetProperty(content).GetString()!, messages[1].GetProperty(content).GetString()!);
    }

    private static (string, string) PromptCompletion(JsonElement record)
    {
        Assert.Equal(["prompt", "completion"], record.EnumerateObject().Select(static field => field.Name));
        var (prompt, completion) = (record.GetProperty("prompt"), record.GetProperty("completion"));
        Assert.Equal((1, 1), (prompt.GetArrayLength(), completion.GetArrayLength()));
        Assert.Equal(("user", "assistant"), (prompt[0].GetProperty("role").GetString(), completion[0].GetProperty("role").GetString()));
        return (prompt[0].GetProperty("content").GetString()!, completion[0].GetProperty("content").GetString()!);
    }

    private List<JsonElement> Array(Split split) =>
        [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(this[$"itdr_{split.Name()}.json"])).EnumerateArray()];

    private List<JsonElement> Lines(Split split) =>
        [.. File.ReadLines(this[$"itdr_{split.Name()}.jsonl"]).Select(static line => JsonSerializer.Deserialize<JsonElement>(line))];

    private List<(string, string)> Parquet(Split split)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The path is the test's own.
        command.CommandText = $"select instruction, input, output from read_parquet('{this[$"itdr_{split.Name()}.parquet"]}', file_row_number = true) order by file_row_number";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
        {
            rows.Add(Joined(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return rows;
    }
}
