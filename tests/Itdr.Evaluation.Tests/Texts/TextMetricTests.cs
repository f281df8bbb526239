using System.Text;
using CsCheck;

namespace Itdr.Evaluation.Tests;

public class TextMetricTests
{
    private static readonly Gen<string> SmallTexts = Gen.Char["ab c.\n"].Array[0, 60].Select(static characters => new string(characters));

    public static TheoryData<TextMetric> Metrics() =>
    [
        .. BleuConvention.All.SelectMany(static convention => new TextMetric[] { new Bleu(1, convention), new Bleu(2, convention), new Bleu(4, convention), new CorpusBleu(4, convention) }),
        new RougeN(1), new RougeN(2), new RougeL(), new RougeLsum(), new PltrdyRougeN(1), new PltrdyRougeN(2, PltrdyCounting.All), new PltrdyRougeL(),
    ];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void An_empty_text_scores_0_on_either_side(TextMetric metric)
    {
        Assert.Equal(0, metric.Score("", "some words here. And more."));
        Assert.Equal(0, metric.Score("some words here. And more.", ""));
        Assert.Equal(0, metric.Score("", ""));
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void White_space_alone_is_an_empty_text_but_to_pltrdy_rouge_which_makes_an_empty_word_of_it(TextMetric metric) =>
        Assert.Equal(metric is PltrdyRougeN { Order: 1 } or PltrdyRougeL ? 1 : 0, metric.Score(" \n\t", " \n\t"), 1e-7);

    [Theory]
    [MemberData(nameof(Metrics))]
    public void A_text_against_itself_scores_1(TextMetric metric) =>
        Assert.Equal(1, metric.Score("one two three. four five six\nseven eight", "one two three. four five six\nseven eight"), 1e-7);

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Scores_stay_between_0_and_1(TextMetric metric) => SmallTexts.Select(SmallTexts).Sample(
        pair => metric.Score(pair.Item1, pair.Item2) is >= 0 and <= 1 + 1e-12, iter: 2000);

    [Fact]
    public void One_word_has_a_BLEU_1_of_1_and_without_smoothing_next_to_no_BLEU_2()
    {
        Assert.Equal(1, new Bleu(1, BleuConvention.NltkMethod0).Score("word", "word"));
        Assert.InRange(new Bleu(2, BleuConvention.NltkMethod0).Score("word", "word"), 1e-155, 1e-150);
        Assert.Equal(1, new Bleu(2, BleuConvention.SacreBleu).Score("word", "word"), 12);
    }

    [Fact]
    public void Emoji_are_words_of_BLEU_and_nothing_to_rouge_score()
    {
        Assert.Equal(1, new Bleu(1, BleuConvention.NltkMethod0).Score("😀 🎬", "🎬 😀"));
        Assert.Equal(0, new RougeN(1).Score("😀 🎬", "🎬 😀"));
        Assert.Equal(1, new PltrdyRougeN(1).Score("😀 🎬", "🎬 😀"), 1e-7);
    }

    [Fact]
    public void Half_an_emoji_is_a_token_like_any_other() => Assert.Equal(1, new Bleu(1, BleuConvention.NltkMethod0).Score("a \ud83d", "a \ud83d"));

    [Fact]
    public void The_kelvin_sign_and_the_dotted_capital_I_are_lower_cased_as_Python_does() =>
        Assert.Equal(["k", "i", "stanbul", "a1"], Tokenizer.AsciiWords.Tokenize("\u212a \u0130stanbul A1"));

    [Fact]
    public void A_repeated_word_counts_no_more_often_than_the_reference_has_it()
    {
        Assert.Equal(0.25, new Bleu(1, BleuConvention.NltkMethod0).Score("the the the the", "the cat"));
        Assert.Equal(new RougeScore(0.25, 0.5, 2 * 0.25 * 0.5 / 0.75), Compare(new RougeN(1), "the the the the", "the cat"));
    }

    [Fact]
    public void Sets_of_words_count_a_repeated_word_once() =>
        Assert.Equal(1, Compare(new PltrdyRougeN(1), "the the the the", "the").Precision);

    [Fact]
    public void ROUGE_L_wants_the_order_of_words_but_not_that_they_are_next_to_each_other()
    {
        Assert.Equal(new RougeScore(2 / 3.0, 2 / 4.0, 2 * (2 / 3.0) * 0.5 / ((2 / 3.0) + 0.5)), Compare(new RougeL(), "a d b", "a b c d"));
        Assert.Equal(1 / 3.0, Compare(new RougeL(), "c b a", "a b c").Precision);
    }

    [Fact]
    public void ROUGE_Lsum_takes_the_union_over_lines_where_ROUGE_L_needs_one_order()
    {
        Assert.Equal(1, new RougeLsum().Score("c d\na b", "a b\nc d"));
        Assert.Equal(0.5, new RougeL().Score("c d\na b", "a b\nc d"));
    }

    [Fact]
    public void The_bits_give_the_length_that_the_whole_table_gives() =>
        Gen.Int[0, 5].Array[0, 300].Select(Gen.Int[0, 5].Array[0, 300]).Sample(
            pair => new CommonSubsequence().Length(pair.Item1, pair.Item2, 6) == LengthByTable(pair.Item1, pair.Item2), iter: 300);

    [Fact]
    public void A_subsequence_that_is_read_back_is_common_and_longest() =>
        Gen.Int[0, 3].Array[0, 200].Select(Gen.Int[0, 3].Array[0, 200]).Sample(
            pair =>
            {
                var inRows = new bool[pair.Item1.Length];
                var inColumns = new bool[pair.Item2.Length];
                new CommonSubsequence().Trace(pair.Item1, pair.Item2, 4, inRows, inColumns);
                var rows = pair.Item1.Where((_, index) => inRows[index]);
                var columns = pair.Item2.Where((_, index) => inColumns[index]);
                return rows.SequenceEqual(columns) && rows.Count() == LengthByTable(pair.Item1, pair.Item2);
            },
            iter: 300);

    [Fact]
    public void Reading_back_in_blocks_gives_what_reading_back_at_once_gives()
    {
        // Long enough that rows are kept in blocks: 9,000 rows × 141 words is more than the most that are kept.
        var random = new SeededRandom(5);
        var rows = Enumerable.Range(0, 9000).Select(_ => random.Index(500)).ToArray();
        var columns = Enumerable.Range(0, 9000).Select(_ => random.Index(500)).ToArray();
        var inRows = new bool[rows.Length];
        var inColumns = new bool[columns.Length];
        var subsequence = new CommonSubsequence();

        subsequence.Trace(rows, columns, 500, inRows, inColumns);

        Assert.Equal(rows.Where((_, index) => inRows[index]), columns.Where((_, index) => inColumns[index]));
        Assert.Equal(subsequence.Length(rows, columns, 500), inRows.Count(static marked => marked));
    }

    [Fact]
    public void A_loaded_pair_forgets_the_pair_before_it()
    {
        var texts = new TextPair();
        TextMetric[] metrics = [.. Metrics().OfType<object[]>().Select(static row => (TextMetric)row[0])];
        SmallTexts.Select(SmallTexts).Sample(
            pair =>
            {
                texts.Load(pair.Item1, pair.Item2);
                return metrics.All(metric => metric.Score(texts).Equals(metric.Score(pair.Item1, pair.Item2)));
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Nothing_is_allocated_once_the_buffers_are_large_enough()
    {
        var texts = new TextPair();
        TextMetric[] metrics = [new Bleu(2, BleuConvention.NltkMethod0), new RougeN(2), new RougeL(), new RougeLsum(), new PltrdyRougeL()];
        string[] both = ["one two three. four five\nsix seven", "six seven. one two\nthree five four"];
        var measure = () =>
        {
            texts.Load(both[0], both[1]);
            return metrics.Sum(metric => metric.Score(texts));
        };
        measure();
        var before = GC.GetAllocatedBytesForCurrentThread();
        texts.Load(both[0], both[1]);
        var sum = 0.0;
        foreach (var metric in metrics)
        {
            sum += metric.Score(texts);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(measure(), sum);
    }

    [Fact]
    public void Texts_of_a_megabyte_are_measured()
    {
        var random = new SeededRandom(3);
        var prediction = Words(random, 1_000_000);
        var reference = Words(random, 1_000_000);
        foreach (var metric in new TextMetric[] { new Bleu(4, BleuConvention.NltkMethod0), new Bleu(4, BleuConvention.SacreBleu), new RougeN(2), new PltrdyRougeN(2) })
        {
            Assert.InRange(metric.Score(prediction, reference), 1e-160, 1);
            Assert.Equal(1, metric.Score(prediction, prediction), 1e-7);
        }
    }

    [Fact]
    public void A_megabyte_is_compared_with_a_reference_of_usual_length_by_its_subsequences()
    {
        var random = new SeededRandom(3);
        var prediction = Words(random, 1_000_000);
        var reference = Words(random, 2_000);
        foreach (var metric in new RougeMetric[] { new RougeL(), new RougeLsum(), new PltrdyRougeL(), new PltrdyRougeL(PltrdyCounting.All) })
        {
            Assert.InRange(Compare(metric, prediction, reference).Recall, 0.1, 1e6);
            Assert.InRange(Compare(metric, reference, prediction).Precision, 0.1, 1e6);
        }
    }

    private static string Words(SeededRandom random, int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            text.Append('w').Append(random.Index(5000)).Append(random.Index(20) == 0 ? ".\n" : " ");
        }

        return text.ToString();
    }

    private static RougeScore Compare(RougeMetric metric, string prediction, string reference)
    {
        var texts = new TextPair();
        texts.Load(prediction, reference);
        return metric.Compare(texts);
    }

    private static int LengthByTable(int[] rows, int[] columns)
    {
        var table = new int[rows.Length + 1, columns.Length + 1];
        for (var row = 1; row <= rows.Length; row++)
        {
            for (var column = 1; column <= columns.Length; column++)
            {
                table[row, column] = rows[row - 1] == columns[column - 1]
                    ? table[row - 1, column - 1] + 1
                    : Math.Max(table[row - 1, column], table[row, column - 1]);
            }
        }

        return table[rows.Length, columns.Length];
    }
}
