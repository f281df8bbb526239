namespace Itdr.Evaluation;

/// <summary>BLEU from counts as NLTK's <c>corpus_bleu</c> computes it, with equal weights.</summary>
internal static class NltkBleu
{
    // Python's sys.float_info.min.
    private const double SmallestNormal = 2.2250738585072014e-308;

    public static double Score(BleuCounts counts, BleuSmoothing smoothing)
    {
        if (counts.Predicted == 0 || counts.Matches(1) == 0)
        {
            return 0;
        }

        var logarithms = 0.0;
        var without = 0;
        for (var order = 1; order <= counts.Order; order++)
        {
            without += counts.Matches(order) == 0 ? 1 : 0;
            var precision = Precision(counts, order, smoothing, without);

            // NLTK leaves a precision of 0 out of the mean; only method4 on one token gives one.
            logarithms += precision > 0 ? Math.Log(precision) / counts.Order : 0;
        }

        return BrevityPenalty(counts) * Math.Exp(logarithms);
    }

    private static double Precision(BleuCounts counts, int order, BleuSmoothing smoothing, int without)
    {
        var matches = counts.Matches(order);
        var total = counts.Total(order);
        if (smoothing == BleuSmoothing.NltkMethod2 && order > 1)
        {
            return (matches + 1) / (total + 1);
        }

        if (matches > 0)
        {
            return matches / total;
        }

        return smoothing switch
        {
            BleuSmoothing.NltkMethod0 => SmallestNormal,
            BleuSmoothing.NltkMethod1 => 0.1 / total,
            BleuSmoothing.NltkMethod3 => 1 / (Math.Pow(2, without) * total),
            BleuSmoothing.NltkMethod4 => Math.Log(counts.Predicted) / (Math.Pow(2, without) * 5) / total,
            _ => 0,
        };
    }

    private static double BrevityPenalty(BleuCounts counts) =>
        counts.Predicted > counts.Expected ? 1 : Math.Exp(1 - (counts.Expected / counts.Predicted));
}
