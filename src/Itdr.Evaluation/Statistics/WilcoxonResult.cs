namespace Itdr.Evaluation;

/// <summary>What the Wilcoxon signed-rank test says.</summary>
/// <param name="Statistic">The smaller of the two sums of ranks.</param>
/// <param name="PValue">The two-sided p-value, 0 to 1.</param>
/// <param name="Count">How many differences were not 0.</param>
/// <param name="IsExact">Whether the p-value is exact, or by the normal approximation.</param>
public readonly record struct WilcoxonResult(double Statistic, double PValue, int Count, bool IsExact);
