using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Itdr.Generators.Parsing;

/// <summary>Which declarations generated code can add to.</summary>
internal static class DeclarationRules
{
    /// <summary>The names of the members that are generated into a subtask.</summary>
    public static readonly string[] GeneratedNames =
        ["Descriptor", "WritePrompt", "WriteAnswer", "Parse", "ParseJson", "Constrain", "WriteJson", "ReadJson", "ToPrompt", "ToLabel", "ParseAnswer", "ReadAnswer", "Slots", "Layouts", "ClosedSets"];

    /// <summary>The names that no property of an answer can have: its slots are fields of a generated class.</summary>
    public static readonly string[] AnswerNames = ["Slots"];

    /// <summary>Whether a subtask or an answer is declared in a way that generated code can add to; reports it if not.</summary>
    public static bool IsSupported(INamedTypeSymbol type, ParseScope scope)
    {
        var reason = Refusal(type);
        if (reason is not null)
        {
            scope.Problems.Add(Descriptors.UnsupportedDeclaration, Place.Of(type), $"'{type.Name}' {reason}");
        }

        var sound = reason is null;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!IsPartial(current))
            {
                scope.Problems.Add(Descriptors.NotPartial, Place.Of(current), current.Name);
                sound = false;
            }
        }

        return sound;
    }

    /// <summary>Where a record is declared.</summary>
    public static HierarchyModel Hierarchy(INamedTypeSymbol type)
    {
        var containing = new List<TypeModel>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containing.Insert(0, Head(outer));
        }

        var space = type.ContainingNamespace;
        return new HierarchyModel(
            space is null or { IsGlobalNamespace: true } ? "" : space.Code(),
            containing.ToEquatableArray(),
            Head(type),
            IsPublic(type));
    }

    /// <summary>The head of a type's declaration.</summary>
    public static TypeModel Head(INamedTypeSymbol type) => new(
        (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        },
        SymbolNames.Identifier(type.Name));

    /// <summary>Whether other assemblies see a type.</summary>
    public static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));

    private static string? Refusal(INamedTypeSymbol type)
    {
        if (!type.IsRecord)
        {
            return "must be a record";
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            var refusal = current switch
            {
                { IsFileLocal: true } => "is visible in its file only, where generated code cannot reach it",
                { TypeParameters.Length: > 0 } => "is generic or stands in a generic type, and has then no one wording",
                { DeclaredAccessibility: not (Accessibility.Public or Accessibility.Internal) } => "must be public or internal, with all types around it",
                _ => null,
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return type switch
        {
            { IsValueType: true } => null,
            { BaseType.SpecialType: not SpecialType.System_Object } => "inherits from another record, whose properties generated code does not know",
            { IsSealed: false } => "must be sealed, because what inherits from it could add properties",
            _ => null,
        };
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Any(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
