using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>A number that a user gave an item in the training split.</summary>
internal readonly record struct TrainingRating(int User, string Item, double Value);

/// <summary>What the training instances of one subtask say.</summary>
/// <param name="descriptor">The subtask.</param>
/// <param name="shape">How its tasks are read.</param>
internal sealed class SubtaskEvidence(SubtaskDescriptor descriptor, TaskShape shape)
{
    private readonly Dictionary<string, AnswerTally> tallies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TrainingRating>> ratings = new(StringComparer.Ordinal);
    private readonly AnswerTally all = new();

    public SubtaskDescriptor Descriptor { get; } = descriptor;

    public TaskShape Shape { get; } = shape;

    /// <summary>The texts of the training tasks with their answers; null unless they were asked for.</summary>
    public TextIndex? Texts { get; init; }

    /// <summary>The answers to tasks of this kind; those to all tasks if the training split has none of this kind.</summary>
    public AnswerTally Answers(string context) => tallies.GetValueOrDefault(context, all);

    /// <summary>Whether any training answer has a slot.</summary>
    public bool IsAnswered(AnswerSlot slot) => all.Count(slot) > 0;

    /// <summary>The numbers that stand beside items in tasks of this kind, and the known answers about the tasks' subjects.</summary>
    public IReadOnlyList<TrainingRating> Ratings(string context) => ratings.TryGetValue(context, out var found) ? found : [];

    public void Add(TaskView task, int user, JsonElement answer)
    {
        all.Add(Descriptor, answer);
        if (!tallies.TryGetValue(task.Context, out var tally))
        {
            tallies.Add(task.Context, tally = new AnswerTally());
            ratings.Add(task.Context, []);
        }

        tally.Add(Descriptor, answer);
        AddRatings(ratings[task.Context], task, user, answer);
    }

    private void AddRatings(List<TrainingRating> list, TaskView task, int user, JsonElement answer)
    {
        list.AddRange(task.Mentions.Where(static mention => mention.Number is not null).Select(mention => new TrainingRating(user, mention.Key, mention.Number!.Value)));
        var slots = Descriptor.Slots.Where(static slot => slot.Kind == AnswerSlotKind.Number).ToList();
        if (task.Subject is { } subject && slots.Count == 1 && answer.TryGetProperty(slots[0].JsonName, out var value) && value.ValueKind == JsonValueKind.Number)
        {
            list.Add(new TrainingRating(user, subject, value.GetDouble()));
        }
    }
}
