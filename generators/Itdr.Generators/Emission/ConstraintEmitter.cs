using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes what the answer to a task may look like.</summary>
internal static class ConstraintEmitter
{
    private const string Constraint = "global::Itdr.OutputConstraint";

    /// <summary>Writes <c>Constrain</c>.</summary>
    public static void Emit(SourceWriter source, SubtaskModel model)
    {
        source.Line(Code.InheritDoc);
        source.Open($"public static {Constraint} Constrain({model.Hierarchy.Self.Name} task)");
        var texts = CandidateVariables.Declare(source, model.Answer, new LocalNames("task"));
        Code.Statement(source, "return ", Whole(model.Answer, texts), ";");
        source.Close();
    }

    private static List<string> Whole(AnswerModel answer, Dictionary<CandidatesModel, string> texts)
    {
        var parts = answer.Chunks.Select(chunk => Part(answer, chunk, texts)).ToList();
        return parts.Count == 1 ? parts[0] : Call("Lines", parts);
    }

    private static List<string> Part(AnswerModel answer, AnswerChunk chunk, Dictionary<CandidatesModel, string> texts)
    {
        var nodes = chunk.Nodes.Select(node => Node(answer, node, texts)).ToList();
        return chunk.Section >= 0 ? Call("Optional", nodes) : nodes.Count == 1 ? nodes[0] : Call("Sequence", nodes);
    }

    private static List<string> Node(AnswerModel answer, AnswerNode node, Dictionary<CandidatesModel, string> texts)
    {
        switch (node)
        {
            case AnswerLiteral literal:
                return [$"{Constraint}.Literal({Code.Literal(literal.Text)})"];
            case AnswerSection section:
                return Call("Optional", section.Nodes.Select(inner => Node(answer, inner, texts)).ToList());
            default:
                var slot = answer.Slots[((AnswerHole)node).Slot];
                return [$"Slots.{slot.Identifier}.Constrain({Context(slot, texts)})"];
        }
    }

    private static string Context(SlotModel slot, Dictionary<CandidatesModel, string> texts) => slot switch
    {
        { Candidates: { } candidates } => texts[candidates],
        { Scale: { } scale } => $"task.{scale}",
        _ => "",
    };

    /// <summary>A call with one argument a line.</summary>
    private static List<string> Call(string method, List<List<string>> arguments)
    {
        var lines = new List<string> { $"{Constraint}.{method}(" };
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            for (var line = 0; line < argument.Count; line++)
            {
                var after = line < argument.Count - 1 ? "" : index < arguments.Count - 1 ? "," : ")";
                lines.Add("    " + argument[line] + after);
            }
        }

        return lines;
    }
}
