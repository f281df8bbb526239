namespace Itdr.Evaluation.Tests;

public class RankingGoldenTests
{
    private static readonly RankingMetric[] Metrics =
    [
        .. new[] { 1, 3, 5, 10 }.SelectMany(static depth => new RankingMetric[]
        {
            new Ndcg(depth, $"ndcg@{depth}"), new Precision(depth, name: $"precision@{depth}"), new Recall(depth, $"recall@{depth}"),
        }),
        new ReciprocalRank(),
        new AveragePrecision(),
    ];

    [Fact]
    public void Ranking_metrics_equal_scikit_learn()
    {
        var compared = 0;
        foreach (var (row, index) in GoldenFile.Read("rankings.jsonl").Select(static (row, index) => (row, index)))
        {
            var gains = row.Numbers("gains");
            var relevance = gains.OrderBy(static gain => gain).ToArray();
            foreach (var metric in Metrics.Where(metric => row.TryGetProperty(metric.Name, out _)))
            {
                GoldenFile.AssertEqual(row.GetProperty(metric.Name).GetDouble(), metric.Score(gains, relevance), $"{metric.Name} of list {index + 1}");
                compared++;
            }
        }

        Assert.True(compared > 10_000);
    }
}
