namespace Itdr.Evaluation;

/// <summary>
/// ROUGE-L as pltrdy/rouge 1.0.1 has it: the words of the longest common subsequences of each sentence of the
/// reference with each of the prediction, as one set over all sentences. It is much closer to ROUGE-1 than a plain
/// ROUGE-L is. A text without a sentence, which the original refuses, scores 0.
/// </summary>
/// <param name="counting">What is counted.</param>
/// <param name="name">The name by which it was asked for.</param>
public sealed class PltrdyRougeL(PltrdyCounting counting = PltrdyCounting.Exclusive, string name = "rouge-l") : RougeMetric(name)
{
    /// <inheritdoc/>
    public override string Signature => SignatureOf("rouge-l", PltrdyRougeN.ConventionOf(counting), Tokenizer.FullStops);

    /// <inheritdoc/>
    public override RougeScore Compare(TextPair texts)
    {
        var tokens = texts.Tokens(Tokenizer.FullStops);
        if (counting == PltrdyCounting.All)
        {
            return RougeScore.OfPltrdy(CountAll(texts.Subsequence, tokens), tokens.Prediction.All.Length, tokens.Reference.All.Length);
        }

        texts.NGrams.Start(tokens);
        var (predicted, expected, _) = texts.NGrams.Different();
        return RougeScore.OfPltrdy(CountUnion(texts, tokens), predicted, expected);
    }

    private static int CountAll(CommonSubsequence subsequence, TokenizedPair tokens)
    {
        var sum = 0;
        for (var index = 0; index < tokens.Reference.Sentences; index++)
        {
            for (var other = 0; other < tokens.Prediction.Sentences; other++)
            {
                sum += subsequence.Length(tokens.Reference.Sentence(index), tokens.Prediction.Sentence(other), tokens.Vocabulary);
            }
        }

        return sum;
    }

    private static int CountUnion(TextPair texts, TokenizedPair tokens)
    {
        var words = texts.VocabularyMarks.Cleared(tokens.Vocabulary);
        for (var index = 0; index < tokens.Reference.Sentences; index++)
        {
            var sentence = tokens.Reference.Sentence(index);
            var marks = texts.ReferenceMarks.Cleared(sentence.Length);
            for (var other = 0; other < tokens.Prediction.Sentences; other++)
            {
                var predicted = tokens.Prediction.Sentence(other);
                texts.Subsequence.Trace(sentence, predicted, tokens.Vocabulary, marks, texts.PredictionMarks.Cleared(predicted.Length));
            }

            for (var place = 0; place < sentence.Length; place++)
            {
                words[sentence[place]] |= marks[place];
            }
        }

        return words.Count(true);
    }
}
