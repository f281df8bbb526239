using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>
/// Finds the fields that tell kinds of tasks apart: those that are the same in at least ten tasks on average, or in
/// all of them.
/// </summary>
internal sealed class TaskShapeTally
{
    private const int LeastRepeats = 10;
    private const int MostUnsettled = 1000;

    private readonly Dictionary<string, HashSet<string>> valuesByField = new(StringComparer.Ordinal);
    private int tasks;

    public void Add(JsonElement task)
    {
        tasks++;
        foreach (var field in task.EnumerateObject())
        {
            if (!valuesByField.TryGetValue(field.Name, out var values))
            {
                valuesByField.Add(field.Name, values = new HashSet<string>(StringComparer.Ordinal));
            }

            // A field with this many values is no kind, however many more tasks there are; memory stays bounded.
            if (values.Count <= Math.Max(1, tasks / LeastRepeats) + MostUnsettled)
            {
                values.Add(field.Value.GetRawText());
            }
        }
    }

    public TaskShape ToShape(SubtaskDescriptor descriptor)
    {
        var sources = TaskShape.SourcesOf(descriptor);
        var candidates = descriptor.Slots.Where(static slot => slot.Kind is AnswerSlotKind.Choice or AnswerSlotKind.Ranking).Select(TaskShape.SourceField);
        var context = valuesByField.Where(field => (field.Value.Count == 1 && tasks > 1) || field.Value.Count * LeastRepeats <= tasks).Select(static field => field.Key).Except(candidates);
        return new TaskShape(context.OfType<string>().ToHashSet(StringComparer.Ordinal), sources);
    }
}
