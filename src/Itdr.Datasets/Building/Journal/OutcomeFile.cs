using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>The outcomes of a cell in a file, one a line, in the order of sampling: for a build that goes on, and for shards that are merged.</summary>
internal sealed class OutcomeFile : IDisposable
{
    private readonly FileStream stream;
    private readonly JsonLinesWriter lines;

    /// <summary>Starts a file, in place of one that may be there.</summary>
    public OutcomeFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
        lines = new JsonLinesWriter(stream);
    }

    /// <summary>The name of the file of a cell.</summary>
    public static string NameOf(CellName cell) => $"outcomes.{cell.Subtask}.{cell.Source}.jsonl";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">How messages call it.</param>
    /// <exception cref="DatasetFormatException">A line is no outcome.</exception>
    public static IEnumerable<Outcome> Read(string path, string name)
    {
        using var lines = new JsonLinesReader(File.OpenRead(path), name);
        while (lines.Read())
        {
            yield return Read(lines);
        }
    }

    /// <summary>Adds an outcome.</summary>
    public void Write(Outcome outcome)
    {
        var json = lines.Json;
        json.WriteStartObject();
        json.WriteNumber("place", outcome.Place);
        json.WriteString("subject", outcome.Subject);
        if (outcome.Refusal is { } refusal)
        {
            json.WriteString("refused", refusal);
            json.WriteString("detail", outcome.Detail);
        }

        if (outcome.Prompt is { } prompt)
        {
            json.WriteString("prompt", prompt);
        }

        if (outcome.Split is { } split)
        {
            json.WriteString("split", split.Name());
            json.WriteNumber("promptCharacters", outcome.PromptCharacters);
            json.WriteNumber("labelCharacters", outcome.LabelCharacters);
            json.WriteNumber("negativesOfOtherCategories", outcome.NegativesOfOtherCategories);
            json.WriteStartArray("negatives");
            foreach (var negative in outcome.Negatives)
            {
                json.WriteStringValue(negative);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        lines.EndLine();
    }

    /// <summary>Hands everything to the file system.</summary>
    public void Complete()
    {
        lines.Flush();
        stream.Flush();
    }

    public void Dispose()
    {
        lines.Dispose();
        stream.Dispose();
    }

    private static Outcome Read(JsonLinesReader line)
    {
        try
        {
            var fields = new JsonInput(line.Root).Fields(
                "place", "subject", "refused", "detail", "prompt", "split", "promptCharacters", "labelCharacters", "negativesOfOtherCategories", "negatives");
            var split = fields.ReadOptional("split", static value => value.Text());
            return new Outcome(fields.Read("place", static value => value.Number<int>()), fields.Read("subject", static value => value.Text()))
            {
                Refusal = fields.ReadOptional("refused", static value => value.Text()),
                Detail = fields.ReadOptional("detail", static value => value.Text()) ?? "",
                Prompt = fields.ReadOptional("prompt", static value => value.Text()),
                Split = split is null ? null : SplitNames.TryParse(split, out var known) ? known : throw line.Error($"there is no split {split}"),
                PromptCharacters = fields.ReadOptional("promptCharacters", static value => value.Number<int>()),
                LabelCharacters = fields.ReadOptional("labelCharacters", static value => value.Number<int>()),
                NegativesOfOtherCategories = fields.ReadOptional("negativesOfOtherCategories", static value => value.Number<int>()),
                Negatives = fields.ReadOptional("negatives", static value => value.Texts()) ?? [],
            };
        }
        catch (JsonException error)
        {
            throw line.Error(error.Message.TrimEnd('.'), error);
        }
    }
}
