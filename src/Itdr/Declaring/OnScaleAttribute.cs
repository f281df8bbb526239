namespace Itdr;

/// <summary>Marks a numeric slot of an answer as a point of the task's <see cref="RatingScale"/>, which gives its bounds, step and text.</summary>
/// <param name="property">The <see cref="RatingScale"/> property of the task, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class OnScaleAttribute(string property) : Attribute
{
    /// <summary>The <see cref="RatingScale"/> property of the task.</summary>
    public string Property { get; } = property;
}
