using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>The types that stand inside a task as JSON objects: each once.</summary>
internal sealed class ObjectTable(ParseScope scope)
{
    private readonly Dictionary<ITypeSymbol, string> methods = new(SymbolEqualityComparer.Default);
    private readonly List<ObjectModel?> objects = [];

    /// <summary>The objects, in the order of first use.</summary>
    public EquatableArray<ObjectModel> Models => objects.Where(model => model is not null).Select(model => model!).ToEquatableArray();

    /// <summary>The fields of a type.</summary>
    /// <param name="construction">How it is made.</param>
    /// <param name="refuse">Called with a property whose type JSON cannot hold, and that type.</param>
    public EquatableArray<FieldModel> Fields(Construction construction, Action<Member, ITypeSymbol> refuse)
    {
        var fields = new List<FieldModel>();
        foreach (var member in construction.All)
        {
            if (TypeOf(member.Type, out var culprit) is { } type)
            {
                fields.Add(new FieldModel(SymbolNames.CamelCase(member.Name), member.Identifier, member.IsNullable, type));
            }
            else
            {
                refuse(member, culprit!);
            }
        }

        return fields.ToEquatableArray();
    }

    private JsonTypeModel? TypeOf(ITypeSymbol type, out ITypeSymbol? culprit)
    {
        culprit = type;
        JsonTypeModel Simple(JsonKind kind, JsonTypeModel? element = null) => new(kind, type.Code(), type.IsValueType, Element: element);
        if (type.SpecialType == SpecialType.System_String)
        {
            return Simple(JsonKind.Text);
        }

        if (ValueTypes.IsNumber(type))
        {
            return Simple(JsonKind.Number);
        }

        if (DateFormats.ShapeOf(type) is not null)
        {
            return Simple(JsonKind.Date);
        }

        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return Simple(JsonKind.Boolean);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return scope.Sets.Set(type, scope.Problems) is { } set ? new JsonTypeModel(JsonKind.Set, type.Code(), IsValueType: true, Set: set) : null;
        }

        var list = ValueTypes.ListKindOf(type, out var element);
        if (list != ListKind.None)
        {
            return !ValueTypes.IsNullable(element!) && TypeOf(element!, out culprit) is { } entries
                ? Simple(list == ListKind.ImmutableArray ? JsonKind.ImmutableArray : JsonKind.List, entries)
                : null;
        }

        return Object(type, ref culprit) is { } method ? new JsonTypeModel(JsonKind.Object, type.Code(), type.IsValueType, method) : null;
    }

    private string? Object(ITypeSymbol type, ref ITypeSymbol? culprit)
    {
        if (methods.TryGetValue(type, out var known))
        {
            return known;
        }

        if (type is not INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } named || IsSystem(named)
            || Construction.Of(named, scope) is not { Twins: null } construction || !construction.All.Any())
        {
            return null;
        }

        var method = MethodName(named.Name);
        methods[type] = method;
        var index = objects.Count;
        objects.Add(null);
        ITypeSymbol? inner = null;
        var fields = Fields(construction, (_, refused) => inner ??= refused);
        if (inner is not null)
        {
            culprit = inner;
            methods.Remove(type);
            return null;
        }

        objects[index] = new ObjectModel(type.Code(), method, fields, construction.Model);
        return method;
    }

    private string MethodName(string wish) => scope.Names.Take(wish, name => [$"Write{name}Json", $"Read{name}Json"]);

    /// <summary>Whether a type is .NET's own.</summary>
    public static bool IsSystem(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }
}
