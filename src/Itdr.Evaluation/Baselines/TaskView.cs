using System.Text;
using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>An item that stands in a task.</summary>
/// <param name="Key">The item's first text: its title.</param>
/// <param name="Number">The number beside it, such as a rating, or null.</param>
internal readonly record struct Mention(string Key, double? Number);

/// <summary>What a baseline sees of a task: by its JSON alone, so that it works for any subtask.</summary>
internal sealed class TaskView
{
    private TaskView(string context, IReadOnlyList<Mention> mentions, string? subject)
    {
        Context = context;
        Mentions = mentions;
        Subject = subject;
    }

    /// <summary>What kind of task it is: the fields of <see cref="TaskShape.Context"/>, as they stand in the JSON.</summary>
    public string Context { get; }

    /// <summary>The items in the task's lists, such as a history, without the candidates.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The one item that the task is about, which stands in no list, or null.</summary>
    public string? Subject { get; }

    public static TaskView Of(JsonElement task, TaskShape shape)
    {
        var context = new StringBuilder();
        var mentions = new List<Mention>();
        string? subject = null;
        foreach (var field in task.EnumerateObject())
        {
            if (shape.Context.Contains(field.Name))
            {
                context.Append(field.Name).Append('=').Append(field.Value.GetRawText()).Append('\n');
            }
            else if (shape.Sources.Contains(field.Name))
            {
                continue;
            }
            else if (field.Value.ValueKind == JsonValueKind.Array)
            {
                mentions.AddRange(field.Value.EnumerateArray().Select(static item => (Key: HeadText(item), Number: NumberBeside(item)))
                    .Where(static item => item.Key is not null)
                    .Select(static item => new Mention(item.Key!, item.Number)));
            }
            else
            {
                subject = HeadText(field.Value) ?? subject;
            }
        }

        return new TaskView(context.ToString(), mentions, subject);
    }

    /// <summary>The first text of a value: a string itself, or that of an object's first field which has one.</summary>
    public static string? HeadText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => value.EnumerateObject().Select(static field => HeadText(field.Value)).FirstOrDefault(static text => text is not null),
        _ => null,
    };

    private static double? NumberBeside(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Select(static field => field.Value).FirstOrDefault(static field => field.ValueKind == JsonValueKind.Number) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDouble()
            : null;
}
