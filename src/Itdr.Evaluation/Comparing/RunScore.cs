namespace Itdr.Evaluation;

/// <summary>One run's score by one metric, with all that must stand beside it.</summary>
/// <param name="All">The score over all rows; NaN if none was scored.</param>
/// <param name="AllCount">How many rows that are.</param>
/// <param name="Interval">Where the score over all rows lies, by the bootstrap.</param>
/// <param name="Read">The score over the rows whose prediction was read.</param>
/// <param name="ReadCount">How many rows that are.</param>
/// <param name="Validity">What became of the predictions.</param>
public sealed record RunScore(double All, int AllCount, ConfidenceInterval Interval, double Read, int ReadCount, Validity Validity)
{
    internal static RunScore Of(MetricResult metric, Validity validity, BootstrapOptions bootstrap) => new(
        metric.All.Score, metric.All.Count, Bootstrap.Interval(metric.All.Rows, bootstrap), metric.Read.Score, metric.Read.Count, validity);
}
