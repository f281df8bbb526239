using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>What the parts of the parser share while they read one declaration.</summary>
/// <param name="Type">The declaration, from which generated code sees other types.</param>
/// <param name="Compilation">The compilation.</param>
/// <param name="Problems">Where problems go.</param>
/// <param name="Names">The names of generated members.</param>
internal sealed record ParseScope(INamedTypeSymbol Type, Compilation Compilation, Problems Problems, UniqueNames Names)
{
    private readonly Dictionary<ITypeSymbol, List<Member>> members = new(SymbolEqualityComparer.Default);

    private List<(ITypeSymbol Type, AttributeData Attribute)>? foreign;

    /// <summary>From where properties are read: generated code stands in the declaration, and a fragment in any type of the assembly.</summary>
    public ISymbol Within { get; init; } = Type;

    /// <summary>The fragments of a type, its own before those that the assembly gives it.</summary>
    public List<AttributeData> Fragments(ITypeSymbol type)
    {
        foreign ??= ForeignFragments.Of(Compilation);
        return [.. ValueTypes.OwnFragments(type), .. foreign.Where(fragment => SymbolEqualityComparer.Default.Equals(fragment.Type, type)).Select(fragment => fragment.Attribute)];
    }

    /// <summary>The closed sets that the declaration uses.</summary>
    public ClosedSetTable Sets { get; } = new();

    /// <summary>The properties of a type that the declaration can read.</summary>
    public List<Member> Members(ITypeSymbol type)
    {
        if (!members.TryGetValue(type, out var found))
        {
            members[type] = found = Member.Of(type, Within, Compilation);
        }

        return found;
    }

    /// <summary>The same scope, with problems that stand in another declaration left to that one.</summary>
    public ParseScope Elsewhere() => this with { Problems = Problems.CountOnly() };
}
