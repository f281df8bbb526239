using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes the label writer and the parser of an answer: the same text in both directions.</summary>
internal static class AnswerEmitter
{
    private const string Start = "start";

    /// <summary>Writes <c>WriteAnswer</c>.</summary>
    public static void EmitWriter(SourceWriter source, SubtaskModel model)
    {
        var answer = model.Answer;
        source.Line(Code.InheritDoc);
        source.Open($"public static void WriteAnswer(ref {Code.Writer} writer, {model.Hierarchy.Self.Name} task, {answer.Type.Name} answer)");
        var locals = new LocalNames("writer", "task", "answer", Start);
        var texts = CandidateVariables.Declare(source, answer, locals);
        if (NeedsStart(answer) || MayBeEmpty(answer))
        {
            source.Line($"var {Start} = writer.Length;");
        }

        var before = Before.Nothing;
        foreach (var chunk in answer.Chunks)
        {
            var join = before;
            if (chunk.Section < 0)
            {
                WriteNodes(source, answer, chunk.Nodes, join, texts, locals, null);
                before = Before.Something;
            }
            else
            {
                WriteSection(source, answer, chunk.Section, chunk.Nodes, join, texts, locals);
                before = before == Before.Something ? before : Before.Maybe;
            }
        }

        if (MayBeEmpty(answer))
        {
            source.Blank();
            source.Open($"if (writer.Length == {Start})");
            var slot = Code.Literal(answer.Slots[0].Name);
            source.Line($"throw new global::Itdr.AnswerRefusedException({slot}, \"leaves the answer without any text, which a reader cannot tell from no answer\");");
            source.Close();
        }

        source.Close();
    }

    /// <summary>Writes <c>Parse</c> and <c>ParseJson</c>, and the method that reads the slots, strictly or tolerantly.</summary>
    public static void EmitParser(SourceWriter source, SubtaskModel model)
    {
        var (self, answer) = (model.Hierarchy.Self.Name, model.Answer);
        var type = answer.Type.Name;
        source.Line(Code.InheritDoc);
        source.Line($"public static global::Itdr.ParseResult<{type}> Parse({self} task, global::System.ReadOnlySpan<char> text, global::Itdr.ParseOptions? options = null) =>");
        source.Continue($"global::Itdr.AnswerParser.Parse<{self}, {type}>(task, text, options, ReadAnswer);");
        source.Blank();
        source.Line(Code.InheritDoc);
        source.Line($"public static global::Itdr.ParseResult<{type}> ParseJson({self} task, global::System.ReadOnlySpan<char> text, global::Itdr.ParseOptions? options = null) =>");
        source.Continue($"global::Itdr.AnswerParser.ParseJson<{self}, {type}>(task, text, options);");
        source.Blank();
        source.Open($"private static {type}{(answer.Type.IsStruct ? "" : "?")} ReadAnswer(ref global::Itdr.AnswerReader reader, {self} task)");
        var locals = new LocalNames("task", "reader");
        var texts = CandidateVariables.Declare(source, answer, locals, "reader.Candidates");
        var variables = answer.Slots.Select(slot => locals.For(slot.Name)).ToList();
        var before = Before.Nothing;
        foreach (var chunk in answer.Chunks)
        {
            new AnswerReading(source, answer, variables, texts).Chunk(chunk, before);
            before = chunk.Section < 0 || before == Before.Something ? Before.Something : Before.Maybe;
        }

        source.Line("reader.End();");
        source.Blank();
        source.Open("if (reader.Failure is not null)");
        source.Line("return default;");
        source.Close();
        source.Blank();
        Code.Statement(source, "return ", Code.Construct(type, answer.Construction, property => Made(answer, variables, property)), ";");
        source.Close();
    }

    private static string Made(AnswerModel answer, List<string> variables, string property)
    {
        var index = answer.Slots.ToList().FindIndex(slot => slot.Identifier == property);
        var slot = answer.Slots[index];
        var value = variables[index];
        var certain = slot.IsOptional || (slot.IsValueType && slot.Kind is SlotKind.Number or SlotKind.Date or SlotKind.Scale or SlotKind.Set) ? value : value + "!";
        return slot.IsImmutableArray
            ? slot.IsOptional ? $"{value} is null ? null : [.. {value}]" : $"[.. {certain}]"
            : certain;
    }

    private static bool NeedsStart(AnswerModel answer) => answer.Chunks.Count > 1 && answer.Chunks[0].Section >= 0;

    /// <summary>Whether every part of the text is optional; a slot that stands alone refuses an empty text itself.</summary>
    private static bool MayBeEmpty(AnswerModel answer) =>
        answer.Chunks.Count(chunk => chunk.Section < 0) < 2
        && answer.Chunks.Where(chunk => chunk.Section < 0).SelectMany(chunk => chunk.Nodes).All(node => node is AnswerSection);

    private static void WriteSection(
        SourceWriter source,
        AnswerModel answer,
        int slot,
        EquatableArray<AnswerNode> nodes,
        Before join,
        Dictionary<CandidatesModel, string> texts,
        LocalNames locals)
    {
        var variable = locals.For(answer.Slots[slot].Name);
        source.Blank();
        source.Open($"if (answer.{answer.Slots[slot].Identifier} is {{ }} {variable})");
        WriteNodes(source, answer, nodes, join, texts, locals, variable);
        source.Close();
        source.Blank();
    }

    private static void WriteNodes(
        SourceWriter source,
        AnswerModel answer,
        EquatableArray<AnswerNode> nodes,
        Before join,
        Dictionary<CandidatesModel, string> texts,
        LocalNames locals,
        string? optional)
    {
        foreach (var node in Joined(nodes, join, source))
        {
            switch (node)
            {
                case AnswerLiteral literal:
                    source.Line($"writer.Append({Code.Literal(literal.Text)});");
                    break;
                case AnswerSection section:
                    WriteSection(source, answer, section.Slot, section.Nodes, Before.Nothing, texts, locals);
                    break;
                case AnswerHole hole:
                    var slot = answer.Slots[hole.Slot];
                    source.Line($"Slots.{slot.Identifier}.Write(ref writer, {Context(slot, texts)}{optional ?? $"answer.{slot.Identifier}"});");
                    break;
            }
        }
    }

    private static IEnumerable<AnswerNode> Joined(EquatableArray<AnswerNode> nodes, Before join, SourceWriter source)
    {
        if (join == Before.Maybe)
        {
            source.Line($"writer.LineBreak({Start});");
        }

        return AnswerReading.WithBreak(nodes, join);
    }

    /// <summary>What a slot's methods need to know of the task, as arguments.</summary>
    internal static string Context(SlotModel slot, Dictionary<CandidatesModel, string> texts) => slot switch
    {
        { Candidates: { } candidates } => $"{texts[candidates]}, task.{candidates.Identifier}, ",
        { Scale: { } scale } => $"task.{scale}, ",
        _ => "",
    };
}
