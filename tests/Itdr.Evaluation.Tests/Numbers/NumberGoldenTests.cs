namespace Itdr.Evaluation.Tests;

public class NumberGoldenTests
{
    [Fact]
    public void RMSE_and_MAE_equal_scikit_learn()
    {
        foreach (var (row, index) in GoldenFile.Read("numbers.jsonl").Select(static (row, index) => (row, index)))
        {
            foreach (var metric in new NumberMetric[] { new RootMeanSquaredError(), new MeanAbsoluteError() })
            {
                var score = metric.Score(row.Numbers("predicted"), row.Numbers("expected"));
                GoldenFile.AssertEqual(row.GetProperty(metric.Name).GetDouble(), score, $"{metric.Name} of list {index + 1}");
            }
        }
    }
}
