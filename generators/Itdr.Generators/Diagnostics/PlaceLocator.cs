using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Itdr.Generators.Diagnostics;

/// <summary>Turns a problem into a diagnostic, at the exact characters that it is about.</summary>
internal sealed class PlaceLocator(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>The diagnostic of a problem.</summary>
    public Diagnostic Diagnose(Problem problem)
    {
        var (location, others) = Locate(problem.Place);
        var properties = problem.Meant is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(Problem.MeantProperty, problem.Meant);
        return Diagnostic.Create(problem.Descriptor, location, others, properties, problem.Arguments);
    }

    private (Location Location, Location[] Others) Locate(Place place) => place switch
    {
        SymbolPlace symbol => (symbol.Symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None, []),
        ArgumentPlace argument => (Argument(argument.Attribute, argument.Index, argument.Name), []),
        TemplatePlace template => Template(template),
        _ => throw new InvalidOperationException($"There is no place of type {place.GetType().Name}."),
    };

    private (Location Location, Location[] Others) Template(TemplatePlace place)
    {
        if (ArgumentSyntax(place.Attribute, 0, null) is not { } argument)
        {
            return (AttributeLocation(place.Attribute), []);
        }

        var exact = ConstantCharacters.Locate(argument.Expression, place.Start, place.Length, compilation, cancellationToken);
        var whole = argument.Expression.GetLocation();
        var isInside = exact?.SourceTree == whole.SourceTree && whole.SourceSpan.Contains(exact!.SourceSpan);
        return exact is null ? (whole, []) : isInside ? (exact, []) : (exact, [whole]);
    }

    private Location Argument(AttributeData attribute, int index, string? name) =>
        ArgumentSyntax(attribute, index, name)?.Expression.GetLocation() ?? AttributeLocation(attribute);

    private Location AttributeLocation(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? Location.None;

    private AttributeArgumentSyntax? ArgumentSyntax(AttributeData attribute, int index, string? name)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        var arguments = syntax?.ArgumentList?.Arguments.ToList() ?? [];
        if (name is not null)
        {
            return arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
        }

        var parameter = index >= 0 && index < attribute.AttributeConstructor?.Parameters.Length ? attribute.AttributeConstructor.Parameters[index].Name : null;
        var positional = arguments.Where(argument => argument.NameEquals is null).ToList();
        return positional.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter && parameter is not null)
            ?? (index < positional.Count && positional[index].NameColon is null ? positional[index] : null);
    }
}
