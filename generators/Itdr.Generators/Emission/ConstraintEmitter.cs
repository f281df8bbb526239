using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes <c>Constrain</c>: what the label writer writes and the parser reads, as a tree.</summary>
internal static class ConstraintEmitter
{
    private const string Indent = "    ";
    private const string Constraint = "global::Itdr.OutputConstraint";

    /// <summary>Writes the method.</summary>
    public static void Emit(SourceWriter source, SubtaskModel model)
    {
        source.Line(Code.InheritDoc);
        source.Open($"public static {Constraint} Constrain({model.Hierarchy.Self.Name} task)");
        var texts = CandidateVariables.Declare(source, model.Answer, new LocalNames("task"));
        Code.Statement(source, "return ", Answer(model.Answer, texts), ";");
        source.Close();
    }

    private static List<string> Answer(AnswerModel answer, Dictionary<CandidatesModel, string> texts)
    {
        var chunks = answer.Chunks.Select(chunk => Chunk(answer, chunk, texts)).ToList();
        return chunks.Count == 1 ? chunks[0] : Call("Lines", chunks);
    }

    private static List<string> Chunk(AnswerModel answer, AnswerChunk chunk, Dictionary<CandidatesModel, string> texts)
    {
        var nodes = chunk.Nodes.Select(node => Node(answer, node, texts)).ToList();
        if (chunk.Section >= 0)
        {
            return Call("Optional", nodes);
        }

        return nodes.Count switch
        {
            // A line of the template that is empty.
            0 => [$"{Constraint}.Literal(\"\")"],
            1 => nodes[0],
            _ => Call("Sequence", nodes),
        };
    }

    private static List<string> Node(AnswerModel answer, AnswerNode node, Dictionary<CandidatesModel, string> texts) => node switch
    {
        AnswerLiteral literal => [$"{Constraint}.Literal({Code.Literal(literal.Text)})"],
        AnswerSection section => Call("Optional", [.. section.Nodes.Select(inner => Node(answer, inner, texts))]),
        AnswerHole hole => [Slot(answer.Slots[hole.Slot], texts)],
        _ => throw new InvalidOperationException($"There is no part of an answer of type {node.GetType().Name}."),
    };

    private static string Slot(SlotModel slot, Dictionary<CandidatesModel, string> texts) => slot switch
    {
        { Candidates: { } candidates } => $"Slots.{slot.Identifier}.Constrain({texts[candidates]})",
        { Scale: { } scale } => $"Slots.{slot.Identifier}.Constrain(task.{scale})",
        _ => $"Slots.{slot.Identifier}.Constrain()",
    };

    private static List<string> Call(string method, List<List<string>> parts)
    {
        var lines = new List<string> { $"{Constraint}.{method}(" };
        for (var index = 0; index < parts.Count; index++)
        {
            lines.AddRange(parts[index].Select(line => Indent + line));
            lines[lines.Count - 1] += index < parts.Count - 1 ? "," : ")";
        }

        return lines;
    }
}
