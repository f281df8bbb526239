using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>The fragments that <c>[assembly: Fragment&lt;T&gt;]</c> gives to types whose author is another.</summary>
internal static class ForeignFragments
{
    /// <summary>All of a compilation, in the order of its files.</summary>
    public static List<(ITypeSymbol Type, AttributeData Attribute)> Of(Compilation compilation) =>
        [.. compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { Name: "FragmentAttribute", TypeArguments.Length: 1 } type && type.IsIn("Itdr"))
            .Select(attribute => (attribute.AttributeClass!.TypeArguments[0], attribute))];
}
