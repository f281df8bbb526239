using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>Every kind of record that DESIGN §2 promises to compile: each is compiled without a diagnostic, and a label reads back.</summary>
public class KindOfRecordTests
{
    private const string Attributes = """[Subtask("a", Method = "Do"), Instruction("I"), Prompt("{Text}")]""";
    private const string Answer = """[Answer("{Text}")] public sealed partial record Answer(string Text);""";
    private const string InternalAnswer = """[Answer("{Text}")] internal sealed partial record Answer(string Text);""";

    private const string Keywords = """
        namespace @event.@class;

        public static partial class @if
        {
            [Subtask("a", Method = "Do"), Instruction("I"), Prompt("{Text} {params} {record}")]
            public sealed partial record @switch(string Text, int @params, string record)
            {
                [Answer("{Text} {int}{?record} {record}{/record}")]
                public sealed partial record @new(string Text, double @int, string? record);
            }
        }
        """;

    public static TheoryData<string, string> Kinds => new()
    {
        { "a class record", $"{Attributes} public sealed partial record A(string Text) {{ {Answer} }}" },
        { "a struct record", $"{Attributes} public partial record struct A(string Text) {{ {Answer} }}" },
        { "a readonly struct record with a struct answer", $"{Attributes} public readonly partial record struct A(string Text) {{ [Answer(\"{{Text}}\")] public readonly partial record struct Answer(string Text); }}" },
        { "an internal record with an internal answer", $"{Attributes} internal sealed partial record A(string Text) {{ {InternalAnswer} }}" },
        { "a record nested in partial types of every kind", $"public partial class One {{ public partial struct Two {{ public partial interface Three {{ internal partial record Four {{ public partial record struct Five {{ {Attributes} public sealed partial record A(string Text) {{ {Answer} }} }} }} }} }} }}" },
        { "required and init members", $"{Attributes} public sealed partial record A {{ public required string Text {{ get; init; }} [NotRendered] public int Row {{ get; set; }} {Answer} }}" },
        { "an answer with required members", $"{Attributes} public sealed partial record A(string Text) {{ [Answer(\"{{Text}}\")] public sealed partial record Answer {{ public required string Text {{ get; init; }} }} }}" },
        { "a file-scoped namespace", $"namespace Some.Deep; {Attributes} public sealed partial record A(string Text) {{ {Answer} }}" },
        { "a namespace with braces inside another", $"namespace Some {{ namespace Deep {{ {Attributes} public sealed partial record A(string Text) {{ {Answer} }} }} }}" },
        { "a namespace, a type and a property named by keywords", Keywords },
        { "several prompt variants", $"[Subtask(\"a\", Method = \"Do\"), Instruction(\"I\"), Prompt(\"{{Text}}\"), Prompt(\"Of {{Text}}\", Variant = \"b\"), Prompt(\"On {{Text}}\", Variant = \"c\")] public sealed partial record A(string Text) {{ {Answer} }}" },
        { "an answer spread over two parts", $"{Attributes} public sealed partial record A(string Text) {{ {Answer} }} public sealed partial record A {{ public int Length => Text.Length; }}" },
        { "an obsolete record", $"{Attributes} [Obsolete] public sealed partial record A(string Text) {{ {Answer} }}" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_compiles_and_a_label_reads_back(string kind, string source)
    {
        Assert.NotEmpty(kind);
        var descriptor = Assert.Single(Declared.From(source).Subtasks);

        Assert.Null(descriptor.Accept(new ReadsBack()));
    }

    private sealed class ReadsBack : ISubtaskVisitor<string?>
    {
        public string? Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            var fields = descriptor.Slots.Count > 1 ? """{"text":"t","params":2,"record":"r"}""" : """{"text":"t"}""";
            var task = TSubtask.ReadJson(System.Text.Json.JsonDocument.Parse(fields.Replace("\"text\":\"t\"}", typeof(TSubtask).GetProperty("Row") is null ? "\"text\":\"t\"}" : "\"text\":\"t\",\"row\":1}", StringComparison.Ordinal)).RootElement);
            var label = descriptor.Slots.Count > 1 ? "t 2.5 r" : "t";
            var parsed = TSubtask.Parse(task, label, ParseOptions.Strict);
            return !parsed.Succeeded ? parsed.Failure!.Message : descriptor.Label(task, parsed.Value) == label ? null : descriptor.Label(task, parsed.Value);
        }
    }

    [Fact]
    public void Subtasks_whose_names_differ_in_case_only_are_both_generated()
    {
        var declared = Declared.From(
            """
            [Subtask("a"), Instruction("I"), Prompt("{Text}")]
            public sealed partial record Match(string Text) { [Answer("{Number}")] public sealed partial record Answer(int Number); }
            [Subtask("b"), Instruction("I"), Prompt("{Text}")]
            public sealed partial record MATCH(string Text) { [Answer("{Number}")] public sealed partial record Answer(int Number); }
            """);
        Assert.Equal(["a", "b"], declared.Subtasks.Select(subtask => subtask.Id));
    }

    [Fact]
    public void Properties_that_differ_in_case_only_keep_their_own_values_in_JSON()
    {
        var task = Declared.From(
            """
            [Subtask("a"), Instruction("I"), Prompt("{NaMe} {Name}")]
            public sealed partial record A(string NaMe, string Name) { [Answer("{Number}")] public sealed partial record Answer(int Number); }
            """).Assembly.GetType("A")!;
        var read = task.GetMethod("ReadJson", [typeof(System.Text.Json.JsonElement)])!
            .Invoke(null, [System.Text.Json.JsonDocument.Parse("""{"naMe":"one","name":"two"}""").RootElement])!;
        Assert.Equal("one two", task.GetMethod("ToPrompt")!.Invoke(read, [null]));
    }
}
