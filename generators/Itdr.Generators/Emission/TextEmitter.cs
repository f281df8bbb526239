using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes the statements that write a prompt or a fragment.</summary>
internal sealed class TextEmitter
{
    private const string Start = "start";

    private readonly SourceWriter source;
    private readonly LocalNames locals;
    private readonly Known known;
    private readonly Dictionary<LayoutModel, string> layouts;

    private TextEmitter(SourceWriter source, string root, Dictionary<LayoutModel, string> layouts)
    {
        this.source = source;
        this.layouts = layouts;
        locals = new LocalNames("writer", "variant", Start, root);
        known = new Known(root);
    }

    /// <summary>Writes the statements.</summary>
    /// <param name="source">Where the code goes.</param>
    /// <param name="root">The variable whose properties are written.</param>
    /// <param name="body">What to write.</param>
    /// <param name="layouts">The fields that hold layouts with a separator of their own.</param>
    public static void Emit(SourceWriter source, string root, BlockModel body, Dictionary<LayoutModel, string> layouts)
    {
        if (NeedsStart(body))
        {
            source.Line($"var {Start} = writer.Length;");
        }

        new TextEmitter(source, root, layouts).Block(body, Before.Nothing);
    }

    /// <summary>Whether a part stands behind sections of which none may be written.</summary>
    private static bool NeedsStart(BlockModel body) => body.Chunks.Count > 1 && body.Chunks[0] is LineSection;

    private void Block(BlockModel body, Before before)
    {
        foreach (var chunk in body.Chunks)
        {
            if (chunk is PlainChunk plain)
            {
                Plain(plain, before);
                before = Before.Something;
            }
            else
            {
                var section = (LineSection)chunk;
                Section(section.Subject, section.Body, before);
                before = before == Before.Something ? before : Before.Maybe;
            }
        }
    }

    private void Plain(PlainChunk chunk, Before before)
    {
        var nodes = chunk.Nodes.ToList();
        switch (before)
        {
            case Before.Maybe:
                source.Line($"writer.LineBreak({Start});");
                break;
            case Before.Something when nodes.Count > 0 && nodes[0] is LiteralNode first:
                nodes[0] = new LiteralNode("\n" + first.Text);
                break;
            case Before.Something:
                nodes.Insert(0, new LiteralNode("\n"));
                break;
        }

        foreach (var node in nodes)
        {
            Node(node);
        }
    }

    private void Node(NodeModel node)
    {
        switch (node)
        {
            case LiteralNode literal:
                source.Line($"writer.Append({Code.Literal(literal.Text)});");
                break;
            case InlineSection section:
                Section(section.Subject, section.Body, Before.Nothing);
                break;
            case ValueNode value:
                Value(value);
                break;
        }
    }

    private void Section(SubjectModel subject, BlockModel body, Before before)
    {
        var (expression, _) = known.Read(subject.Path);
        var variable = locals.For(subject.Path[subject.Path.Count - 1].Name);
        var pattern = subject.Presence switch
        {
            Presence.HasLength => "{ Length: > 0 }",
            Presence.HasCount => "{ Count: > 0 }",
            Presence.IsNotDefaultOrEmpty => "{ IsDefaultOrEmpty: false }",
            _ => "{ }",
        };
        source.Blank();
        source.Open($"if ({expression} is {pattern} {variable})");
        known.Add(subject.Path, variable);
        Block(body, before);
        known.RemoveLast();
        source.Close();
        source.Blank();
    }

    private void Value(ValueNode node)
    {
        var (expression, isNullable) = known.Read(node.Path);
        if (node.Value.Kind == ValueKind.Text)
        {
            // Null writes nothing.
            source.Line($"writer.Append({expression});");
        }
        else if (isNullable)
        {
            var variable = locals.For(node.Path[node.Path.Count - 1].Name);
            source.Blank();
            source.Open($"if ({expression} is {{ }} {variable})");
            Write(node.Value, variable);
            source.Close();
            source.Blank();
        }
        else
        {
            Write(node.Value, expression);
        }
    }

    private void Write(ValueModel value, string expression) => source.Line(value.Kind switch
    {
        ValueKind.Number or ValueKind.Date => NumberCall("writer", expression, value.Format),
        ValueKind.Set => $"writer.Append({value.Set}.Text({expression}));",
        ValueKind.Fragment => $"{value.Writer}(ref writer, {expression});",
        _ => $"{LayoutOf(value.Layout!)}.Write(ref writer, {expression}{EntryWriter(value)});",
    });

    private string LayoutOf(LayoutModel layout) => layouts.TryGetValue(layout, out var field) ? field : Code.Layout(layout);

    private static string EntryWriter(ValueModel list) => list.Element!.Kind switch
    {
        ValueKind.Text => "",
        ValueKind.Fragment => $", {list.Element.Writer}",
        ValueKind.Set => $", static (ref {Code.Writer} entries, {list.ElementType} entry) => entries.Append({list.Element.Set}.Text(entry))",
        _ => $", static (ref {Code.Writer} entries, {list.ElementType} entry) => {NumberCall("entries", "entry", list.Element.Format).TrimEnd(';')}",
    };

    private static string NumberCall(string writer, string expression, string? format) =>
        format is null ? $"{writer}.Append({expression});" : $"{writer}.Append({expression}, {Code.Literal(format)});";
}
