using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Itdr.Inference;

/// <summary>
/// Reads a JSON schema (draft 2020-12) into texts that it accepts. All of them are valid, but not all that are valid
/// are among them: members stand in the order of the schema, and where it names members there are no others. A keyword
/// that is not known is refused, since it would not be kept.
/// </summary>
internal sealed class JsonSchemaReader
{
    /// <summary>Keywords that say nothing about what is valid.</summary>
    private static readonly HashSet<string> Annotations =
        ["$schema", "$id", "$comment", "$defs", "definitions", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"];

    private static readonly string[] OfObjects = ["properties", "required", "additionalProperties"];
    private static readonly string[] OfArrays = ["items", "minItems", "maxItems", "uniqueItems"];
    private static readonly string[] OfStrings = ["minLength", "maxLength"];
    private static readonly string[] OfNumbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
    private static readonly string[] OfTypes = ["type", .. OfObjects, .. OfArrays, .. OfStrings, .. OfNumbers];

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonElement root;
    private readonly Dictionary<string, (JsonReference Part, int Nesting)> references = new(StringComparer.Ordinal);

    /// <summary>How many objects and arrays stand around what is read.</summary>
    private int nesting;

    private JsonSchemaReader(JsonElement root) => this.root = root;

    /// <summary>The texts that a schema accepts.</summary>
    /// <param name="schema">The schema.</param>
    /// <exception cref="NotSupportedException">The schema has a keyword that is not kept; the message names it and its place.</exception>
    /// <exception cref="ArgumentException">A keyword has a value of the wrong kind.</exception>
    public static JsonPart Read(JsonElement schema)
    {
        try
        {
            return new JsonSchemaReader(schema).Value(schema, "#");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            throw new ArgumentException($"The JSON schema is none: {wrong.Message} Correct it.", nameof(schema), wrong);
        }
    }

    private JsonPart Value(JsonElement schema, string path)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return JsonShapes.Any;
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            throw Refused(path, $"is {schema.GetRawText()}, which accepts nothing or is no schema");
        }

        string[] keywords = [.. schema.EnumerateObject().Select(static keyword => keyword.Name).Where(static name => !Annotations.Contains(name))];
        if (keywords.Contains("$ref"))
        {
            Allow(path, keywords, "$ref");
            return Reference(schema.GetProperty("$ref").GetString()!, path);
        }

        if (keywords.Contains("anyOf"))
        {
            Allow(path, keywords, "anyOf");
            JsonPart[] ways = [.. schema.GetProperty("anyOf").EnumerateArray().Select((way, index) => Value(way, $"{path}/anyOf/{index}"))];
            return ways.Length > 0 ? new JsonAnyOf(ways) : throw Refused(path, "has anyOf with nothing in it");
        }

        if (ClosedSet(schema, path) is { } values)
        {
            return new JsonAnyOf([.. values]);
        }

