namespace Itdr;

/// <summary>Marks a slot of an answer as one of the task's candidates; what is parsed is the caller's own instance.</summary>
/// <param name="property">The list property of the task that holds the candidates, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ChosenFromAttribute(string property) : Attribute
{
    /// <summary>The list property of the task that holds the candidates.</summary>
    public string Property { get; } = property;
}
