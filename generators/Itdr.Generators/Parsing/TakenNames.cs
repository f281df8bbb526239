using Itdr.Generators.Emission;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>The names that mean something else inside a subtask than the types that generated code names.</summary>
internal static class TakenNames
{
    private const string RecommenderSuffix = "Recommender";

    /// <summary>
    /// Those of the runtime's types that the author's namespace or a member hides, and those of the author's own types that a
    /// member hides. Most subtasks have none, so that an edit elsewhere changes nothing here.
    /// </summary>
    /// <param name="type">The subtask.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="generated">The members that are generated, of the subtask and of the classes in it.</param>
    /// <param name="compilation">The compilation.</param>
    public static EquatableArray<string> Of(INamedTypeSymbol type, INamedTypeSymbol answer, IEnumerable<string> generated, Compilation compilation)
    {
        var space = compilation.GetCompilationNamespace(type.ContainingNamespace) ?? type.ContainingNamespace;
        var members = new HashSet<string>(generated, StringComparer.Ordinal);
        members.UnionWith(answer.MemberNames);
        for (var around = type; around is not null; around = around.ContainingType)
        {
            members.UnionWith(around.MemberNames);
        }

        var hidden = ShortNames.All.Where(name => members.Contains(name) || IsIn(space, name));
        return hidden.Concat(members.Where(name => space.GetMembers(name).Any())).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>Whether a namespace has a name, or will have it: the client methods of a subtask are in a class named after it.</summary>
    private static bool IsIn(INamespaceSymbol space, string name) =>
        space.GetMembers(name).Any()
        || (name.EndsWith(RecommenderSuffix, StringComparison.Ordinal) && space.GetTypeMembers(name.Substring(0, name.Length - RecommenderSuffix.Length)).Any());
}
