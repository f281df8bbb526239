using System.Text.Json;

namespace Itdr.Evaluation.Tests;

public class TextGoldenTests
{
    private static readonly int[] Orders = [1, 2, 4];

    private static readonly IReadOnlyList<JsonElement> Pairs = GoldenFile.Read("texts.jsonl");

    [Fact]
    public void Sentence_BLEU_with_smoothing_0_to_4_equals_NLTK() => RequireEqual("nltk", NltkMetrics(static (order, convention) => new Bleu(order, convention)));

    [Fact]
    public void Sentence_BLEU_equals_sacrebleu() => RequireEqual("sacrebleu", [.. Orders.Select(static order => new Bleu(order, BleuConvention.SacreBleu))], 100);

    [Fact]
    public void ROUGE_equals_pltrdy_rouge_in_both_ways_of_counting() => RequireEqual(
        "pltrdy",
        [.. new[] { PltrdyCounting.Exclusive, PltrdyCounting.All }.SelectMany(static counting => new TextMetric[] { new PltrdyRougeN(1, counting), new PltrdyRougeN(2, counting), new PltrdyRougeL(counting) })]);

    [Fact]
    public void Precision_recall_and_F_of_ROUGE_equal_rouge_score()
    {
        RougeMetric[] metrics = [new RougeN(1), new RougeN(2), new RougeL(), new RougeLsum()];
        ForEachPair("rougeScore", (texts, expected, what) =>
        {
            for (var index = 0; index < metrics.Length; index++)
            {
                var score = metrics[index].Compare(texts);
                GoldenFile.AssertEqual(expected[3 * index], score.Precision, $"precision of {metrics[index].Name} {what}");
                GoldenFile.AssertEqual(expected[(3 * index) + 1], score.Recall, $"recall of {metrics[index].Name} {what}");
                GoldenFile.AssertEqual(expected[(3 * index) + 2], score.F, $"F of {metrics[index].Name} {what}");
            }
        });
    }

    [Fact]
    public void Corpus_BLEU_with_smoothing_0_to_4_equals_NLTK() => RequireEqualCorpora("nltk", NltkMetrics(static (order, convention) => new CorpusBleu(order, convention)));

    [Fact]
    public void Corpus_BLEU_equals_sacrebleu() => RequireEqualCorpora("sacrebleu", [.. Orders.Select(static order => new CorpusBleu(order, BleuConvention.SacreBleu))], 100);

    [Fact]
    public void The_13a_tokens_equal_sacrebleus()
    {
        foreach (var row in GoldenFile.Read("tokens-13a.jsonl"))
        {
            Assert.Equal(row[1].GetString(), string.Join(' ', Tokenizer.Mteval13a.Tokenize(row[0].GetString()!)));
        }
    }

    private static TextMetric[] NltkMetrics(Func<int, BleuConvention, TextMetric> make) =>
        [.. Orders.SelectMany(order => BleuConvention.All.Where(static convention => convention.Smoothing != BleuSmoothing.Exponential).Select(convention => make(order, convention)))];

    private static void ForEachPair(string reference, Action<TextPair, double[], string> check)
    {
        var texts = new TextPair();
        foreach (var (row, index) in Pairs.Select(static (row, index) => (row, index)).Where(pair => pair.row.GetProperty(reference).ValueKind != JsonValueKind.Null))
        {
            texts.Load(row.GetProperty("p").GetString()!, row.GetProperty("r").GetString()!);
            check(texts, row.Numbers(reference), $"of pair {index + 1}");
        }
    }

    private static void RequireEqual(string reference, TextMetric[] metrics, double scale = 1) => ForEachPair(reference, (texts, expected, what) =>
    {
        Assert.Equal(expected.Length, metrics.Length);
        for (var index = 0; index < metrics.Length; index++)
        {
            GoldenFile.AssertEqual(expected[index], metrics[index].Score(texts) * scale, $"{metrics[index].Signature} {what}");
        }
    });

    private static void RequireEqualCorpora(string reference, TextMetric[] metrics, double scale = 1)
    {
        foreach (var corpus in GoldenFile.Read("corpora.jsonl"))
        {
            var first = corpus.GetProperty("first").GetInt32();
            var expected = corpus.Numbers(reference);
            Assert.Equal(expected.Length, metrics.Length);
            for (var index = 0; index < metrics.Length; index++)
            {
                var score = CorpusScore(metrics[index], Pairs.Skip(first).Take(corpus.GetProperty("count").GetInt32()));
                GoldenFile.AssertEqual(expected[index], score * scale, $"{metrics[index].Signature} of the corpus at pair {first + 1}");
            }
        }
    }

    private static double CorpusScore(TextMetric metric, IEnumerable<JsonElement> pairs)
    {
        var texts = new TextPair();
        var sums = new double[metric.Width];
        var row = new double[metric.Width];
        var count = 0;
        foreach (var pair in pairs)
        {
            texts.Load(pair.GetProperty("p").GetString()!, pair.GetProperty("r").GetString()!);
            metric.Measure(texts, row);
            for (var index = 0; index < row.Length; index++)
            {
                sums[index] += row[index];
            }

            count++;
        }

        return metric.Finish(sums, count);
    }
}
