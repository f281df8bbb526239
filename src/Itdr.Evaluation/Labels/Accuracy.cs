namespace Itdr.Evaluation;

/// <summary>Accuracy: 1 where the normalised labels are equal character by character, else 0.</summary>
/// <param name="normalization">What is made alike before comparing; null for <see cref="LabelNormalization.Exact"/>.</param>
/// <param name="name">The name by which it was asked for.</param>
public sealed class Accuracy(LabelNormalization? normalization = null, string name = "accuracy") : LabelMetric(name)
{
    /// <summary>What is made alike before comparing.</summary>
    public LabelNormalization Normalization { get; } = normalization ?? LabelNormalization.Exact;

    /// <inheritdoc/>
    public override string Signature => $"accuracy|norm:{Normalization.Name}|unread:0|{DefinitionVersion}";

    /// <inheritdoc/>
    public override double Score(string predicted, string expected) =>
        string.Equals(Normalization.Apply(predicted), Normalization.Apply(expected), StringComparison.Ordinal) ? 1 : 0;
}
