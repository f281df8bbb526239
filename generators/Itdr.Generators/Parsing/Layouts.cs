using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Reads how a list is laid out.</summary>
internal static class Layouts
{
    private static readonly string[] Styles = ["Inline", "Numbered", "Bulleted"];

    /// <summary>Whether a value of the enumeration is one of its members.</summary>
    public static bool IsStyle(int style) => style >= 0 && style < Styles.Length;

    /// <summary>The layout that <c>[List]</c> gives, or inline without one.</summary>
    public static LayoutModel Of(IEnumerable<AttributeData> attributes)
    {
        var list = attributes.Find("ListAttribute");
        return list is { ConstructorArguments.Length: 1 } && list.ConstructorArguments[0].Value is int style && IsStyle(style)
            ? new LayoutModel(Styles[style], list.Named("Separator") is string separator ? SymbolNames.WithLineFeeds(separator) : null)
            : new LayoutModel(Styles[0], null);
    }
}
