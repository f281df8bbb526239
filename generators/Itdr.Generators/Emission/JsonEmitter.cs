using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes the JSON forms of a task, of the objects in it and of its answer.</summary>
internal static class JsonEmitter
{
    private const string Input = "global::Itdr.JsonInput";

    /// <summary>Writes <c>WriteJson</c> and <c>ReadJson</c> of the task.</summary>
    public static void EmitTask(SourceWriter source, SubtaskModel model)
    {
        var self = model.Hierarchy.Self.Name;
        source.Line(Code.InheritDoc);
        source.Open($"public static void WriteJson({Code.Json} json, {self} task)");
        WriteFields(source, model.Json, "task");
        source.Close();
        source.Blank();
        source.Line(Code.InheritDoc);
        source.Open($"public static {self} ReadJson({Code.Element} json)");
        ReadFields(source, model.Json, self, $"new {Input}(json)");
        source.Close();
    }

    /// <summary>Writes <c>WriteJson</c> and <c>ReadJson</c> of the answer.</summary>
    public static void EmitAnswer(SourceWriter source, SubtaskModel model)
    {
        var (self, answer) = (model.Hierarchy.Self.Name, model.Answer);
        source.Line(Code.InheritDoc);
        source.Open($"public static void WriteJson({Code.Json} json, {self} task, {answer.Type.Name} answer)");
        var locals = new LocalNames("json", "task", "answer");
        var texts = CandidateVariables.Declare(source, answer, locals);
        source.Line("json.WriteStartObject();");
        foreach (var slot in answer.Slots)
        {
            WriteSlot(source, slot, texts, locals);
        }

        source.Line("json.WriteEndObject();");
        source.Close();
        source.Blank();
        source.Line(Code.InheritDoc);
        source.Open($"public static {answer.Type.Name} ReadJson({self} task, {Code.Element} json)");
        source.Line($"var fields = new {Input}(json).Fields({string.Join(", ", answer.Slots.Select(slot => Code.Literal(slot.JsonName)))});");
        var made = Code.Construct(answer.Type.Name, answer.Construction, property => ReadSlot(answer.Slots.First(slot => slot.Identifier == property)));
        Code.Statement(source, "return ", made, ";");
        source.Close();
    }

    /// <summary>Writes the methods of an object.</summary>
    public static void EmitObject(SourceWriter source, ObjectModel model)
    {
        source.Open($"private static void Write{model.Method}Json({Code.Json} json, {model.TypeName} value)");
        WriteFields(source, model, "value");
        source.Close();
        source.Blank();
        source.Open($"private static {model.TypeName} Read{model.Method}Json({Input} json)");
        ReadFields(source, model, model.TypeName, "json");
        source.Close();
    }

    private static void WriteFields(SourceWriter source, ObjectModel model, string root)
    {
        var locals = new LocalNames("json", "task", "value", "entry");
        source.Line("json.WriteStartObject();");
        foreach (var field in model.Fields)
        {
            var value = $"{root}.{field.Identifier}";
            if (field.IsNullable)
            {
                var variable = locals.For(field.Identifier);
                source.Blank();
                source.Open($"if ({value} is {{ }} {variable})");
                WriteField(source, field, variable);
                source.Close();
                source.Blank();
            }
            else
            {
                WriteField(source, field, value);
            }
        }

        source.Line("json.WriteEndObject();");
    }

    private static void WriteField(SourceWriter source, FieldModel field, string value)
    {
        var name = Code.Literal(field.Name);
        switch (field.Type.Kind)
        {
            case JsonKind.Text or JsonKind.Number or JsonKind.Boolean:
                source.Line($"json.Write{Primitive(field.Type.Kind)}({name}, {value});");
                break;
            case JsonKind.Date:
                source.Line($"json.WriteString({name}, {DateText(value)});");
                break;
            default:
                source.Line($"json.WritePropertyName({name});");
                WriteValue(source, field.Type, value, 0);
                break;
        }
    }

    private static void WriteValue(SourceWriter source, JsonTypeModel type, string value, int depth)
    {
        switch (type.Kind)
        {
            case JsonKind.Set:
                source.Line($"{type.Set}.WriteJson(json, {value});");
                break;
            case JsonKind.Date:
                source.Line($"json.WriteStringValue({DateText(value)});");
                break;
            case JsonKind.Object:
                source.Line($"Write{type.Method}Json(json, {value});");
                break;
            case JsonKind.List or JsonKind.ImmutableArray:
                var entry = depth == 0 ? "entry" : $"entry{depth + 1}";
                source.Line("json.WriteStartArray();");
                source.Open($"foreach (var {entry} in {value})");
                WriteValue(source, type.Element!, entry, depth + 1);
                source.Close();
                source.Blank();
                source.Line("json.WriteEndArray();");
                break;
            default:
                source.Line($"json.Write{Primitive(type.Kind)}Value({value});");
                break;
        }
    }

