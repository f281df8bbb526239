using System.Globalization;
using Itdr.Generators.Model;
using Itdr.Generators.Parsing;

namespace Itdr.Generators.Emission;

/// <summary>Writes what is known of a subtask without an instance: its descriptor and the slots of its answer.</summary>
internal static class DescriptorEmitter
{
    /// <summary>Writes <c>Descriptor</c>.</summary>
    public static void Emit(SourceWriter source, SubtaskModel model)
    {
        source.Line(Code.InheritDoc);
        source.Open($"public static global::Itdr.SubtaskDescriptor<{model.Hierarchy.Self.Name}, {model.Answer.Type.Name}> Descriptor {{ get; }} = new()");
        source.Line($"Id = {Code.Literal(model.Id)},");
        source.Line($"Version = {model.Version.ToString(CultureInfo.InvariantCulture)},");
        source.Line($"RootTask = global::Itdr.RootTask.{model.RootTask},");
        source.Line($"Method = {Code.Literal(model.Method)},");
        source.Line($"Instruction = {Code.Literal(model.Instruction)},");
        source.Line($"Variants = {Code.Literals(model.Prompts.Select(prompt => prompt.Variant))},");
        source.Line($"Placeholders = {Code.Literals(model.Prompts.SelectMany(prompt => prompt.Placeholders).Distinct())},");
        source.Line($"Slots = [{string.Join(", ", model.Answer.Slots.Select(slot => $"Slots.{slot.Identifier}"))}],");
        source.Line($"Metrics = {Code.Literals(model.Answer.Metrics)},");
        source.Line($"TemplateHash = {Code.Literal(TemplateHash.Of(model))},");
        source.Close(";");
    }

    /// <summary>Writes the class that holds the values and texts of enumerations.</summary>
    public static void EmitClosedSets(SourceWriter source, SubtaskModel model)
    {
        source.Open($"private static class {ClosedSetTable.Class}");
        foreach (var set in model.ClosedSets)
        {
            source.Line($"public static readonly global::Itdr.ClosedSet<{set.TypeName}> {set.Field} = new(");
            for (var index = 0; index < set.Members.Count; index++)
            {
                var member = set.Members[index];
                source.Continue($"({Code.Literal(member.Text)}, {set.TypeName}.{member.Identifier}){(index < set.Members.Count - 1 ? "," : ");")}");
            }
        }

        source.Close();
    }

    /// <summary>Writes the class that holds the slots.</summary>
    public static void EmitSlots(SourceWriter source, SubtaskModel model)
    {
        source.Open("private static class Slots");
        foreach (var slot in model.Answer.Slots)
        {
            var (type, arguments) = Kind(slot);
            source.Line($"public static readonly global::Itdr.{type} {slot.Identifier} = new({Code.Literal(slot.Name)}, {arguments}{End(slot.End)}){Properties(slot)};");
        }

        source.Close();
    }

    private static (string Type, string Arguments) Kind(SlotModel slot) => slot.Kind switch
    {
        SlotKind.Number => ($"NumberSlot<{slot.TypeName}>", ""),
        SlotKind.Scale => ($"ScaleSlot<{slot.TypeName}>", $"{Code.Literal(slot.Scale!.TrimStart('@'))}, "),
        SlotKind.Date => ($"DateSlot<{slot.TypeName}>", $"{Code.Literal(slot.Format)}, "),
        SlotKind.List => ($"ListSlot<{slot.ElementType}>", $"{Code.Layout(slot.Layout!)}, {Entry(slot.Entry!)}, "),
        SlotKind.Set => ($"SetSlot<{slot.TypeName}>", $"{slot.Set}, "),
        SlotKind.Ranking => ("RankingSlot", $"{Code.Literal(slot.Candidates!.Property)}, {Code.Layout(slot.Layout!)}, "),
        SlotKind.Choice => ("ChoiceSlot", $"{Code.Literal(slot.Candidates!.Property)}, "),
        _ => ("TextSlot", ""),
    };

    /// <summary>What makes the slot of one entry; the list knows what may follow it.</summary>
    private static string Entry(SlotModel entry)
    {
        var (type, arguments) = Kind(entry);
        return $"static end => new global::Itdr.{type}({Code.Literal(entry.Name)}, {arguments}end){(entry.Kind == SlotKind.Text ? " { IsEntry = true }" : Properties(entry))}";
    }

    private static string End(EndModel end)
    {
        var literals = string.Join(", ", end.Literals.Select(Code.Literal));
        return (end.AtEnd, end.Literals.Count) switch
        {
            (true, 0) => "global::Itdr.TextEnd.OfAnswer",
            (true, _) => $"global::Itdr.TextEnd.BeforeOrAtEnd({literals})",
            _ => $"global::Itdr.TextEnd.Before({literals})",
        };
    }

    private static string Properties(SlotModel slot)
    {
        var properties = new List<string>();
        if (slot.IsOptional)
        {
            properties.Add("IsOptional = true");
        }

        if (slot.Bounds is { } bounds)
        {
            properties.Add($"Minimum = {Number(slot, bounds.Minimum)}");
            properties.Add($"Maximum = {Number(slot, bounds.Maximum)}");
        }

        if (slot is { Kind: not SlotKind.Date, Format: { } format })
        {
            properties.Add($"Format = {Code.Literal(format)}");
        }

        if (slot.Top > 0)
        {
            properties.Add($"Top = {slot.Top.ToString(CultureInfo.InvariantCulture)}");
        }

        if (slot.Metrics.Count > 0)
        {
            properties.Add($"Metrics = {Code.Literals(slot.Metrics)}");
        }

        return properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
    }

    private static string Number(SlotModel slot, string text) => slot.TypeName switch
    {
        "decimal" => text + "m",
        "float" => text + "f",
        "double" => text + "d",
        "long" => text + "L",
        "ulong" => text + "UL",
        "uint" => text + "U",
        _ => text,
    };
}
