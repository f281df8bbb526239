using Itdr.Generators.Diagnostics;
using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Diagnostics;

public class DeclarationTests
{
    private const string Attributes = """[Subtask("a"), Instruction("I"), Prompt("{Text}")]""";
    private const string Answer = """[Answer("{Text}")] public sealed partial record Answer(string Text);""";

    [Fact]
    public void Every_type_around_generated_code_must_be_partial()
    {
        var diagnostics = Diagnose.Marked(
            $$"""
            public static class {|ITDR005:Outer|}
            {
                {{Attributes}}
                public sealed record {|ITDR005:A|}(string Text)
                {
                    [Answer("{Text}")]
                    public sealed record Answer(string Text);
                }
            }
            """);

        Assert.Equal("'A' must be partial, because generated code adds members to it", diagnostics[1].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_answer_must_be_partial() => Diagnose.Marked(
        $$"""
        {{Attributes}}
        public sealed partial record A(string Text)
        {
            [Answer("{Text}")]
            public sealed record {|ITDR005:Answer|}(string Text);
        }
        """);

    [Theory]
    [InlineData("public sealed partial class {|ITDR014:A|}(string text) { public string Text { get; init; } = text;")]
    [InlineData("public sealed partial record {|ITDR014:A|}<T>(string Text) {")]
    [InlineData("public partial record {|ITDR014:A|}(string Text) {")]
    [InlineData("file sealed partial record {|ITDR014:A|}(string Text) {")]
    [InlineData("public abstract record Base; public sealed partial record {|ITDR014:A|}(string Text) : Base {")]
    public void An_unsupported_kind_of_declaration_is_refused(string declaration)
    {
        // The attributes belong to the declaration, behind what stands before it.
        var at = declaration.IndexOf("; ", StringComparison.Ordinal) is > 0 and var end && declaration.StartsWith("public abstract", StringComparison.Ordinal) ? end + 2 : 0;
        Diagnose.Marked($"{declaration[..at]}{Attributes} {declaration[at..]} {Answer} }}");
    }

    [Fact]
    public void A_private_declaration_is_refused() => Diagnose.Marked(
        $$"""
        public partial class Outer
        {
            {{Attributes}}
            private sealed partial record {|ITDR014:A|}(string Text) { {{Answer}} }
        }
        """);

    [Fact]
    public void The_answer_of_a_public_subtask_must_be_public() => Diagnose.Marked(
        $$"""
        {{Attributes}}
        public sealed partial record A(string Text)
        {
            [Answer("{Text}")]
            internal sealed partial record {|ITDR014:Answer|}(string Text);
        }
        """);

    [Fact]
    public void A_subtask_without_a_prompt_is_refused() => Diagnose.Marked(
        $$"""
        [Subtask("a"), Instruction("I")]
        public sealed partial record {|ITDR010:A|}(string Text) { {{Answer}} }
        """);

    [Fact]
    public void A_subtask_without_an_instruction_is_reported() => Diagnose.Marked(
        $$"""
        [Subtask("a"), Prompt("{Text}")]
        public sealed partial record {|ITDR011:A|}(string Text) { {{Answer}} }
        """);

    [Theory]
    [InlineData("public int {|ITDR015:ToPrompt|}() => 1;")]
    [InlineData("public static string {|ITDR015:Descriptor|} => \"\";")]
    [InlineData("private sealed class {|ITDR015:Slots|};")]
    public void A_member_with_the_name_of_a_generated_one_is_refused(string member) => Diagnose.Marked(
        $$"""
        {{Attributes}}
        public sealed partial record A(string Text)
        {
            {{member}}
            {{Answer}}
        }
        """);

    [Fact]
    public void A_property_that_cannot_be_set_is_refused() => Diagnose.Marked(
        $$"""
        {{Attributes}}
        public sealed partial record A(string Text)
        {
            public string {|ITDR016:Lost|} { get; } = "";
            public string Computed => Text;
            {{Answer}}
        }
        """);

    [Fact]
    public void A_record_without_a_constructor_of_properties_is_refused() => Diagnose.Marked(
        $$"""
        {{Attributes}}
        public sealed partial record {|ITDR016:A|}
        {
            public A(int other) => Text = other.ToString();
            public string Text { get; init; }
            {{Answer}}
        }
        """);

    [Theory]
    [InlineData("DateTimeOffset")]
    [InlineData("Dictionary<string, string>")]
    [InlineData("System.IO.Stream")]
    [InlineData("IReadOnlyList<int?>")]
    public void A_value_that_an_instance_file_cannot_hold_is_refused(string type) => Diagnose.Marked(
        $$"""
        {{Attributes}}
        public sealed partial record A(string Text, [NotRendered] {{type}} {|ITDR004:Other|}) { {{Answer}} }
        """);

    [Fact]
    public void A_type_that_no_template_can_write_is_refused()
    {
        var message = Diagnose.Message(
            $$"""
            public sealed record Bare(string Name);

            [Subtask("a"), Instruction("I"), Prompt("{Text} {Other}")]
            public sealed partial record A(string Text, Bare {|ITDR004:Other|}) { {{Answer}} }
            """);

        Assert.Equal("'Other' has type Bare, which no template can write; use a string, a number, a date, a bool, an enum, a type with [Fragment], or a list of these", message);
    }

    [Theory]
    [InlineData("\"Top K\"")]
    [InlineData("\"\"")]
    [InlineData("\"-a\"")]
    public void A_malformed_id_is_refused(string id) => Diagnose.Marked(
        $$"""
        [Subtask({|ITDR021:{{id}}|}), Instruction("I"), Prompt("{Text}")]
        public sealed partial record A(string Text) { {{Answer}} }
        """);

    [Fact]
    public void A_method_that_is_no_identifier_is_refused() => Diagnose.Marked(
        $$"""
        [Subtask("a", Method = {|ITDR021:"Do it"|}), Instruction("I"), Prompt("{Text}")]
        public sealed partial record A(string Text) { {{Answer}} }
        """);

    [Fact]
    public void Two_wordings_with_one_name_are_refused() => Diagnose.Marked(
        $$"""
        [Subtask("a"), Instruction("I")]
        [Prompt("{Text}"), Prompt({|ITDR020:"{Text}!"|}), Prompt("{Text}?", Variant = "b"), Prompt("{Text}.", Variant = {|ITDR020:"b"|})]
        public sealed partial record A(string Text) { {{Answer}} }
        """);

    [Fact]
    public void Two_fragments_with_one_format_are_refused() => Diagnose.Marked(
        """
        [Fragment("{Title}"), Fragment({|ITDR020:"{Title}!"|}), Fragment("{Title}?", Format = "b"), Fragment("{Title}.", Format = {|ITDR020:"b"|})]
        public sealed record Item(string Title);
        """);

    [Fact]
    public void Subtasks_with_one_id_or_method_are_refused_on_each_of_them()
    {
        var diagnostics = Diagnose.Marked(
            $$"""
            [Subtask({|ITDR017:"a"|}, Method = {|ITDR018:"Do"|}), Instruction("I"), Prompt("{Text}")]
            public sealed partial record A(string Text) { {{Answer}} }
            """,
            $$"""
            [Subtask({|ITDR017:"a"|}), Instruction("I"), Prompt("{Text}")]
            public sealed partial record B(string Text) { {{Answer}} }

            [Subtask("c", Method = {|ITDR018:"Do"|}), Instruction("I"), Prompt("{Text}")]
            public sealed partial record C(string Text) { {{Answer}} }
            """);

        Assert.Equal("'B' and 'A' both have the id \"a\"; an id is unique within an assembly", diagnostics[2].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_diagnostic_has_a_marked_test()
    {
        var folder = Path.GetDirectoryName(ThisFile())!;
        var tests = string.Concat(Directory.EnumerateFiles(folder, "*.cs").Select(File.ReadAllText));
        Assert.All(Descriptors.All, descriptor => Assert.Contains($"{{|{descriptor.Id}:", tests, StringComparison.Ordinal));
        Assert.Equal(Descriptors.All.Length, Descriptors.All.Select(descriptor => descriptor.Id).Distinct().Count());
    }

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    [Theory]
    [InlineData("string Name, string {|ITDR016:name|}", "{Name} {name}", "int Number", "{Number}")]
    [InlineData("string Text", "{Text}", "int URL, int {|ITDR016:Url|}", "{URL} {Url}")]
    public void Two_properties_that_would_be_one_field_in_JSON_are_refused(string task, string prompt, string answer, string label) => Diagnose.Marked(
        $$"""
        [Subtask("a"), Instruction("I"), Prompt("{{prompt}}")]
        public sealed partial record A({{task}}) { [Answer("{{label}}")] public sealed partial record Answer({{answer}}); }
        """);

    [Fact]
    public void A_fragment_of_which_two_properties_would_be_one_field_in_JSON_is_refused() => Diagnose.Marked(
        """
        [Fragment("{Name} {name}")] public sealed record Item(string Name, string name);
        [Subtask("a"), Instruction("I"), Prompt("{Item}")]
        public sealed partial record A(Item {|ITDR004:Item|}) { [Answer("{Number}")] public sealed partial record Answer(int Number); }
        """);
}
