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

    /// <summary>The texts by which the JSON of an answer names the candidates of a slot.</summary>
    /// <param name="slot">A slot that ranks or chooses.</param>
    /// <param name="answers">What an answer to the task may look like.</param>
    /// <returns>The texts, in the order of the candidates.</returns>
    /// <exception cref="ArgumentException">No part of the constraint ranks or chooses for this slot.</exception>
    public static IReadOnlyList<string> TextsOf(AnswerSlot slot, OutputConstraint answers) =>
        Find(slot, answers) ?? throw new ArgumentException($"{slot.Name} ranks or chooses nothing in this constraint.", nameof(slot));

    private static IReadOnlyList<string>? Find(AnswerSlot slot, OutputConstraint part) => part switch
    {
        RankingConstraint ranking when ranking.Slot.Name == slot.Name => ranking.Texts,
        ChoiceConstraint choice when choice.Slot.Name == slot.Name => choice.Texts,
        _ => part.Parts.Select(inner => Find(slot, inner)).FirstOrDefault(static texts => texts is not null),
    };
}
