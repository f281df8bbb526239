namespace Itdr.Evaluation;

/// <summary>
/// An error between predicted and expected numbers. An answer that cannot be read has no number: it is left out and
/// counted, never replaced.
/// </summary>
public abstract class NumberMetric : Metric
{
    private protected NumberMetric(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override bool HigherIsBetter => false;

    /// <inheritdoc/>
    public override bool ScoresUnread => false;

    /// <summary>What one prediction contributes to the sum.</summary>
    /// <param name="predicted">The predicted number.</param>
    /// <param name="expected">The true number.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite: a score over it would be neither right nor visibly wrong.</exception>
    public double Contribution(double predicted, double expected)
    {
        RequireFinite(predicted, nameof(predicted));
        RequireFinite(expected, nameof(expected));
        return Error(predicted, expected);
    }

    /// <summary>The score over all pairs.</summary>
    /// <param name="predicted">The predicted numbers.</param>
    /// <param name="expected">The true numbers, in the same order.</param>
    /// <returns>The score; NaN for no pair.</returns>
    /// <exception cref="ArgumentException">There are not as many of one as of the other, or a number is NaN or infinite.</exception>
    public double Score(ReadOnlySpan<double> predicted, ReadOnlySpan<double> expected)
    {
        if (predicted.Length != expected.Length)
        {
            throw new ArgumentException($"There are {predicted.Length} predicted numbers and {expected.Length} expected ones.", nameof(predicted));
        }

        var sum = 0.0;
        for (var index = 0; index < predicted.Length; index++)
        {
            sum += Contribution(predicted[index], expected[index]);
        }

        return Finish([sum], predicted.Length);
    }

    private protected abstract double Error(double predicted, double expected);

    private static void RequireFinite(double value, string parameter)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"{value} is not a number that an error can be taken of.", parameter);
        }
    }
}
