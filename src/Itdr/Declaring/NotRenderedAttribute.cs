namespace Itdr;

/// <summary>Marks a property that no template names on purpose: it travels with the data and is not read by the model.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class NotRenderedAttribute : Attribute;
