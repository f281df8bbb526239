using System.Text;
using System.Text.Json;

namespace Itdr.Cli.Commands;

/// <summary>A task given as JSON: by itself, or within an instance.</summary>
internal static class TaskFile
{
    private const string StandardInput = "-";

    /// <summary>Reads the first JSON value of a file, so that an instance file may be given whole.</summary>
    /// <exception cref="UsageException">There is no such file, or it does not start with a JSON object.</exception>
    public static JsonDocument Read(string file, TextReader input)
    {
        var text = file == StandardInput ? input.ReadToEnd() : ReadFile(file);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
            var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new UsageException($"{NameOf(file)} is not a task: it does not start with a JSON object.");
        }
        catch (JsonException error)
        {
            throw new UsageException($"{NameOf(file)} is not JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.", error);
        }
    }

    /// <summary>The task of an instance, or the object itself.</summary>
    public static JsonElement TaskOf(JsonElement root)
    {
        try
        {
            return root.TryGetProperty("id", out _) && root.TryGetProperty("task", out var task) && task.ValueKind == JsonValueKind.Object ? task : root;
        }
        catch (InvalidOperationException)
        {
            // The name of a field is no text; whoever reads the object's fields says so.
            return root;
        }
    }

    /// <summary>The file as messages name it.</summary>
    public static string NameOf(string file) => file == StandardInput ? "standard input" : file;

    private static string ReadFile(string file)
    {
        if (Directory.Exists(file))
        {
            throw new UsageException($"{file} is a folder; --json takes a file with one task, or - for standard input.");
        }

        return File.Exists(file) ? File.ReadAllText(file) : throw new UsageException($"{file} does not exist; --json takes a file with one task, or - for standard input.");
    }
}
