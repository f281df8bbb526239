namespace Itdr.Evaluation;

/// <summary>
/// RMSE: the root of the mean squared error over all pairs, in the unit of the numbers, 0 and up. Equal to
/// scikit-learn's <c>mean_squared_error(squared=False)</c>.
/// </summary>
/// <param name="name">The name by which it was asked for.</param>
public sealed class RootMeanSquaredError(string name = "rmse") : NumberMetric(name)
{
    /// <inheritdoc/>
    public override string Signature => $"rmse|unread:left-out|{DefinitionVersion}";

    /// <inheritdoc/>
    public override double Finish(ReadOnlySpan<double> sums, int count) => Math.Sqrt(base.Finish(sums, count));

    private protected override double Error(double predicted, double expected) => (predicted - expected) * (predicted - expected);
}
