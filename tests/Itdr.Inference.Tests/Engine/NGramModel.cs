namespace Itdr.Inference.Tests.Engine;

/// <summary>
/// A language model of tokens: trigrams, bigrams and unigrams of a text, mixed with the tokens of the history, so that
/// every token of the history counts in what follows.
/// </summary>
internal sealed class NGramModel
{
    private readonly int vocabulary;
    private readonly double[] unigrams;
    private readonly Dictionary<int, Dictionary<int, int>> bigrams = [];
    private readonly Dictionary<(int, int), Dictionary<int, int>> trigrams = [];

    public NGramModel(int vocabulary, IReadOnlyList<int> text)
    {
        this.vocabulary = vocabulary;
        unigrams = new double[vocabulary];
        for (var index = 0; index < text.Count; index++)
        {
            unigrams[text[index]] += 1.0 / text.Count;
            if (index > 0)
            {
                Count(bigrams, text[index - 1], text[index]);
            }

            if (index > 1)
            {
                Count(trigrams, (text[index - 2], text[index - 1]), text[index]);
            }
        }
    }

    /// <summary>Logits of what follows a history; they are no probabilities, only their differences mean something.</summary>
    public float[] Logits(ReadOnlySpan<int> history)
    {
        var probabilities = new double[vocabulary];
        for (var token = 0; token < vocabulary; token++)
        {
            probabilities[token] = (0.1 / vocabulary) + (0.2 * unigrams[token]);
        }

        if (history.Length > 0)
        {
            Mix(probabilities, bigrams.GetValueOrDefault(history[^1]), 0.25);
        }

        if (history.Length > 1)
        {
            Mix(probabilities, trigrams.GetValueOrDefault((history[^2], history[^1])), 0.3);
        }

        double weights = 0;
        for (var index = 0; index < history.Length; index++)
        {
            weights += Weight(index);
        }

        for (var index = 0; index < history.Length; index++)
        {
            probabilities[history[index]] += 0.15 * Weight(index) / weights;
        }

        return [.. probabilities.Select(probability => (float)(Math.Log(probability) + 3.5))];
    }

    private static double Weight(int position) => 1 + (position * 7 % 5);

    private static void Mix(double[] probabilities, Dictionary<int, int>? counts, double weight)
    {
        if (counts is null)
        {
            return;
        }

        var total = counts.Values.Sum();
        foreach (var (token, count) in counts)
        {
            probabilities[token] += weight * count / total;
        }
    }

    private static void Count<T>(Dictionary<T, Dictionary<int, int>> counts, T history, int token)
        where T : notnull
    {
        if (!counts.TryGetValue(history, out var following))
        {
            counts.Add(history, following = []);
        }

        following[token] = following.GetValueOrDefault(token) + 1;
    }
}
