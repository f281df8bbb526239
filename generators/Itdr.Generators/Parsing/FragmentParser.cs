using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Checks the fragments that a type declares, where they stand; the subtasks that use the type read them again.</summary>
internal static class FragmentParser
{
    /// <summary>Says what is wrong with a type's fragments.</summary>
    public static void Check(INamedTypeSymbol type, Compilation compilation, Problems problems)
    {
        var scope = new ParseScope(type, compilation, problems, new UniqueNames([]));
        var table = new FragmentTable(scope);
        var formats = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in ValueTypes.Fragments(type))
        {
            var format = FragmentTable.FormatOf(attribute);
            if (!formats.Add(format ?? ""))
            {
                var place = format is null ? Place.Of(attribute, 0) : Place.Of(attribute, -1, "Format");
                var what = format is null ? "no Format; name one of them" : $"the format '{format}'";
                problems.Add(Descriptors.DuplicateVariant, place, $"Two fragments of {type.Shown()} have {what}");
            }

            if (Template.Read(attribute, problems) is { } template)
            {
                new TextBinder(scope, type, table, attribute).Bind(template.Parts);
            }
        }
    }
}
