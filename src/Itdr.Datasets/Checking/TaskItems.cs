using System.Text.Json;

namespace Itdr.Datasets.Checking;

/// <summary>
/// The items of a task by the part they play, found in its JSON so that any subtask can be checked: the candidates
/// stand in the list that the answer ranks or chooses from, the history in every other list, and single items outside
/// lists are targets.
/// </summary>
internal sealed class TaskItems
{
    private readonly List<TaskItem> candidates = [];
    private readonly List<TaskItem> history = [];
    private readonly List<TaskItem> single = [];

    private TaskItems()
    {
    }

    public IReadOnlyList<TaskItem> Candidates => candidates;

    public IReadOnlyList<TaskItem> History => history;

    public IEnumerable<TaskItem> Others => history.Concat(single);

    /// <summary>What the task asks about: candidates that matter to the user, or else the single items.</summary>
    public IEnumerable<TaskItem> Targets(IReadOnlyList<double> relevance) =>
        candidates.Count == 0 ? single : candidates.Where((_, place) => place < relevance.Count && relevance[place] > 0);

    /// <summary>Candidates that do not matter to the user.</summary>
    public IEnumerable<TaskItem> Negatives(IReadOnlyList<double> relevance) =>
        candidates.Where((_, place) => place < relevance.Count && relevance[place] == 0);

    /// <summary>Finds the items of a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="candidateList">The field that holds the candidates, or null if the subtask has none.</param>
    public static TaskItems Of(JsonElement task, string? candidateList)
    {
        var items = new TaskItems();
        foreach (var property in task.EnumerateObject())
        {
            if (candidateList is not null && property.NameEquals(candidateList))
            {
                items.candidates.AddRange(property.Value.EnumerateArray().Select(static entry => Read(entry)));
            }
            else
            {
                Collect(property.Value, property.Value.ValueKind == JsonValueKind.Array ? items.history : items.single);
            }
        }

        return items;
    }

    private static void Collect(JsonElement value, List<TaskItem> found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in value.EnumerateArray())
            {
                Collect(entry, found);
            }
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if ((Text(value, "id") ?? Text(value, "title")) is not null)
        {
            found.Add(Read(value));
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            Collect(property.Value, found);
        }
    }

    private static TaskItem Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new TaskItem(Text(value, "id"), Text(value, "title")),
        JsonValueKind.String => new TaskItem(null, value.GetString(), IsText: true),
        _ => default,
    };

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
