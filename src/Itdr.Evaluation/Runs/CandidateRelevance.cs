using Itdr.Instances;

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

        var texts = CandidateList.TextsOf(slot, answers);
        if (texts.Count != relevance.Count)
        {
            throw new UnmeasurableException($"\"relevance\" has {relevance.Count} numbers for the {texts.Count} candidates of {slot.Name}");
        }

        return Enumerable.Range(0, texts.Count).ToDictionary(index => texts[index], index => relevance[index], StringComparer.Ordinal);
    }
}
