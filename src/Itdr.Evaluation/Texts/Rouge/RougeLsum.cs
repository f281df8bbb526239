namespace Itdr.Evaluation;

/// <summary>
/// ROUGE-Lsum as rouge_score has it: texts are split at line breaks; of each line of the reference those words count
/// that stand in a longest common subsequence with some line of the prediction, and no word more often than both
/// texts hold it.
/// </summary>
/// <param name="name">The name by which it was asked for.</param>
public sealed class RougeLsum(string name = "rouge-lsum") : RougeMetric(name)
{
    /// <inheritdoc/>
    public override string Signature => SignatureOf("rouge-lsum", "rouge-score", Tokenizer.AsciiWords);

    /// <inheritdoc/>
    public override RougeScore Compare(TextPair texts)
    {
        var tokens = texts.Tokens(Tokenizer.AsciiWords);
        var matches = 0;
        var both = CountInBoth(tokens, texts.VocabularyCounts);
        for (var index = 0; index < tokens.Reference.Sentences; index++)
        {
            var line = tokens.Reference.Sentence(index);
            var union = texts.ReferenceMarks.Cleared(line.Length);
            for (var other = 0; other < tokens.Prediction.Sentences; other++)
            {
                var predicted = tokens.Prediction.Sentence(other);
                texts.Subsequence.Trace(predicted, line, tokens.Vocabulary, texts.PredictionMarks.Cleared(predicted.Length), union);
            }

            matches += Take(line, union, both);
        }

        return RougeScore.Of(matches, tokens.Prediction.All.Length, tokens.Reference.All.Length);
    }

    private static int Take(ReadOnlySpan<int> line, ReadOnlySpan<bool> union, Span<int> both)
    {
        var taken = 0;
        for (var index = 0; index < line.Length; index++)
        {
            if (union[index] && both[line[index]] > 0)
            {
                both[line[index]]--;
                taken++;
            }
        }

        return taken;
    }

    /// <summary>How often each token stands in the text that has fewer of it.</summary>
    private static Span<int> CountInBoth(TokenizedPair tokens, Scratch<int> scratch)
    {
        var vocabulary = tokens.Vocabulary;
        var counts = scratch.Cleared(vocabulary * 2);
        foreach (var token in tokens.Prediction.All)
        {
            counts[token]++;
        }

        foreach (var token in tokens.Reference.All)
        {
            counts[vocabulary + token]++;
        }

        for (var token = 0; token < vocabulary; token++)
        {
            counts[token] = Math.Min(counts[token], counts[vocabulary + token]);
        }

        return counts[..vocabulary];
    }
}
