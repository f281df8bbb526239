using System.Text.Json;

namespace Itdr.Instances;

/// <summary>Where the candidates of a task stand in its JSON.</summary>
public static class CandidateList
{
    /// <summary>The field of the task that holds its candidates.</summary>
    /// <param name="descriptor">The subtask.</param>
    /// <returns>The name of the field in JSON, or null if no slot of the answer ranks or chooses.</returns>
    public static string? JsonNameOf(SubtaskDescriptor descriptor)
    {
        var slot = descriptor.Slots.FirstOrDefault(static slot => slot is RankingSlot or ChoiceSlot);
        return slot?.Source is { } source ? JsonNamingPolicy.CamelCase.ConvertName(source) : null;
    }
}
