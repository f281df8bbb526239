using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>The closed sets that a subtask uses: true and false, and each enumeration once.</summary>
internal sealed class ClosedSetTable
{
    /// <summary>The class that holds the sets of the subtask's enumerations.</summary>
    public const string Class = "ClosedSets";

    private const string Boolean = "global::Itdr.ClosedSet.Boolean";

    private static readonly string[] Truth = ["true", "false"];

    private readonly Dictionary<ITypeSymbol, ClosedSetModel?> sets = new(SymbolEqualityComparer.Default);
    private readonly List<ClosedSetModel> models = [];
    private readonly UniqueNames fields = new([]);

    /// <summary>The sets of enumerations, in the order of first use.</summary>
    public EquatableArray<ClosedSetModel> Models => models.ToEquatableArray();

    /// <summary>Whether a type has a closed set of values.</summary>
    public static bool IsClosed(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean || type.TypeKind == TypeKind.Enum;

    /// <summary>The expression for the set of a type, or null if its texts do not tell its values apart, which is reported.</summary>
    public string? Set(ITypeSymbol type, Problems problems) => type.SpecialType == SpecialType.System_Boolean
        ? Boolean
        : Enumeration(type, problems) is { } model ? $"{Class}.{model.Field}" : null;

    /// <summary>The texts of a type's values; none if they do not tell the values apart.</summary>
    public IReadOnlyList<string> Texts(ITypeSymbol type, Problems problems) => type.SpecialType == SpecialType.System_Boolean
        ? Truth
        : Enumeration(type, problems)?.Members.Select(member => member.Text).ToList() ?? [];

    private ClosedSetModel? Enumeration(ITypeSymbol type, Problems problems)
    {
        if (!sets.TryGetValue(type, out var known))
        {
            known = Read(type, problems) is { } members
                ? new ClosedSetModel(SymbolNames.Identifier(fields.Take(type.Name)), type.Code(), members.ToEquatableArray())
                : null;
            sets[type] = known;
            if (known is not null)
            {
                models.Add(known);
            }
        }

        return known;
    }

    private static List<ClosedSetMember>? Read(ITypeSymbol type, Problems problems)
    {
        var members = new List<ClosedSetMember>();
        var values = new HashSet<object>();
        var errors = problems.ErrorCount;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
        {
            // A second name for the same value is only another way to write code.
            if (!values.Add(field.ConstantValue!))
            {
                continue;
            }

            var text = WireName(field);
            if (text.Trim().Length != text.Length || text.Length == 0 || text.IndexOfAny(['\n', '\r']) >= 0)
            {
                problems.Add(Descriptors.BadWireName, Place.Of(field), $"The wire name \"{text.Replace("\n", "\\n")}\" of '{type.Name}.{field.Name}' is empty, has white space around it or a line break in it; a reader could not find it");
            }
            else if (members.FirstOrDefault(member => member.Text == text) is { } twin)
            {
                problems.Add(Descriptors.BadWireName, Place.Of(field), $"'{type.Name}.{field.Name}' and '{type.Name}.{twin.Identifier}' have the same wire name \"{text}\", so a reader cannot tell which is meant");
            }

            members.Add(new ClosedSetMember(SymbolNames.Identifier(field.Name), text));
        }

        if (members.Count == 0)
        {
            problems.Add(Descriptors.BadWireName, Place.Of(type), $"'{type.Name}' has no members, so there is no value to write");
        }

        return problems.ErrorCount > errors ? null : members;
    }

    private static string WireName(IFieldSymbol field) => field.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "JsonStringEnumMemberNameAttribute" } type && type.IsIn("System.Text.Json.Serialization"))
        ?.FirstString() ?? field.Name;
}
