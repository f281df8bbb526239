using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Which types can be values of templates and of JSON.</summary>
internal static class ValueTypes
{
    /// <summary>Whether a type is one of the numeric types of the language.</summary>
    public static bool IsNumber(ITypeSymbol type) => type.SpecialType is
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    /// <summary>Whether templates write a type without a fragment.</summary>
    public static bool HasText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || IsNumber(type) || ClosedSetTable.IsClosed(type) || DateFormats.ShapeOf(type) is not null || ListKindOf(type, out _) != ListKind.None;

    /// <summary>Whether a numeric type has a fraction.</summary>
    public static bool HasFraction(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    /// <summary>Whether a type is a list: <c>IReadOnlyList&lt;T&gt;</c>, an array or an <c>ImmutableArray&lt;T&gt;</c>.</summary>
    public static ListKind ListKindOf(ITypeSymbol type, out ITypeSymbol? element)
    {
        element = null;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            element = array.ElementType;
            return ListKind.Array;
        }

        if (type is not INamedTypeSymbol { TypeArguments.Length: 1 } named)
        {
            return ListKind.None;
        }

        var kind = named.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IReadOnlyList_T ? ListKind.ReadOnlyList
            : named.Name == "ImmutableArray" && named.IsIn("System.Collections.Immutable") ? ListKind.ImmutableArray
            : ListKind.None;
        element = kind == ListKind.None ? null : named.TypeArguments[0];
        return kind;
    }

    /// <summary>Whether a list's entries may be null, which no text can show.</summary>
    public static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The fragments that a type declares itself; empty for a type without <c>[Fragment]</c>.</summary>
    public static List<AttributeData> OwnFragments(ITypeSymbol type) =>
        [.. type.GetAttributes().Where(attribute => attribute.Is("FragmentAttribute"))];
}

/// <summary>The kinds of lists.</summary>
internal enum ListKind
{
    None,
    ReadOnlyList,
    Array,
    ImmutableArray,
}
