namespace Itdr.Evaluation;

/// <summary>What ROUGE says of one text.</summary>
/// <param name="Precision">The share of the prediction that matches, 0 and up.</param>
/// <param name="Recall">The share of the reference that is matched, 0 and up.</param>
/// <param name="F">Their harmonic mean; the score.</param>
public readonly record struct RougeScore(double Precision, double Recall, double F)
{
    /// <summary>As rouge_score computes it.</summary>
    internal static RougeScore Of(int matches, int predicted, int expected)
    {
        var precision = matches / (double)Math.Max(1, predicted);
        var recall = matches / (double)Math.Max(1, expected);
        return new RougeScore(precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    /// <summary>As pltrdy/rouge computes it, whose F is a little too low so that nothing is divided by 0.</summary>
    internal static RougeScore OfPltrdy(int matches, int predicted, int expected)
    {
        const double Guard = 1e-8;
        var precision = predicted == 0 ? 0 : matches / (double)predicted;
        var recall = expected == 0 ? 0 : matches / (double)expected;
        return new RougeScore(precision, recall, 2 * (precision * recall / (precision + recall + Guard)));
    }
}
