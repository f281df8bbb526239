using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes the statements that read one part of an answer.</summary>
internal sealed class AnswerReading(SourceWriter source, AnswerModel answer, List<string> variables, Dictionary<CandidatesModel, string> texts)
{
    /// <summary>Reads a part of the text.</summary>
    public void Chunk(AnswerChunk chunk, Before before)
    {
        if (chunk.Section >= 0)
        {
            // At the front a line needs no break before it, and the reader knows where it stands.
            Section(chunk.Section, chunk.Nodes, before == Before.Nothing ? Before.Maybe : before);
            return;
        }

        if (before == Before.Maybe)
        {
            source.Line("reader.LineBreak();");
        }

        foreach (var node in WithBreak(chunk.Nodes, before))
        {
            Node(node, declare: true);
        }
    }

    /// <summary>The nodes with the line break that certainly stands before them.</summary>
    public static IEnumerable<AnswerNode> WithBreak(EquatableArray<AnswerNode> nodes, Before before)
    {
        if (before != Before.Something)
        {
            return nodes;
        }

        return nodes.Count > 0 && nodes[0] is AnswerLiteral first
            ? [new AnswerLiteral("\n" + first.Text), .. nodes.Skip(1)]
            : [new AnswerLiteral("\n"), .. nodes];
    }

    private void Node(AnswerNode node, bool declare)
    {
        switch (node)
        {
            case AnswerLiteral literal:
                source.Line($"reader.Literal({Code.Literal(literal.Text)});");
                break;
            case AnswerSection section:
                Section(section.Slot, section.Nodes, Before.Nothing);
                break;
            case AnswerHole hole:
                var slot = answer.Slots[hole.Slot];
                var context = AnswerEmitter.Context(slot, texts).TrimEnd(' ', ',');
                var read = $"Slots.{slot.Identifier}.Read(ref reader{(context.Length == 0 ? "" : ", " + context)});";
                source.Line($"{(declare ? "var " : "")}{variables[hole.Slot]} = {read}");
                break;
        }
    }

    private void Section(int slot, EquatableArray<AnswerNode> nodes, Before before)
    {
        var start = ((AnswerLiteral)nodes[0]).Text;
        var test = before switch
        {
            Before.Maybe => $"reader.TryLine({Code.Literal(start)})",
            Before.Something => $"reader.TryLiteral({Code.Literal("\n" + start)})",
            _ => $"reader.TryLiteral({Code.Literal(start)})",
        };
        source.Blank();
        source.Line($"{OptionalType(answer.Slots[slot])} {variables[slot]} = null;");
        source.Open($"if ({test})");
        foreach (var node in nodes.Skip(1))
        {
            Node(node, declare: false);
        }

        source.Close();
        source.Blank();
    }

    /// <summary>The type of the variable that holds an optional slot's value; a ranking or a list is read as an array.</summary>
    private static string OptionalType(SlotModel slot) =>
        slot.Kind is SlotKind.Ranking or SlotKind.List ? $"{slot.ElementType}[]?" : slot.TypeName + "?";
}
