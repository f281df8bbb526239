namespace Itdr.Generators.Model;

/// <summary>A type in JSON: its fields and how a value is made of them.</summary>
/// <param name="TypeName">The type, as generated code names it.</param>
/// <param name="Method">What the names of its generated methods are made of: <c>Item</c> for <c>WriteItemJson</c>.</param>
/// <param name="Fields">The fields, in the order of writing.</param>
/// <param name="Construction">How a value is made.</param>
internal sealed record ObjectModel(string TypeName, string Method, EquatableArray<FieldModel> Fields, ConstructionModel Construction);

/// <summary>A field of a JSON object.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Identifier">The property, as an identifier.</param>
/// <param name="IsNullable">Whether it may be missing.</param>
/// <param name="Type">What it holds.</param>
internal sealed record FieldModel(string Name, string Identifier, bool IsNullable, JsonTypeModel Type);

/// <summary>What a JSON value holds.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="TypeName">Its type without nullability, as generated code names it.</param>
/// <param name="IsValueType">Whether that is a value type.</param>
/// <param name="Method">What the names of an object's generated methods are made of, or null.</param>
/// <param name="Element">What the entries of a list hold, or null.</param>
/// <param name="Set">The expression for the values and texts of an enumeration, or null.</param>
internal sealed record JsonTypeModel(JsonKind Kind, string TypeName, bool IsValueType, string? Method = null, JsonTypeModel? Element = null, string? Set = null);

/// <summary>The kinds of JSON values.</summary>
internal enum JsonKind
{
    Text,
    Number,
    Date,
    Boolean,
    Set,
    Object,
    List,
    ImmutableArray,
}

/// <summary>How a value is made: the properties that its constructor takes, in order, and those that are set afterwards.</summary>
/// <param name="Arguments">The constructor's arguments.</param>
/// <param name="Members">The members of the object initialiser.</param>
internal sealed record ConstructionModel(EquatableArray<ArgumentModel> Arguments, EquatableArray<string> Members);

/// <summary>An argument of a constructor.</summary>
/// <param name="Parameter">The parameter, as an identifier.</param>
/// <param name="Property">The property that gives its value, as an identifier.</param>
internal sealed record ArgumentModel(string Parameter, string Property);

/// <summary>How records with lists are compared.</summary>
/// <param name="Members">The properties and fields that make up a value.</param>
internal sealed record EqualityModel(EquatableArray<EqualityMember> Members);

/// <summary>A property or field that makes up a value.</summary>
/// <param name="Identifier">It, as an identifier.</param>
/// <param name="TypeName">Its type with nullability, as generated code names it.</param>
/// <param name="IsList">Whether it is compared by element.</param>
internal sealed record EqualityMember(string Identifier, string TypeName, bool IsList)
{
    /// <summary>The type of a list's entries, where the compiler cannot infer it; null otherwise.</summary>
    public string? Element { get; init; }
}
