using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>How a value of a type is made from its properties.</summary>
/// <param name="Arguments">The constructor's parameters, each with the property that has its name and type.</param>
/// <param name="Members">The properties that are set afterwards.</param>
internal sealed record Construction(List<(IParameterSymbol Parameter, Member Member)> Arguments, List<Member> Members)
{
    /// <summary>All properties that make up a value, in the order of their declaration.</summary>
    public IEnumerable<Member> All => Arguments.Select(argument => argument.Member).Concat(Members).Distinct();

    /// <summary>Two properties that would be the same field in JSON, or null.</summary>
    public (Member First, Member Second, string Field)? Twins => All
        .GroupBy(member => SymbolNames.CamelCase(member.Name), StringComparer.Ordinal)
        .Where(alike => alike.Count() > 1)
        .Select(alike => ((Member, Member, string)?)(alike.First(), alike.ElementAt(1), alike.Key))
        .FirstOrDefault();

    /// <summary>Reports two properties that would be the same field in JSON.</summary>
    public void CheckFields(Problems problems)
    {
        if (Twins is var (first, second, field))
        {
            problems.Add(Descriptors.CannotBeSet, Place.Of(second.Property), $"'{second.Name}' and '{first.Name}' would both be the field \"{field}\" in JSON, and one would lose its value; rename one");
        }
    }

    /// <summary>The same without symbols.</summary>
    public ConstructionModel Model => new(
        Arguments.Select(argument => new ArgumentModel(SymbolNames.Identifier(argument.Parameter.Name), argument.Member.Identifier)).ToEquatableArray(),
        Members.Select(member => member.Identifier).ToEquatableArray());

    /// <summary>Finds the constructor that takes most properties, or null if none takes properties only.</summary>
    public static Construction? Of(INamedTypeSymbol type, ParseScope scope)
    {
        var members = scope.Members(type);
        var best = type.InstanceConstructors
            .Where(constructor => scope.Compilation.IsSymbolAccessibleWithin(constructor, scope.Type))
            .Select(constructor => (Constructor: constructor, Arguments: Match(constructor, members)))
            .Where(candidate => candidate.Arguments is not null)
            .OrderByDescending(candidate => candidate.Arguments!.Count)
            .FirstOrDefault();
        if (best.Arguments is null)
        {
            return null;
        }

        var setsRequired = best.Constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
        var set = members.Where(member => member.HasSetter
            && (!best.Arguments.Any(argument => argument.Member == member) || (member.Property.IsRequired && !setsRequired)));
        return new Construction(best.Arguments, [.. set]);
    }

    private static List<(IParameterSymbol Parameter, Member Member)>? Match(IMethodSymbol constructor, List<Member> members)
    {
        var arguments = new List<(IParameterSymbol, Member)>();
        foreach (var parameter in constructor.Parameters)
        {
            var member = Named(parameter, members, StringComparison.Ordinal) ?? Named(parameter, members, StringComparison.OrdinalIgnoreCase);
            if (member is null || parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                return null;
            }

            arguments.Add((parameter, member));
        }

        return arguments;
    }

    private static Member? Named(IParameterSymbol parameter, List<Member> members, StringComparison comparison) => members.FirstOrDefault(member =>
        string.Equals(member.Name, parameter.Name, comparison) && SymbolEqualityComparer.Default.Equals(member.Property.Type, parameter.Type));
}
