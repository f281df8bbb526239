using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>The fragments that a subtask's templates use: each type and format once.</summary>
internal sealed class FragmentTable(ParseScope scope)
{
    private readonly Dictionary<(string Type, string? Format), string?> writers = [];
    private readonly List<FragmentModel?> fragments = [];

    /// <summary>The fragments, in the order of first use.</summary>
    public EquatableArray<FragmentModel> Models => fragments.Where(fragment => fragment is not null).Select(fragment => fragment!).ToEquatableArray();

    /// <summary>The name of the method that writes a type in a format, or null if the type has no such format, which is reported.</summary>
    public string? Writer(ITypeSymbol type, string? format, Place place, Problems problems)
    {
        var formats = scope.Fragments(type);
        var attribute = formats.FirstOrDefault(candidate => FormatOf(candidate) == format);
        if (attribute is null)
        {
            var known = formats.Select(FormatOf).Where(name => name is not null).Select(name => name!).ToList();
            var meant = format is null ? null : Suggestion.Nearest(format, known);
            problems.AddMisnamed(Descriptors.BadFormat, place, meant, Unknown(type, format, known) + Suggestion.Ask(meant));
            return null;
        }

        var key = (type.Code(), format);
        if (!writers.TryGetValue(key, out var writer))
        {
            writers[key] = writer = scope.Names.Take("Write" + type.Name + SymbolNames.PascalCase(format ?? ""));
            Add(type, writer, attribute, place, problems);
        }

        return writer;
    }

    /// <summary>The format that a <c>[Fragment]</c> declares, or null.</summary>
    public static string? FormatOf(AttributeData attribute) => attribute.Named("Format") as string;

    private void Add(ITypeSymbol type, string writer, AttributeData attribute, Place place, Problems problems)
    {
        var index = fragments.Count;
        fragments.Add(null);
        var elsewhere = scope.Elsewhere();
        var errorsBefore = elsewhere.Problems.ErrorCount;
        if (Template.Read(attribute, elsewhere.Problems) is { } template)
        {
            var body = new TextBinder(elsewhere, type, this, attribute).Bind(template.Parts);
            fragments[index] = new FragmentModel(type.Code(), writer, template.Text, body);
        }

        // A fragment of this compilation is reported where it stands; one of another assembly only shows its flaw here.
        if (elsewhere.Problems.ErrorCount > errorsBefore && attribute.ApplicationSyntaxReference is null)
        {
            problems.Add(Descriptors.NotRenderable, place, $"The [Fragment] of {type.Shown()} uses what only its own assembly can read; give the type a fragment with [assembly: Fragment<{type.Shown()}>]");
        }
    }

    private static string Unknown(ITypeSymbol type, string? format, List<string> known)
    {
        var list = known.Count == 0 ? "it has none" : $"it has {string.Join(", ", known.Select(name => $"'{name}'"))}";
        return format is null
            ? $"{type.Shown()} has no [Fragment] without a format, so a placeholder must name one: {list}"
            : $"{type.Shown()} has no format '{format}': {list}";
    }
}
