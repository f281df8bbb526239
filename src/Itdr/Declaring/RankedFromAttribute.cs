namespace Itdr;

/// <summary>Marks a list slot of an answer as a ranking of the task's candidates; what is parsed are the caller's own instances.</summary>
/// <param name="property">The list property of the task that holds the candidates, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class RankedFromAttribute(string property) : Attribute
{
    /// <summary>The list property of the task that holds the candidates.</summary>
    public string Property { get; } = property;

    /// <summary>How many places the ranking has: the first <c>n</c>, or 0 for as many as there are candidates.</summary>
    public int Top { get; init; }
}
