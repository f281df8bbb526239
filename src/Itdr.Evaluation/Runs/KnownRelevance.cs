namespace Itdr.Evaluation;

/// <summary>
/// How much each candidate matters. A known ranking lists the candidates by falling relevance, so its first item has
/// the highest relevance of the instance, and so on; a known choice is the one with the highest. What a known answer
/// does not list must not matter, or it could not be told from the others.
/// </summary>
internal static class KnownRelevance
{
    /// <summary>The relevance of all candidates, highest first.</summary>
    /// <exception cref="UnmeasurableException">The instance says too little to tell the candidates' relevance.</exception>
    public static double[] All(AnswerSlot slot, AnswerJson known, IReadOnlyList<double> ofCandidates)
    {
        if (ofCandidates.Count == 0)
        {
            throw new UnmeasurableException($"it has no \"relevance\", by which {slot.Name} is measured");
        }

        double[] falling = [.. ofCandidates.OrderDescending()];
        var listed = known.Items(slot).Count;
        return falling.Skip(listed).All(static relevance => relevance == 0)
            ? falling
            : throw new UnmeasurableException($"{slot.Name} of its answer lists {listed} candidates, but \"relevance\" is above 0 for more");
    }

    /// <summary>The relevance of the items that a known answer lists.</summary>
    public static Dictionary<string, double> ByItem(IReadOnlyList<string> known, double[] falling)
    {
        var byItem = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var place = 0; place < known.Count; place++)
        {
            byItem.Add(known[place], falling[place]);
        }

        return byItem;
    }
}
