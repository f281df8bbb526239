namespace Itdr.Evaluation;

/// <summary>How two runs over the same instances differ.</summary>
/// <param name="Difference">The first run's score less the second's.</param>
/// <param name="Interval">Where the difference lies.</param>
/// <param name="PValue">How likely a difference at least as far from 0 is if the runs are equally good, above 0 to 1.</param>
public readonly record struct PairedDifference(double Difference, ConfidenceInterval Interval, double PValue);
