using System.Text.Json;

namespace Itdr.Subtasks.Tests.RealTexts;

/// <summary>Reads the files of this folder; README.md has their form.</summary>
internal sealed class RealTextTable
{
    private const string Tildes = "~~~~~";

    private readonly string subtask;
    private readonly string file;
    private readonly string[] lines;
    private readonly List<RealText> texts = [];
    private int next;

    private RealTextTable(string path)
    {
        subtask = Path.GetFileNameWithoutExtension(path);
        file = Path.GetFileName(path);
        lines = File.ReadAllLines(path);
    }

    /// <summary>All texts of all files.</summary>
    public static IReadOnlyList<RealText> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "RealTexts"), "*.md")
            .Where(path => Path.GetFileName(path) != "README.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => new RealTextTable(path).Read()),
    ];

    /// <summary>The text with a name.</summary>
    /// <param name="subtask">The id of the subtask.</param>
    /// <param name="heading">The name of the text.</param>
    public static RealText Find(string subtask, string heading) =>
        All.Single(text => text.Subtask == subtask && text.Heading == heading);

    private List<RealText> Read()
    {
        string? task = null;
        while (next < lines.Length)
        {
            var line = lines[next++];
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                task = null;
            }
            else if (line == "```json")
            {
                task = task is null ? Block("```") : throw Error("the section has a second task; begin a new section for it");
            }
            else if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                texts.Add(ReadText(line[4..], task ?? throw Error("the text stands before its section's task")));
            }
        }

        return texts;
    }

    private RealText ReadText(string heading, string task)
    {
        if (texts.Any(text => text.Heading == heading))
        {
            throw Error($"the file has two texts named \"{heading}\"; rename one");
        }

        var text = Wanted(Tildes) switch
        {
            "text" => Block(Tildes),
            "json" => JsonSerializer.Deserialize<string>(Block(Tildes))!,
            var form => throw Error($"a text is written as text or json, not as \"{form}\""),
        };
        var outcome = Wanted("");
        if (outcome.StartsWith("failure: ", StringComparison.Ordinal))
        {
            return new RealText(subtask, heading, task, text, Value: null, []);
        }

        const string Value = "value: ";
        return outcome.StartsWith(Value, StringComparison.Ordinal)
            ? new RealText(subtask, heading, task, text, outcome[Value.Length..], Kinds(Wanted("repairs: ")))
            : throw Error("a text is followed by value: or failure:");
    }

    private RepairKind[] Kinds(string names)
    {
        if (names == "none")
        {
            return [];
        }

        var kinds = names.Split(", ").Select(name =>
            Enum.TryParse<RepairKind>(name, out var kind) ? kind : throw Error($"there is no repair named \"{name}\"")).ToArray();
        return kinds.SequenceEqual(kinds.Distinct().Order()) ? kinds : throw Error("the repairs do not stand each once in the order of RepairKind");
    }

    /// <summary>What follows a prefix on the next line that is not blank.</summary>
    private string Wanted(string prefix)
    {
        while (next < lines.Length && lines[next].Length == 0)
        {
            next++;
        }

        var line = next < lines.Length ? lines[next++] : "";
        return line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..] : throw Error($"expected a line that starts with {prefix}");
    }

    private string Block(string closing)
    {
        var from = next;
        next = Array.IndexOf(lines, closing, from) + 1;
        return next > 0 ? string.Join('\n', lines[from..(next - 1)]) : throw Error($"the block that starts at line {from} never ends");
    }

    private InvalidDataException Error(string what) => new($"{file}, line {next}: {what}.");
}
