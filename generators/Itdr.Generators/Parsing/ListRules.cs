using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Refuses a <c>[List]</c> that lays out nothing.</summary>
internal static class ListRules
{
    /// <summary>Checks the properties that a type declares itself.</summary>
    public static void Check(INamedTypeSymbol type, ParseScope scope)
    {
        foreach (var member in scope.Members(type))
        {
            if (SymbolEqualityComparer.Default.Equals(member.Property.ContainingType, type) && member.Attributes.Find("ListAttribute") is { } list)
            {
                Check(member, list, scope.Problems);
            }
        }
    }

    private static void Check(Member member, AttributeData list, Problems problems)
    {
        if (ValueTypes.ListKindOf(member.Type, out _) == ListKind.None)
        {
            problems.Add(
                Descriptors.BadList, Place.Of(member.Property), $"[List] lays out a list, and '{member.Name}' has type {member.Type.Shown()}; make it an IReadOnlyList<T>, an array or an ImmutableArray<T>, or remove [List]");
        }
        else if (list is { ConstructorArguments: [{ Value: int style }] } && !Layouts.IsStyle(style))
        {
            problems.Add(
                Descriptors.BadList, Place.Of(list, 0), $"{style} is no ListStyle; write ListStyle.Inline, ListStyle.Numbered or ListStyle.Bulleted");
        }
    }
}
