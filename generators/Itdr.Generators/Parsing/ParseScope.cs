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

    /// <summary>The closed sets that the declaration uses.</summary>
    public ClosedSetTable Sets { get; } = new();

    /// <summary>The properties of a type that the declaration can read.</summary>
    public List<Member> Members(ITypeSymbol type)
    {
        if (!members.TryGetValue(type, out var found))
        {
            members[type] = found = Member.Of(type, Type, Compilation);
        }

        return found;
    }

    /// <summary>The same scope, with problems that stand in another declaration left to that one.</summary>
    public ParseScope Elsewhere() => this with { Problems = Problems.CountOnly() };
}
