namespace Itdr.Inference;

/// <summary>Draws a token from logits among those that are not banned.</summary>
internal sealed class TokenSampler(SamplingOptions options)
{
    private readonly SeededRandom random = new((ulong)options.Seed);

    /// <summary>Draws a token; of equals the one with the lowest number comes first.</summary>
    /// <param name="logits">The logits of all tokens.</param>
    /// <param name="banned">The tokens that may not be drawn.</param>
    /// <returns>The token and its log-probability among those allowed, or -1 if all are banned.</returns>
    public (int Token, double LogProbability) Draw(ReadOnlySpan<float> logits, ReadOnlySpan<bool> banned)
    {
        var best = -1;
        for (var token = 0; token < logits.Length; token++)
        {
            if (!banned[token] && (best < 0 || logits[token] > logits[best]))
            {
                best = token;
            }
        }

        if (best < 0)
        {
            return (-1, 0);
        }

        double sum = 0;
        for (var token = 0; token < logits.Length; token++)
        {
            sum += banned[token] ? 0 : Math.Exp(logits[token] - logits[best]);
        }

        var drawn = options.Temperature == 0 ? best : DrawWarm(logits, banned, logits[best]);
        return (drawn, logits[drawn] - logits[best] - Math.Log(sum));
    }

    private int DrawWarm(ReadOnlySpan<float> logits, ReadOnlySpan<bool> banned, double highest)
    {
        var tokens = new List<int>(logits.Length);
        var weights = new List<double>(logits.Length);
        for (var token = 0; token < logits.Length; token++)
        {
            var weight = banned[token] ? 0 : Math.Exp((logits[token] - highest) / options.Temperature);
            if (weight > 0)
            {
                tokens.Add(token);
                weights.Add(-weight);
            }
        }

        var order = tokens.ToArray();
        var negative = weights.ToArray();
        var total = -negative.Sum();
        if (options.TopP < 1)
        {
            Array.Sort(negative, order);
        }

        return Take(order, negative, total);
    }

    private int Take(int[] tokens, double[] negative, double total)
    {
        double kept = 0;
        var count = 0;
        while (count < tokens.Length && (count == 0 || kept < options.TopP * total))
        {
            kept -= negative[count++];
        }

        var left = random.NextUnit() * kept;
        for (var index = 0; index < count - 1; index++)
        {
            left += negative[index];
            if (left < 0)
            {
                return tokens[index];
            }
        }

        return tokens[count - 1];
    }
}
