using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Finds out whether a record needs a comparison of its lists by element.</summary>
internal static class EqualityReader
{
    /// <summary>How to compare, or null if the record has no list, or its author wrote a comparison.</summary>
    public static EqualityModel? Read(INamedTypeSymbol type)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst).ToList();
        if (!fields.Any(IsList) || IsWritten(type))
        {
            return null;
        }

        return new EqualityModel(fields
            .Select(field => new EqualityMember(SymbolNames.Identifier(field.AssociatedSymbol?.Name ?? field.Name), field.Type.NullableCode(), IsList(field)) { Element = NullableElement(field.Type) })
            .ToEquatableArray());
    }

    private static bool IsList(IFieldSymbol field) => ValueTypes.ListKindOf(field.Type, out _) != ListKind.None || NullableElement(field.Type) is not null;

    /// <summary>The type of the entries of an <c>ImmutableArray&lt;T&gt;?</c>, which the compiler cannot infer; null for another type.</summary>
    private static string? NullableElement(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && ValueTypes.ListKindOf(nullable.TypeArguments[0], out var element) != ListKind.None
            ? element!.NullableCode()
            : null;

    private static bool IsWritten(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(method => !method.IsImplicitlyDeclared && method switch
        {
            { Name: "Equals", Parameters.Length: 1 } => SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type),
            { Name: "GetHashCode", Parameters.Length: 0 } => true,
            _ => false,
        });
}
