namespace Itdr;

/// <summary>Names the metrics by which an answer, or one slot of it, is measured.</summary>
/// <param name="names">The metrics' names, such as <c>ndcg@10</c>; Itdr.Evaluation refuses a name that it does not know when it starts.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
public sealed class MetricsAttribute(params string[] names) : Attribute
{
    /// <summary>The metrics' names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
