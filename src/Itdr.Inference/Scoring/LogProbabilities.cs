namespace Itdr.Inference;

/// <summary>Log-probabilities from logits.</summary>
internal static class LogProbabilities
{
    /// <summary>Whether no logit is NaN or positive infinity; a token may be impossible, negative infinity.</summary>
    public static bool AreNumbers(ReadOnlySpan<float> logits)
    {
        foreach (var logit in logits)
        {
            if (!(logit <= float.MaxValue))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The logarithm of the sum of exponentials: what is subtracted from a logit to get its log-probability.</summary>
    public static double LogSum(ReadOnlySpan<float> logits)
    {
        double highest = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            highest = Math.Max(highest, logit);
        }

        double sum = 0;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - highest);
        }

        return highest + Math.Log(sum);
    }
}
