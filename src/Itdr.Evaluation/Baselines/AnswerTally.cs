using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>What the training answers to one kind of task held.</summary>
internal sealed class AnswerTally
{
    private readonly Dictionary<string, SlotTally> slots = new(StringComparer.Ordinal);
    private int answers;

    public void Add(SubtaskDescriptor descriptor, JsonElement answer)
    {
        answers++;
        foreach (var slot in descriptor.Slots)
        {
            // What a ranking or a choice held says nothing of another task's candidates.
            if (slot.Kind is not (AnswerSlotKind.Ranking or AnswerSlotKind.Choice) && answer.TryGetProperty(slot.JsonName, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                if (!slots.TryGetValue(slot.Name, out var tally))
                {
                    slots.Add(slot.Name, tally = new SlotTally());
                }

                tally.Add(value);
            }
        }
    }

    /// <summary>What the answers held in a slot; empty if none had it.</summary>
    public SlotTally Of(AnswerSlot slot) => slots.GetValueOrDefault(slot.Name, SlotTally.Empty);

    /// <summary>How many answers had a slot.</summary>
    public int Count(AnswerSlot slot) => slots.TryGetValue(slot.Name, out var tally) ? tally.Count : 0;

    /// <summary>Whether at least half of the answers had a slot.</summary>
    public bool Has(AnswerSlot slot) => answers > 0 && Count(slot) * 2 >= answers;
}

/// <summary>The values of one slot in the training answers.</summary>
internal sealed class SlotTally
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<string> values = [];
    private double sum;
    private string? most;

    public static SlotTally Empty { get; } = new();

    /// <summary>How many answers had the slot.</summary>
    public int Count => values.Count;

    /// <summary>How many different values there were.</summary>
    public int Different => counts.Count;

    /// <summary>The values as JSON, in the order of the training files.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>The mean of the values, where they are numbers.</summary>
    public double Mean => sum / values.Count;

    /// <summary>The most frequent value as JSON; of several, the first in the ordinal order. Null if there is none.</summary>
    public string? Most
    {
        get
        {
            lock (counts)
            {
                return most ??= counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Key).FirstOrDefault();
            }
        }
    }

    public void Add(JsonElement value)
    {
        var text = value.GetRawText();
        counts[text] = counts.GetValueOrDefault(text) + 1;
        values.Add(text);
        sum += value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
    }
}
