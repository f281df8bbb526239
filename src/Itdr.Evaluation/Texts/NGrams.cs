namespace Itdr.Evaluation;

/// <summary>
/// The n-grams of two token lists, one order after the other: each n-gram is numbered by the number of its first
/// n − 1 tokens and its last token, so no n-gram is ever spelt out and equal numbers mean equal n-grams.
/// </summary>
internal sealed class NGrams
{
    private readonly GramTable table = new();
    private int[] prediction = [];
    private int[] reference = [];
    private int[] tally = [];
    private TokenizedPair? pair;
    private int order;
    private int different;

    /// <summary>How many n-grams the predicted text has.</summary>
    public int Predicted => Count(pair!.Prediction);

    /// <summary>How many n-grams the reference has.</summary>
    public int Expected => Count(pair!.Reference);

    /// <summary>Starts with single tokens.</summary>
    public void Start(TokenizedPair tokens)
    {
        pair = tokens;
        order = 1;
        different = tokens.Vocabulary;
        Copy(tokens.Prediction.All, ref prediction);
        Copy(tokens.Reference.All, ref reference);
    }

    /// <summary>Goes on to n-grams that are one token longer.</summary>
    public void Extend()
    {
        order++;
        table.Clear(Predicted + Expected);
        Extend(pair!.Prediction.All, prediction);
        Extend(pair!.Reference.All, reference);
        different = table.Count;
    }

    /// <summary>Goes on to n-grams of a length.</summary>
    public void Start(TokenizedPair tokens, int length)
    {
        Start(tokens);
        while (order < length)
        {
            Extend();
        }
    }

    /// <summary>How many n-grams of the prediction stand in the reference, each at most as often as there.</summary>
    public int Matches()
    {
        var left = ClearTally();
        foreach (var gram in reference.AsSpan(0, Expected))
        {
            left[gram]++;
        }

        var matches = 0;
        foreach (var gram in prediction.AsSpan(0, Predicted))
        {
            if (left[gram] > 0)
            {
                left[gram]--;
                matches++;
            }
        }

        return matches;
    }

    /// <summary>How many different n-grams the prediction, the reference and both have.</summary>
    public (int Predicted, int Expected, int Both) Different()
    {
        var seen = ClearTally();
        var predicted = 0;
        foreach (var gram in prediction.AsSpan(0, Predicted))
        {
            predicted += seen[gram] == 0 ? 1 : 0;
            seen[gram] |= 1;
        }

        var expected = 0;
        var both = 0;
        foreach (var gram in reference.AsSpan(0, Expected))
        {
            expected += seen[gram] < 2 ? 1 : 0;
            both += seen[gram] == 1 ? 1 : 0;
            seen[gram] |= 2;
        }

        return (predicted, expected, both);
    }

    private static void Copy(ReadOnlySpan<int> tokens, ref int[] grams)
    {
        if (grams.Length < tokens.Length)
        {
            grams = new int[Math.Max(tokens.Length, grams.Length * 2)];
        }

        tokens.CopyTo(grams);
    }

    private int Count(TokenList tokens) => Math.Max(0, tokens.All.Length - order + 1);

    private void Extend(ReadOnlySpan<int> tokens, int[] grams)
    {
        for (var start = 0; start + order <= tokens.Length; start++)
        {
            grams[start] = table.Intern(grams[start], tokens[start + order - 1]);
        }
    }

    private Span<int> ClearTally()
    {
        if (tally.Length < different)
        {
            tally = new int[Math.Max(different, tally.Length * 2)];
        }

        var cleared = tally.AsSpan(0, different);
        cleared.Clear();
        return cleared;
    }
}
