using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Parsing;

/// <summary>Names of symbols, as generated code and messages write them, and attributes found by name.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat CodeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat NullableCodeFormat = CodeFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type as generated code names it, without the question mark of a nullable reference.</summary>
    public static string Code(this ITypeSymbol type) => type.ToDisplayString(CodeFormat);

    /// <summary>A type as generated code names it, with nullability.</summary>
    public static string NullableCode(this ITypeSymbol type) => type.ToDisplayString(NullableCodeFormat);

    /// <summary>A namespace as a declaration names it.</summary>
    public static string Code(this INamespaceSymbol space) =>
        space.ToDisplayString(CodeFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>A type as a message names it.</summary>
    public static string Shown(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>A name as an identifier: a keyword gets its <c>@</c>.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A name with a small first letter: the name of a JSON field, as <c>JsonNamingPolicy.CamelCase</c> makes it.</summary>
    public static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var index = 0; index < letters.Length && char.IsUpper(letters[index]); index++)
        {
            if (index > 0 && index + 1 < letters.Length && !char.IsUpper(letters[index + 1]))
            {
                break;
            }

            letters[index] = char.ToLowerInvariant(letters[index]);
        }

        return new string(letters);
    }

    /// <summary>The letters and digits of a text as a part of an identifier, each word with a capital: "very-terse" gives "VeryTerse".</summary>
    public static string PascalCase(string text) =>
        string.Concat(text.Split('-', '_', '.', ' ')
            .Select(word => new string([.. word.Where(char.IsLetterOrDigit)]))
            .Where(word => word.Length > 0)
            .Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>Whether an attribute is one of ours.</summary>
    public static bool Is(this AttributeData attribute, string name) =>
        attribute.AttributeClass is { IsGenericType: false } type && type.Name == name && IsIn(type, "Itdr");

    /// <summary>The first attribute of ours with a name.</summary>
    public static AttributeData? Find(this IEnumerable<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.Is(name));

    /// <summary>Whether a type stands directly in a namespace of one or more names.</summary>
    public static bool IsIn(this INamedTypeSymbol type, string @namespace) =>
        type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == @namespace;

    /// <summary>The string that an attribute was given as its first argument, or null.</summary>
    public static string? FirstString(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string : null;

    /// <summary>A named argument's value, or null.</summary>
    public static object? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    /// <summary>All strings of an argument that is an array of strings.</summary>
    public static IEnumerable<string> Strings(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? array.Values.Select(value => value.Value as string).Where(value => value is not null).Select(value => value!)
            : [];

    /// <summary>Text with its line ends made <c>\n</c>.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');
}
