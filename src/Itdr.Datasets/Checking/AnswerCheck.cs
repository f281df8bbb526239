using System.Globalization;
using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Checking;

/// <summary>The rule that an answer agrees with the relevance of the candidates: what it prefers matters most.</summary>
internal sealed class AnswerCheck(CheckLedger ledger)
{
    /// <summary>Checks one instance.</summary>
    /// <param name="place">Where the instance stands.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="candidates">How many candidates its task has.</param>
    /// <param name="answer">Its answer as JSON, or null if it has none.</param>
    public void Check<TSubtask, TAnswer>(InstancePlace place, Instance<TSubtask, TAnswer> instance, int candidates, JsonElement? answer)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        if (candidates == 0)
        {
            return;
        }

        ledger.Try(CheckRule.Answers);
        if (instance.Relevance.Count == 0)
        {
            place.Find(ledger, CheckRule.Answers, $"The instance has {candidates} candidates and no relevance, so nothing shows which of them are negatives.");
        }
        else if (answer is { } known && Disagreement(instance, known) is { } problem)
        {
            place.Find(ledger, CheckRule.Answers, problem);
        }
    }

    private static string? Disagreement<TSubtask, TAnswer>(Instance<TSubtask, TAnswer> instance, JsonElement answer)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        OutputConstraint answers;
        try
        {
            answers = TSubtask.Constrain(instance.Task);
        }
        catch (AnswerRefusedException)
        {
            // Candidates that cannot be told apart have no label either, and that is found there.
            return null;
        }

        // Relevance is that of the first slot's candidates; a slot with other candidates has none.
        var slots = TSubtask.Descriptor.Slots.Where(static slot => slot is RankingSlot or ChoiceSlot).ToList();
        return slots
            .Where(slot => slot.Source == slots[0].Source && answer.TryGetProperty(slot.JsonName, out var value) && value.ValueKind != JsonValueKind.Null)
            .Select(slot => Disagreement(slot, Items(answer.GetProperty(slot.JsonName)), CandidateList.TextsOf(slot, answers), instance.Relevance))
            .FirstOrDefault(static problem => problem is not null);
    }

    private static string? Disagreement(AnswerSlot slot, string[] items, IReadOnlyList<string> texts, IReadOnlyList<double> relevance)
    {
        var byText = texts.Zip(relevance).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
        var place = 0;
        foreach (var best in relevance.OrderDescending().Take(items.Length))
        {
            var item = items[place++];
            if (byText[item] != best)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{slot.JsonName} has \"{item}\" of relevance {byText[item]} at place {place}, where a candidate of relevance {best} belongs.");
            }
        }

        return null;
    }

    private static string[] Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(static item => item.GetString()!)] : [value.GetString()!];
}
