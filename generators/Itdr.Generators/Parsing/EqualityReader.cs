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
            .Select(field => new EqualityMember(SymbolNames.Identifier(field.AssociatedSymbol?.Name ?? field.Name), field.Type.NullableCode(), IsList(field)))
            .ToEquatableArray());
    }

    private static bool IsList(IFieldSymbol field) => ValueTypes.ListKindOf(field.Type, out _) != ListKind.None;

    private static bool IsWritten(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(method => !method.IsImplicitlyDeclared && method switch
        {
            { Name: "Equals", Parameters.Length: 1 } => SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type),
            { Name: "GetHashCode", Parameters.Length: 0 } => true,
            _ => false,
        });
}
