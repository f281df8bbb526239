using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Checks the fragments that a type declares, where they stand; the subtasks that use the type read them again.</summary>
internal static class FragmentParser
{
    /// <summary>Says what is wrong with a type's fragments.</summary>
    public static void Check(INamedTypeSymbol type, List<AttributeData> fragments, Compilation compilation, Problems problems)
    {
        ListRules.Check(type, new ParseScope(type, compilation, problems, new UniqueNames([])) { Within = compilation.Assembly });
        for (var index = 0; index < fragments.Count; index++)
        {
            Check(type, fragments[index], fragments.Take(index), compilation, problems);
        }
    }

    /// <summary>Says what is wrong with a fragment that the assembly gives to a type of another author.</summary>
    /// <param name="type">The type.</param>
    /// <param name="attribute">The fragment.</param>
    /// <param name="given">All fragments that the assembly gives to the type.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckForeign(ITypeSymbol type, AttributeData attribute, List<AttributeData> given, Compilation compilation, Problems problems)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || type.IsStatic)
        {
            problems.Add(Descriptors.NotRenderable, Place.Of(attribute, 0), $"[Fragment] is given to {type.Shown()}, which is neither a class nor a struct");
            return;
        }

        if (ValueTypes.HasText(type))
        {
            problems.Add(Descriptors.NotRenderable, Place.Of(attribute, 0), $"[Fragment] is given to {type.Shown()}, which templates write without one; give it to a type of your own that holds the value");
            return;
        }

        var others = ValueTypes.OwnFragments(type).Concat(given.TakeWhile(other => other != attribute));
        Check(named, attribute, others, compilation, problems);
    }

    private static void Check(INamedTypeSymbol type, AttributeData attribute, IEnumerable<AttributeData> others, Compilation compilation, Problems problems)
    {
        var format = FragmentTable.FormatOf(attribute);
        if (others.Any(other => FragmentTable.FormatOf(other) == format))
        {
            var place = format is null ? Place.Of(attribute, 0) : Place.Of(attribute, -1, "Format");
            var what = format is null ? "no Format; name one of them" : $"the format '{format}'";
            problems.Add(Descriptors.DuplicateVariant, place, $"Two fragments of {type.Shown()} have {what}");
        }

        // The text is inlined wherever the type is used, so it reads what every type of the assembly can read.
        var scope = new ParseScope(type, compilation, problems, new UniqueNames([])) { Within = compilation.Assembly };
        if (Template.Read(attribute, problems) is { } template)
        {
            new TextBinder(scope, type, new FragmentTable(scope), attribute).Bind(template.Parts);
        }
    }
}
