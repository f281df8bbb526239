namespace Itdr.Evaluation.Tests;

public class BootstrapTests
{
    [Fact]
    public void The_interval_of_a_share_is_about_that_of_the_normal_distribution()
    {
        var rows = Rows(new Accuracy(), Enumerable.Range(0, 400).Select(static index => index % 4 == 0 ? 1.0 : 0.0));
        var error = 1.96 * Math.Sqrt(0.25 * 0.75 / 400);

        var interval = Bootstrap.Interval(rows, new BootstrapOptions { Resamples = 4000 });

        Assert.Equal(0.25 - error, interval.Low, 0.006);
        Assert.Equal(0.25 + error, interval.High, 0.006);
    }

    [Fact]
    public void Intervals_hold_the_true_value_about_as_often_as_they_say()
    {
        var held = 0;
        for (ulong trial = 0; trial < 300; trial++)
        {
            var random = new SeededRandom(trial);
            var rows = Rows(new Accuracy(), Enumerable.Range(0, 100).Select(_ => random.Index(10) < 3 ? 1.0 : 0.0));
            held += Bootstrap.Interval(rows, new BootstrapOptions { Resamples = 300, Seed = trial }).Excludes(0.3) ? 0 : 1;
        }

        Assert.InRange(held / 300.0, 0.90, 0.98);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_seed_another_one()
    {
        var random = new SeededRandom(4);
        var rows = Rows(new MeanAbsoluteError(), Enumerable.Range(0, 50).Select(_ => random.Index(1000) / 1000.0));

        Assert.Equal(Bootstrap.Interval(rows), Bootstrap.Interval(rows));
        Assert.NotEqual(Bootstrap.Interval(rows), Bootstrap.Interval(rows, new BootstrapOptions { Seed = 43 }));
    }

    [Fact]
    public void The_metric_is_taken_of_each_drawing_as_a_whole()
    {
        // Were roots taken of single squared errors, the interval would lie around their mean of 1 and not around √5.
        var rows = Rows(new RootMeanSquaredError(), Enumerable.Range(0, 1000).Select(static index => index % 5 == 0 ? 25.0 : 0.0));

        var interval = Bootstrap.Interval(rows);

        Assert.InRange(Math.Sqrt(5), interval.Low, interval.High);
        Assert.False(interval.Excludes(Math.Sqrt(5)));
        Assert.True(interval.Excludes(1));
    }

    [Fact]
    public void The_interval_of_a_corpus_BLEU_holds_it()
    {
        var metric = new CorpusBleu(2, BleuConvention.NltkMethod0);
        var rows = new ScoreRows(metric);
        var texts = new TextPair();
        var row = new double[metric.Width];
        for (var index = 0; index < 40; index++)
        {
            texts.Load($"one two three w{index % 3}", $"one two four w{index % 5}");
            metric.Measure(texts, row);
            rows.Add(row);
        }

        var interval = Bootstrap.Interval(rows);

        Assert.InRange(rows.Score(), interval.Low, interval.High);
        Assert.True(interval.Low < interval.High);
    }

    [Fact]
    public void No_instance_has_no_interval_and_one_instance_a_point()
    {
        Assert.True(double.IsNaN(Bootstrap.Interval(new ScoreRows(new Accuracy())).Low));
        Assert.Equal(new ConfidenceInterval(1, 1, 0.95), Bootstrap.Interval(Rows(new Accuracy(), [1.0])));
    }

    [Fact]
    public void Equal_runs_differ_by_nothing_with_a_p_value_of_1()
    {
        var rows = Rows(new Accuracy(), [1.0, 0, 1, 1, 0]);

        Assert.Equal(new PairedDifference(0, new ConfidenceInterval(0, 0, 0.95), 1), Bootstrap.Compare(rows, rows));
    }

    [Fact]
    public void A_clear_difference_is_found_and_a_run_of_luck_is_not()
    {
        var better = Rows(new Accuracy(), Enumerable.Range(0, 200).Select(static index => index % 10 < 7 ? 1.0 : 0.0));
        var worse = Rows(new Accuracy(), Enumerable.Range(0, 200).Select(static index => index % 10 < 4 ? 1.0 : 0.0));
        var lucky = Rows(new Accuracy(), Enumerable.Range(0, 200).Select(static index => index % 10 < 4 || index is 7 or 8 ? 1.0 : 0.0));

        var clear = Bootstrap.Compare(better, worse);

        Assert.Equal(0.3, clear.Difference, 12);
        Assert.True(clear.PValue < 0.002);
        Assert.True(clear.Interval.Excludes(0));
        Assert.True(Bootstrap.Compare(lucky, worse).PValue > 0.05);
    }

    [Fact]
    public void A_true_null_hypothesis_is_rejected_about_as_often_as_the_level_says()
    {
        var rejected = 0;
        for (ulong trial = 0; trial < 300; trial++)
        {
            var random = new SeededRandom(trial);
            var first = Rows(new Accuracy(), Enumerable.Range(0, 100).Select(_ => (double)random.Index(2)));
            var second = Rows(new Accuracy(), Enumerable.Range(0, 100).Select(_ => (double)random.Index(2)));
            rejected += Bootstrap.Compare(first, second, new BootstrapOptions { Resamples = 300, Seed = trial }).PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange(rejected / 300.0, 0.015, 0.095);
    }

    [Fact]
    public void Runs_that_cannot_be_paired_are_refused()
    {
        var rows = Rows(new Accuracy(), [1.0, 0]);

        Assert.Contains("2 and 1 instances", Assert.Throws<ArgumentException>(() => Bootstrap.Compare(rows, Rows(new Accuracy(), [1.0]))).Message);
        Assert.Contains("measured differently", Assert.Throws<ArgumentException>(() => Bootstrap.Compare(rows, Rows(new Accuracy(LabelNormalization.Folded), [1.0, 0]))).Message);
    }

    [Fact]
    public void A_row_of_the_wrong_width_is_refused() => Assert.Throws<ArgumentException>(() => new ScoreRows(new Accuracy()).Add([1, 2]));

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapOptions { Resamples = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapOptions { Confidence = 1 });
    }

    private static ScoreRows Rows(Metric metric, IEnumerable<double> values)
    {
        var rows = new ScoreRows(metric);
        foreach (var value in values)
        {
            rows.Add([value]);
        }

        return rows;
    }
}
