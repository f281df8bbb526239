namespace Itdr.Evaluation;

/// <summary>BLEU from counts as sacrebleu computes it with <c>exp</c> smoothing, divided by 100.</summary>
internal static class SacreBleu
{
    /// <param name="counts">The counts.</param>
    /// <param name="effectiveOrder">Whether orders that the prediction is too short for are left out, as for single sentences.</param>
    public static double Score(BleuCounts counts, bool effectiveOrder)
    {
        var logarithms = 0.0;
        var order = 0;
        var matched = false;
        var without = 0;
        while (order < counts.Order && counts.Total(order + 1) > 0)
        {
            order++;
            var matches = counts.Matches(order);
            matched |= matches > 0;
            without += matches == 0 ? 1 : 0;
            logarithms += Math.Log(matches > 0 ? matches / counts.Total(order) : 1 / (Math.Pow(2, without) * counts.Total(order)));
        }

        if (!matched || (order < counts.Order && !effectiveOrder))
        {
            return 0;
        }

        return BrevityPenalty(counts) * Math.Exp(logarithms / order);
    }

    private static double BrevityPenalty(BleuCounts counts) =>
        counts.Predicted < counts.Expected ? Math.Exp(1 - (counts.Expected / counts.Predicted)) : 1;
}
