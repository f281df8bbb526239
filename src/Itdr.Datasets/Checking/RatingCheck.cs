using System.Text.Json;

namespace Itdr.Datasets.Checking;

/// <summary>
/// The rule that ratings stand on their scale, for subtasks whose answer is on a scale of the task: it is tried on
/// every number of the task's JSON that is called <c>rating</c>. The answer itself is no concern here, since an answer
/// off the scale is no instance.
/// </summary>
internal sealed class RatingCheck(CheckLedger ledger)
{
    /// <summary>Checks one task.</summary>
    /// <param name="place">Where the instance stands.</param>
    /// <param name="descriptor">The subtask.</param>
    /// <param name="task">The task.</param>
    public void Check(InstancePlace place, SubtaskDescriptor descriptor, JsonElement task)
    {
        var slot = descriptor.Slots.FirstOrDefault(static slot => slot is not (RankingSlot or ChoiceSlot) && slot.Source is not null);
        if (slot is not null && task.TryGetProperty(JsonNamingPolicy.CamelCase.ConvertName(slot.Source!), out var scale))
        {
            CheckWithin(place, task, Scale(scale));
        }
    }

    private static RatingScale Scale(JsonElement json) => new(
        json.GetProperty("minimum").GetDecimal(),
        json.GetProperty("maximum").GetDecimal(),
        json.GetProperty("step").GetDecimal(),
        json.GetProperty("format").GetString()!);

    private void CheckWithin(InstancePlace place, JsonElement value, RatingScale scale)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in value.EnumerateArray())
            {
                CheckWithin(place, entry, scale);
            }
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (property.NameEquals("rating") && property.Value.ValueKind == JsonValueKind.Number)
            {
                CheckRating(place, property.Value, scale);
            }
            else
            {
                CheckWithin(place, property.Value, scale);
            }
        }
    }

    private void CheckRating(InstancePlace place, JsonElement value, RatingScale scale)
    {
        ledger.Try(CheckRule.Ratings);
        if (!value.TryGetDecimal(out var rating) || !scale.Contains(rating))
        {
            place.Find(ledger, CheckRule.Ratings, $"The rating {value.GetRawText()} is no point of the task's scale, which runs from {scale.MinimumText} to {scale.MaximumText} in steps of {scale.StepText}.");
        }
    }
}
