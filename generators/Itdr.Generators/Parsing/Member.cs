using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>A readable property of a type, with the attributes of the positional parameter that it comes from.</summary>
internal sealed class Member
{
    private Member(IPropertySymbol property, IParameterSymbol? parameter, bool hasSetter)
    {
        HasSetter = hasSetter;
        Property = property;
        Attributes = parameter is null ? property.GetAttributes() : property.GetAttributes().AddRange(parameter.GetAttributes());
        Type = property.Type;
        IsNullable = property.NullableAnnotation == NullableAnnotation.Annotated;
        if (property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            Type = nullable.TypeArguments[0];
            IsNullable = true;
        }
    }

    public IPropertySymbol Property { get; }

    public ImmutableArray<AttributeData> Attributes { get; }

    /// <summary>The type without <c>Nullable&lt;T&gt;</c> around it.</summary>
    public ITypeSymbol Type { get; }

    public bool IsNullable { get; }

    public string Name => Property.Name;

    public string Identifier => SymbolNames.Identifier(Property.Name);

    /// <summary>Whether generated code can give the property a value in an object initialiser.</summary>
    public bool HasSetter { get; }

    /// <summary>The properties of a type that code in <paramref name="within"/> can read, those of base types last.</summary>
    public static List<Member> Of(ITypeSymbol type, ISymbol within, Compilation compilation)
    {
        var members = new List<Member>();
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (IsValue(property) && IsAccessible(compilation, property.GetMethod!, within)
                    && !members.Any(member => member.Name == property.Name))
                {
                    members.Add(new Member(property, ParameterOf(property), property.SetMethod is { } set && IsAccessible(compilation, set, within)));
                }
            }
        }

        return members;
    }

    private static bool IsAccessible(Compilation compilation, ISymbol symbol, ISymbol within) => within is INamedTypeSymbol type
        ? compilation.IsSymbolAccessibleWithin(symbol, type)
        : compilation.IsSymbolAccessibleWithin(symbol, (IAssemblySymbol)within);

    private static bool IsValue(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, GetMethod: not null, ExplicitInterfaceImplementations.IsEmpty: true }
        && property.Name != "EqualityContract";

    /// <summary>The parameter of a record's constructor that declares the property.</summary>
    private static IParameterSymbol? ParameterOf(IPropertySymbol property) =>
        property.ContainingType.IsRecord
            ? property.ContainingType.InstanceConstructors
                .SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.Name == property.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
            : null;
}