    private static string DateText(string value) => $"global::Itdr.JsonDates.Text({value})";

    private static string Primitive(JsonKind kind) => kind switch
    {
        JsonKind.Number => "Number",
        JsonKind.Boolean => "Boolean",
        _ => "String",
    };

    private static void ReadFields(SourceWriter source, ObjectModel model, string type, string input)
    {
        source.Line($"var fields = {input}.Fields({string.Join(", ", model.Fields.Select(field => Code.Literal(field.Name)))});");
        var made = Code.Construct(type, model.Construction, property => ReadField(model.Fields.First(field => field.Identifier == property)));
        Code.Statement(source, "return ", made, ";");
    }

    private static string ReadField(FieldModel field)
    {
        var name = Code.Literal(field.Name);
        if (!field.IsNullable)
        {
            return field.Type.Kind == JsonKind.List
                ? $"fields.List({name}, {Reader(field.Type.Element!)})"
                : $"fields.Read({name}, {Reader(field.Type)})";
        }

        // The type is named where it would otherwise be inferred without its question mark.
        var type = field.Type.IsValueType ? $"<{field.Type.TypeName}?>" : "";
        var reader = field.Type.IsValueType && field.Type.Kind == JsonKind.Object ? $"static value => {Value(field.Type, "value")}" : Reader(field.Type);
        return $"fields.ReadOptional{type}({name}, {reader})";
    }

    private static string Reader(JsonTypeModel type) =>
        type.Kind == JsonKind.Object ? $"Read{type.Method}Json" : $"static value => {Value(type, "value")}";

    private static string Value(JsonTypeModel type, string input) => type.Kind switch
    {
        JsonKind.Text => $"{input}.Text()",
        JsonKind.Number => $"{input}.Number<{type.TypeName}>()",
        JsonKind.Date => $"{input}.Date<{type.TypeName}>()",
        JsonKind.Boolean => $"{input}.Boolean()",
        JsonKind.Set => $"{type.Set}.ReadJson({input})",
        JsonKind.Object => $"Read{type.Method}Json({input})",
        JsonKind.ImmutableArray => $"global::System.Collections.Immutable.ImmutableArray.Create({input}.List({Reader(type.Element!)}))",
        _ => $"{input}.List({Reader(type.Element!)})",
    };

    private static void WriteSlot(SourceWriter source, SlotModel slot, Dictionary<CandidatesModel, string> texts, LocalNames locals)
    {
        var value = $"answer.{slot.Identifier}";
        if (slot.IsOptional)
        {
            var variable = locals.For(slot.Name);
            source.Blank();
            source.Open($"if ({value} is {{ }} {variable})");
            value = variable;
        }

        source.Line(slot.Kind switch
        {
            SlotKind.Text => $"json.WriteString({Code.Literal(slot.JsonName)}, {value});",
            SlotKind.Number or SlotKind.Scale => $"json.WriteNumber({Code.Literal(slot.JsonName)}, {value});",
            _ => $"Slots.{slot.Identifier}.WriteJson(json, {AnswerEmitter.Context(slot, texts)}{value});",
        });
        if (slot.IsOptional)
        {
            source.Close();
            source.Blank();
        }
    }

    private static string ReadSlot(SlotModel slot)
    {
        var type = slot is { IsOptional: true, IsValueType: true } ? $"<{slot.TypeName}?>" : "";
        var method = slot.IsOptional ? "ReadOptional" : "Read";
        var name = Code.Literal(slot.JsonName);
        if (slot is { Kind: SlotKind.List, IsImmutableArray: true })
        {
            return $"fields.{method}<{slot.TypeName}{(slot.IsOptional ? "?" : "")}>({name}, static value => [.. Slots.{slot.Identifier}.ReadJson(value)])";
        }

        return slot switch
        {
            { Candidates: not null } => $"fields.{method}{type}({name}, value => {slot.JsonReader}(task, value))",
            { Scale: { } scale } => $"fields.{method}{type}({name}, value => Slots.{slot.Identifier}.ReadJson(value, task.{scale}))",
            _ => $"fields.{method}{type}({name}, static value => Slots.{slot.Identifier}.ReadJson(value))",
        };
    }

    /// <summary>Writes the methods that read slots by the texts of candidates, which a lambda cannot hold.</summary>
    public static void EmitCandidateReader(SourceWriter source, SubtaskModel model, SlotModel slot)
    {
        var read = $"Slots.{slot.Identifier}.ReadJson(value, texts, task.{slot.Candidates!.Identifier})";
        source.Open($"private static {slot.TypeName} {slot.JsonReader}({model.Hierarchy.Self.Name} task, {Input} value)");
        source.Line(CandidateVariables.Declaration(slot.Candidates, "texts"));
        source.Line(slot.IsImmutableArray ? $"return [.. {read}];" : $"return {read};");
        source.Close();
    }
}