        Allow(path, keywords, OfTypes);
        string[] types = [.. Types(schema, path)];
        return types.Length == 0 ? JsonShapes.Any : new JsonAnyOf([.. types.Select(type => OfType(type, schema, path))]);
    }

    private JsonReference Reference(string pointer, string path)
    {
        if (references.TryGetValue(pointer, out var known))
        {
            return known.Part.Target is null && known.Nesting == nesting
                ? throw Refused(path, $"refers to {pointer}, which is what it stands in")
                : known.Part;
        }

        var reference = new JsonReference();
        references[pointer] = (reference, nesting);
        reference.Target = Value(Target(pointer, path), pointer);
        return reference;
    }

    /// <summary>What a JSON pointer into this schema points to.</summary>
    private JsonElement Target(string pointer, string path)
    {
        var target = pointer.StartsWith('#') ? root : default;
        foreach (var step in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            target = target.ValueKind switch
            {
                JsonValueKind.Array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < target.GetArrayLength() => target[index],
                JsonValueKind.Object when target.TryGetProperty(name, out var member) => member,
                _ => default,
            };
        }

        return target.ValueKind == JsonValueKind.Undefined ? throw Refused(path, $"refers to {pointer}, which is not in this schema") : target;
    }

    /// <summary>Reads what stands in an object or array.</summary>
    private JsonPart Inner(JsonElement schema, string path)
    {
        nesting++;
        var part = Value(schema, path);
        nesting--;
        return part;
    }

    /// <summary>The values of <c>enum</c> or <c>const</c> that are of the schema's types, or null if it has neither.</summary>
    private static List<JsonPart>? ClosedSet(JsonElement schema, string path)
    {
        List<JsonElement> values;
        if (schema.TryGetProperty("const", out var only))
        {
            values = [only];
        }
        else if (schema.TryGetProperty("enum", out var set))
        {
            values = [.. set.EnumerateArray()];
        }
        else
        {
            return null;
        }

        Allow(path, [.. schema.EnumerateObject().Select(static keyword => keyword.Name).Where(static name => !Annotations.Contains(name))], "const", "enum", "type");
        string[] types = [.. Types(schema, path)];
        var fitting = values.FindAll(value => types.Length == 0 || types.Any(type => IsOf(type, value))).Select(Spelled).Distinct().ToList();
        return fitting.Count > 0 ? fitting.ConvertAll(JsonShapes.Literal) : throw Refused(path, "names no value of its type");
    }

    private static IEnumerable<string> Types(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static one => one.GetString()!) : [type.GetString()!];
        }

        (string Type, string[] Keywords)[] meant = [("object", OfObjects), ("array", OfArrays), ("string", OfStrings), ("number", OfNumbers)];
        return meant.Where(group => group.Keywords.Any(keyword => schema.TryGetProperty(keyword, out _))).Select(static group => group.Type);
    }

    private JsonPart OfType(string type, JsonElement schema, string path) => type switch
    {
        "object" => Object(schema, path),
        "array" => Array(schema, path),
        "string" => Text(schema, path),
        "integer" => Integer(schema, path),
        "number" => Number(schema, path),
        "boolean" => JsonShapes.Boolean,
        "null" => JsonShapes.Null,
        _ => throw Refused(path, $"has the type {type}, which JSON has not"),
    };

    private JsonPart Object(JsonElement schema, string path)
    {
        var others = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        string[] required = schema.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(static name => name.GetString()!)] : [];
        var members = new List<(JsonPart Member, bool IsRequired)>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
        {
            named.Add(property.Name);
            members.Add((Member(property.Name, Inner(property.Value, $"{path}/properties/{property.Name}")), required.Contains(property.Name)));
        }

        var rest = others.ValueKind == JsonValueKind.Undefined ? JsonShapes.Any : others.ValueKind == JsonValueKind.False ? null : Inner(others, $"{path}/additionalProperties");
        foreach (var name in required.Where(name => !named.Contains(name)))
        {
            members.Add((Member(name, rest ?? throw Refused(path, $"requires {name} and does not allow it")), true));
        }

        return members.Count == 0 && rest is not null ? JsonShapes.Dictionary(rest) : JsonShapes.Object(InOrder(members));
    }

    /// <summary>Members in a row, of which those that are not required may be missing.</summary>
    private static JsonPart InOrder(List<(JsonPart Member, bool IsRequired)> members)
    {
        JsonPart first = JsonShapes.Nothing, further = JsonShapes.Nothing;
        for (var index = members.Count - 1; index >= 0; index--)
        {
            var (member, isRequired) = members[index];
            JsonPart withFirst = new JsonSequence(member, further), withFurther = new JsonSequence(JsonShapes.Comma, member, further);
            first = isRequired ? withFirst : new JsonAnyOf(withFirst, first);
            further = isRequired ? withFurther : new JsonAnyOf(withFurther, further);
        }

        return first;
    }

    private static JsonPart Member(string name, JsonPart value) => JsonShapes.Member(JsonShapes.Literal(Quoted(name)), value);

    private JsonPart Array(JsonElement schema, string path)
    {
        var (least, most) = Counts(schema, "minItems", "maxItems", path);
        var hasItems = schema.TryGetProperty("items", out var item);
        if (!schema.TryGetProperty("uniqueItems", out var unique) || unique.ValueKind == JsonValueKind.False)
        {
            return JsonShapes.Array(hasItems ? Inner(item, $"{path}/items") : JsonShapes.Any, least, most);
        }

        var values = hasItems && item.ValueKind == JsonValueKind.Object ? ClosedSet(item, $"{path}/items") : null;
        return values is null ? throw Refused(path, "has uniqueItems for items that are no enum")
            : values.Count < least ? throw Refused(path, $"asks for {least} different items of {values.Count}")
            : JsonShapes.Array(new JsonDistinctItems(values, [], least, Math.Min(values.Count, most ?? int.MaxValue)));
    }

    private static JsonPart Text(JsonElement schema, string path)
    {
        var (least, most) = Counts(schema, "minLength", "maxLength", path);
        return JsonShapes.String(least, most);
    }

    private static JsonPart Integer(JsonElement schema, string path)
    {
        var least = Highest(Bound(schema, "minimum") is { } minimum ? Math.Ceiling(minimum) : null, Bound(schema, "exclusiveMinimum") is { } above ? Math.Floor(above) + 1 : null);
        var most = -Highest(Bound(schema, "maximum") is { } maximum ? -Math.Floor(maximum) : null, Bound(schema, "exclusiveMaximum") is { } below ? 1 - Math.Ceiling(below) : null);
        return least is null && most is null ? JsonShapes.Integer : Within(least, most, isWhole: true, path);
    }

    private static JsonPart Number(JsonElement schema, string path)
    {
        if (Bound(schema, "exclusiveMinimum") is not null || Bound(schema, "exclusiveMaximum") is not null)
        {
            throw Refused(path, "excludes a bound of a number that is no integer");
        }

        var (least, most) = (Bound(schema, "minimum"), Bound(schema, "maximum"));
        return least is null && most is null ? JsonShapes.Number : Within(least, most, isWhole: false, path);
    }

    private static JsonBoundedNumber Within(double? least, double? most, bool isWhole, string path)
    {
        var bounds = new NumberPrefix(least, most, isWhole);
        return least > most || !"-0123456789".Any(first => bounds.CanBecome([first]))
            ? throw Refused(path, "has bounds that no number of at most 15 digits meets")
            : new JsonBoundedNumber(bounds);
    }

    private static (int Least, int? Most) Counts(JsonElement schema, string minimum, string maximum, string path)
    {
        var (least, most) = (Count(schema, minimum) ?? 0, Count(schema, maximum));
        return least < 0 || most < least ? throw Refused(path, $"has {minimum} and {maximum} that nothing meets") : (least, most);
    }

    private static double? Bound(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var bound) ? bound.GetDouble() : null;

    private static double? Highest(double? one, double? other) => one is null ? other : other is null ? one : Math.Max(one.Value, other.Value);

    private static int? Count(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var count) ? count.GetInt32() : null;

    private static bool IsOf(string type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && double.IsInteger(value.GetDouble())),
        JsonValueKind.Null => type == "null",
        _ => type == "boolean",
    };

    private static string Quoted(string text) => Written(json => json.WriteStringValue(text));

    private static string Spelled(JsonElement value) => Written(value.WriteTo);

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Allow(string path, string[] keywords, params string[] known)
    {
        if (System.Array.Find(keywords, keyword => !known.Contains(keyword)) is { } other)
        {
            throw Refused(path, $"has the keyword {other}{(OfTypes.Contains(other) ? $" beside {known[0]}" : "")}, which is not kept while the model writes");
        }
    }

    private static NotSupportedException Refused(string path, string what) =>
        new($"The JSON schema at {path} {what}; take it out and check the answer yourself, or declare a subtask and ask for a typed answer.");
}
