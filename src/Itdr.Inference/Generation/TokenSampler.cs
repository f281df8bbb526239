namespace Itdr.Inference;

/// <summary>Draws the tokens of one text from logits, among those that are not banned.</summary>
internal sealed class TokenSampler(SamplingOptions options)
{
    private readonly SeededRandom random = new((ulong)options.Seed);
    private readonly Dictionary<int, int> counts = [];

    /// <summary>Says that a drawn token was added to the text, which the penalties look at.</summary>
    public void Count(int token) => counts[token] = counts.GetValueOrDefault(token) + 1;

    /// <summary>Draws a token; of equals the one with the lowest number comes first.</summary>
    /// <param name="logits">The logits of all tokens.</param>
    /// <param name="banned">The tokens that may not be drawn.</param>
    /// <returns>The token and the log-probability that the model, without penalties, gives it among those allowed; -1 if all are banned.</returns>
    public (int Token, double LogProbability) Draw(ReadOnlySpan<float> logits, ReadOnlySpan<bool> banned)
    {
        var likeliest = MostLikely(logits, banned);
        if (likeliest < 0)
        {
            return (-1, 0);
        }

        double sum = 0;
        for (var token = 0; token < logits.Length; token++)
        {
            sum += banned[token] ? 0 : Math.Exp(logits[token] - logits[likeliest]);
        }

        var penalised = Penalised(logits);
        var best = MostLikely(penalised, banned);
        var drawn = options.Temperature == 0 ? best : DrawWarm(penalised, banned, penalised[best]);
        return (drawn, logits[drawn] - logits[likeliest] - Math.Log(sum));
    }

    private static int MostLikely(ReadOnlySpan<float> logits, ReadOnlySpan<bool> banned)
    {
        var best = -1;
        for (var token = 0; token < logits.Length; token++)
        {
            if (!banned[token] && (best < 0 || logits[token] > logits[best]))
            {
                best = token;
            }
        }

        return best;
    }

    private ReadOnlySpan<float> Penalised(ReadOnlySpan<float> logits)
    {
        if (counts.Count == 0 || (options.FrequencyPenalty == 0 && options.PresencePenalty == 0))
        {
            return logits;
        }

        var penalised = logits.ToArray();
        foreach (var (token, count) in counts)
        {
            penalised[token] -= (float)((options.FrequencyPenalty * count) + options.PresencePenalty);
        }

        return penalised;
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
        if (options.TopP < 1 || options.TopK < order.Length)
        {
            Array.Sort(negative, order);
        }

        if (options.TopK < order.Length)
        {
            Array.Resize(ref negative, options.TopK.Value);
        }

        return Take(order, negative, -negative.Sum());
    }

    private int Take(int[] tokens, double[] negative, double total)
    {
        double kept = 0;
        var count = 0;
        while (count < negative.Length && (count == 0 || kept < options.TopP * total))
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
