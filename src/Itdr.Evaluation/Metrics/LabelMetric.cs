namespace Itdr.Evaluation;

/// <summary>A measure of one predicted label against the true one. An answer that cannot be read scores 0.</summary>
public abstract class LabelMetric : Metric
{
    private protected LabelMetric(string name)
        : base(name)
    {
    }

    /// <summary>The score of one prediction.</summary>
    /// <param name="predicted">The predicted label.</param>
    /// <param name="expected">The true label.</param>
    /// <returns>0 to 1.</returns>
    public abstract double Score(string predicted, string expected);
}
