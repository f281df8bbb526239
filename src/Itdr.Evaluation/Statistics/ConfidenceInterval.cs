namespace Itdr.Evaluation;

/// <summary>Where a score lies, given how few instances it was measured on.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Confidence">How often such intervals hold the true value, 0 to 1.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Confidence)
{
    /// <summary>Whether a value lies outside; false for an interval of NaN.</summary>
    /// <param name="value">The value.</param>
    public bool Excludes(double value) => value < Low || value > High;
}
