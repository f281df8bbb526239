using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes a comparison of records that compares lists by element.</summary>
internal static class EqualityEmitter
{
    /// <summary>Writes <c>Equals</c> and <c>GetHashCode</c>.</summary>
    public static void Emit(SourceWriter source, TypeModel type, EqualityModel equality)
    {
        var isStruct = type.IsStruct;
        var comparisons = equality.Members.Select(Comparison).ToList();
        source.Line("/// <summary>Whether another one has equal values; lists are compared by element.</summary>");
        source.Line("/// <param name=\"other\">The other one.</param>");
        source.Line($"public {(isStruct ? "readonly " : "")}bool Equals({type.Name}{(isStruct ? "" : "?")} other) =>");
        if (!isStruct)
        {
            comparisons.Insert(0, "other is not null");
        }

        for (var index = 0; index < comparisons.Count; index++)
        {
            source.Continue($"{(index == 0 ? "" : "&& ")}{comparisons[index]}{(index == comparisons.Count - 1 ? ";" : "")}");
        }

        source.Blank();
        source.Line("/// <summary>A hash code by which equal ones agree.</summary>");
        source.Open($"public {(isStruct ? "readonly " : "")}override int GetHashCode()");
        source.Line("var hash = new global::System.HashCode();");
        foreach (var member in equality.Members)
        {
            source.Line(member.IsList ? $"hash.Add(global::Itdr.ListEquality.GetHashCode{Arguments(member)}({Own(member)}));" : $"hash.Add({Own(member)});");
        }

        source.Line("return hash.ToHashCode();");
        source.Close();
    }

    private static string Arguments(EqualityMember member) => member.Element is { } element ? $"<{element}>" : "";

    private static string Comparison(EqualityMember member) => member.IsList
        ? $"global::Itdr.ListEquality.Equals{Arguments(member)}({Own(member)}, other.{member.Identifier})"
        : $"global::System.Collections.Generic.EqualityComparer<{member.TypeName}>.Default.Equals({Own(member)}, other.{member.Identifier})";

    /// <summary>The member of this instance, where a parameter or variable could hide it.</summary>
    private static string Own(EqualityMember member) => member.Identifier is "other" or "hash" ? "this." + member.Identifier : member.Identifier;
}
