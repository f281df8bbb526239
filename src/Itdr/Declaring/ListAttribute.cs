namespace Itdr;

/// <summary>Says how a list is laid out; without it a list is <see cref="ListStyle.Inline"/>.</summary>
/// <param name="style">The layout.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ListAttribute(ListStyle style) : Attribute
{
    /// <summary>The layout.</summary>
    public ListStyle Style { get; } = style;

    /// <summary>What stands between two entries; null for the style's own: <c>", "</c> inline, a line break otherwise.</summary>
    public string? Separator { get; init; }
}
