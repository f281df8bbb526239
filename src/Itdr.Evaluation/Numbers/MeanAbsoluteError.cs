namespace Itdr.Evaluation;

/// <summary>
/// MAE: the mean absolute error over all pairs, in the unit of the numbers, 0 and up. Equal to scikit-learn's
/// <c>mean_absolute_error</c>.
/// </summary>
/// <param name="name">The name by which it was asked for.</param>
public sealed class MeanAbsoluteError(string name = "mae") : NumberMetric(name)
{
    /// <inheritdoc/>
    public override string Signature => $"mae|unread:left-out|{DefinitionVersion}";

    private protected override double Error(double predicted, double expected) => Math.Abs(predicted - expected);
}
