namespace Itdr.Evaluation;

/// <summary>How much each candidate of an instance matters, by its text.</summary>
internal static class CandidateRelevance
{
    /// <summary>The relevance of the candidates that a slot ranks or chooses from.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="answers">What an answer to the task may look like.</param>
    /// <param name="relevance">The instance's relevance, in the order of the candidates.</param>
    /// <exception cref="UnmeasurableException">The instance has no relevance for these candidates.</exception>
    public static Dictionary<string, double> Of(AnswerSlot slot, OutputConstraint answers, IReadOnlyList<double> relevance)
    {
        if (relevance.Count == 0)
        {
            throw new UnmeasurableException($"it has no \"relevance\", by which {slot.Name} is measured");
        }

        var texts = Texts(slot, answers) ?? throw new InvalidOperationException($"{slot.Name} is no part of its own answer.");
        if (texts.Count != relevance.Count)
        {
            throw new UnmeasurableException($"\"relevance\" has {relevance.Count} numbers for the {texts.Count} candidates of {slot.Name}");
        }

        return Enumerable.Range(0, texts.Count).ToDictionary(index => texts[index], index => relevance[index], StringComparer.Ordinal);
    }

    private static IReadOnlyList<string>? Texts(AnswerSlot slot, OutputConstraint part) => part switch
    {
        RankingConstraint ranking when ranking.Slot.Name == slot.Name => ranking.Texts,
        ChoiceConstraint choice when choice.Slot.Name == slot.Name => choice.Texts,
        _ => part.Parts.Select(inner => Texts(slot, inner)).FirstOrDefault(static texts => texts is not null),
    };
}
