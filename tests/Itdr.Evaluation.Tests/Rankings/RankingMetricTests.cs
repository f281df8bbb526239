namespace Itdr.Evaluation.Tests;

public class RankingMetricTests
{
    [Fact]
    public void NDCG_of_a_short_list_gains_nothing_for_what_is_missing()
    {
        // DCG = 1 + 1/log2(3); the ideal of three relevant ones adds 1/log2(4) = 1/2.
        var expected = (1 + (1 / Math.Log2(3))) / (1 + (1 / Math.Log2(3)) + 0.5);

        Assert.Equal(expected, new Ndcg(10).Score([1, 1], [1, 1, 1, 0]), 15);
    }

    [Fact]
    public void The_ideal_of_NDCG_holds_no_more_places_than_k() => Assert.Equal(1, new Ndcg(2).Score([1, 1, 0], [1, 1, 1]), 15);

    [Fact]
    public void NDCG_takes_graded_relevance_as_it_is()
    {
        var expected = (1 + (3 / Math.Log2(3))) / (3 + (1 / Math.Log2(3)));

        Assert.Equal(expected, new Ndcg(5).Score([1, 3], [3, 1]), 15);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(9, 1)]
    public void Hit_looks_at_the_first_k_places(int depth, double expected) => Assert.Equal(expected, new Hit(depth).Score([0, 2, 0], [0, 0, 2]));

    [Fact]
    public void Precision_divides_by_k_or_by_what_was_returned()
    {
        double[] gains = [1, 0, 1];
        double[] relevance = [1, 1, 1, 0, 0];

        Assert.Equal(2 / 5.0, new Precision(5).Score(gains, relevance));
        Assert.Equal(2 / 3.0, new Precision(5, PrecisionDivisor.Returned).Score(gains, relevance));
        Assert.Equal(1 / 2.0, new Precision(2, PrecisionDivisor.Returned).Score(gains, relevance));
    }

    [Fact]
    public void MAP_at_k_divides_by_the_relevant_ones_or_by_k_whichever_is_fewer()
    {
        double[] relevance = [1, 1, 1, 0, 0];

        // Hits at places 1 and 3: (1/1 + 2/3).
        Assert.Equal((1 + (2 / 3.0)) / 3, new AveragePrecision(5).Score([1, 0, 1, 0, 0], relevance), 15);
        Assert.Equal(1 / 2.0, new AveragePrecision(2).Score([1, 0, 1, 0, 0], relevance), 15);
    }

    [Fact]
    public void MRR_at_k_is_0_where_the_first_relevant_item_stands_deeper()
    {
        Assert.Equal(1 / 3.0, new ReciprocalRank().Score([0, 0, 1, 1], [1, 1, 0, 0]), 15);
        Assert.Equal(0, new ReciprocalRank(2).Score([0, 0, 1, 1], [1, 1, 0, 0]));
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void An_empty_list_and_a_task_without_a_relevant_candidate_score_0(RankingMetric metric)
    {
        Assert.Equal(0, metric.Score([], [1, 0]));
        Assert.Equal(0, metric.Score([0, 0], [0, 0]));
        Assert.Equal(0, metric.Score([], []));
        Assert.Equal(0, metric.Chance([0, 0], 2));
        Assert.Equal(0, metric.Chance([1, 0], 0));
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Relevance_that_is_no_number_or_below_0_is_refused(RankingMetric metric)
    {
        foreach (var value in new[] { double.NaN, double.PositiveInfinity, -1 })
        {
            Assert.Equal("gains", Assert.Throws<ArgumentException>(() => metric.Score([value], [1])).ParamName);
            Assert.Equal("relevance", Assert.Throws<ArgumentException>(() => metric.Score([1], [value])).ParamName);
            Assert.Equal("relevance", Assert.Throws<ArgumentException>(() => metric.Chance([value], 1)).ParamName);
        }
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void The_chance_level_is_the_mean_over_all_orders(RankingMetric metric)
    {
        double[][] tasks = [[1], [1, 0], [0, 1, 0, 1], [1, 1, 0, 0, 0, 1], [3, 0, 1, 0.5, 0], [1, 1, 1]];
        foreach (var relevance in tasks)
        {
            for (var places = 1; places <= relevance.Length; places++)
            {
                var mean = Orders([.. relevance]).Average(order => metric.Score([.. order.Take(places)], relevance));
                Assert.Equal(mean, metric.Chance(relevance, places), 12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void The_chance_level_of_the_papers_ten_candidates_is_what_shuffling_gives(RankingMetric metric)
    {
        double[] relevance = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0];
        var random = new SeededRandom(1);
        var order = relevance.ToArray();
        const int Trials = 20_000;
        var sum = 0.0;
        for (var trial = 0; trial < Trials; trial++)
        {
            random.Shuffle(order.AsSpan());
            sum += metric.Score(order, relevance);
        }

        Assert.Equal(sum / Trials, metric.Chance(relevance, 10), 0.015);
    }

    [Fact]
    public void The_chance_levels_of_the_papers_lists_are_those_of_the_reference()
    {
        double[] relevance = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0];

        Assert.Equal(0.7705, new Ndcg(10).Chance(relevance, 10), 0.00005);
        Assert.Equal(0.5, new Hit(1).Chance(relevance, 10), 15);
        Assert.Equal(0.5, new Precision(5).Chance(relevance, 10), 15);
        Assert.Equal(0.2, new Hit(1).Chance([0, 0, 1, 0, 0], 1), 15);
    }

    [Fact]
    public void A_repeated_or_foreign_item_keeps_its_place_and_gains_nothing()
    {
        var gains = new double[4];

        RankedGains.Write([1, 1, RankedGains.OffList, 0], [2, 1, 0], gains);

        Assert.Equal([1, 0, 0, 2], gains);
    }

    [Fact]
    public void A_candidate_that_there_is_not_is_refused() =>
        Assert.Contains("Place 2 names candidate 3", Assert.Throws<ArgumentException>(() => RankedGains.Write([0, 3], [1, 0, 0], new double[2])).Message);

    [Fact]
    public void Equal_scores_keep_the_candidates_order_and_NaN_comes_last() =>
        Assert.Equal([3, 0, 2, 5, 1, 4], RankedGains.Order([1, double.NaN, 1, 7, double.NaN, -1]));

    [Fact]
    public void Depth_0_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Ndcg(0));

    public static TheoryData<RankingMetric> Metrics() =>
    [
        new Ndcg(), new Ndcg(1), new Ndcg(3), new Ndcg(10), new Hit(1), new Hit(2), new Hit(20), new Precision(1), new Precision(5),
        new Precision(5, PrecisionDivisor.Returned), new Recall(1), new Recall(3), new ReciprocalRank(), new ReciprocalRank(2),
        new AveragePrecision(), new AveragePrecision(2), new AveragePrecision(20),
    ];

    private static IEnumerable<IReadOnlyList<double>> Orders(List<double> items)
    {
        if (items.Count == 0)
        {
            yield return [];
        }

        for (var index = 0; index < items.Count; index++)
        {
            List<double> rest = [.. items];
            rest.RemoveAt(index);
            foreach (var order in Orders(rest))
            {
                yield return [items[index], .. order];
            }
        }
    }
}
