namespace Itdr.Evaluation;

/// <summary>
/// A way to measure predictions. Each instance contributes a row of <see cref="Width"/> numbers; the score is what
/// <see cref="Finish"/> makes of the sums of the rows. So a mean, a root of a mean and a corpus BLEU are all resampled
/// in the same way by the bootstrap.
/// </summary>
public abstract class Metric
{
    /// <summary>The version of the definitions; it rises when any signature's meaning changes.</summary>
    protected const string DefinitionVersion = "v:1";

    private protected Metric(string name) => Name = name;

    /// <summary>The name by which the metric was asked for, such as <c>ndcg@10</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Everything that the score depends on, as <c>key:value</c> joined by <c>|</c>. Scores may be compared only where
    /// the signatures are equal.
    /// </summary>
    public abstract string Signature { get; }

    /// <summary>Whether a higher score is better; false for errors.</summary>
    public virtual bool HigherIsBetter => true;

    /// <summary>
    /// What an answer that cannot be read contributes when all rows are scored: true if it scores as the worst answer,
    /// false if it is left out and only counted.
    /// </summary>
    public virtual bool ScoresUnread => true;

    /// <summary>How many numbers an instance contributes.</summary>
    public virtual int Width => 1;

    /// <summary>The score from the sums of the instances' rows.</summary>
    /// <param name="sums">The sums, <see cref="Width"/> of them.</param>
    /// <param name="count">The number of instances.</param>
    /// <returns>The score; NaN for no instance.</returns>
    public virtual double Finish(ReadOnlySpan<double> sums, int count) => count == 0 ? double.NaN : sums[0] / count;

    /// <summary>The signature of this metric, for people who read a debugger or a log.</summary>
    public override string ToString() => Signature;
}
