using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Diagnostics;

/// <summary>What attributes say that cannot be meant.</summary>
public class AttributeTests
{
    private const string Answer = """[Answer("{Text}")] public sealed partial record Answer(string Text);""";

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \\n\"")]
    public void An_instruction_without_text_is_reported(string text) => Diagnose.Marked(
        $$"""
        [Subtask("a"), Instruction({|ITDR011:{{text}}|}), Prompt("{Text}")]
        public sealed partial record A(string Text) { {{Answer}} }
        """);

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    public void A_version_below_one_is_refused(string version) => Diagnose.Marked(
        $$"""
        [Subtask("a", Version = {|ITDR026:{{version}}|}), Instruction("I"), Prompt("{Text}")]
        public sealed partial record A(string Text) { {{Answer}} }
        """);

    [Theory]
    [InlineData("[Range(0, 1, MinimumIsExclusive = {|ITDR013:true|})] double Share")]
    [InlineData("[Range(0, 9, MinimumIsExclusive = false, MaximumIsExclusive = {|ITDR013:true|})] int Share")]
    public void A_range_that_leaves_out_its_bound_is_refused(string slot) => Diagnose.Marked(
        $$"""
        using System.ComponentModel.DataAnnotations;
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        public sealed partial record A(string Text) { [Answer("{Share}")] public sealed partial record Answer({{slot}}); }
        """);

    [Theory]
    [InlineData("[List(ListStyle.Numbered)] string {|ITDR027:Text|}")]
    [InlineData("[property: List(ListStyle.Inline)] int? {|ITDR027:Text|}")]
    [InlineData("[List({|ITDR027:(ListStyle)3|})] string[] Text")]
    [InlineData("[List({|ITDR027:(ListStyle)(-1)|}, Separator = \"; \")] IReadOnlyList<int> Text")]
    public void A_layout_that_lays_out_nothing_is_refused(string property)
    {
        Diagnose.Marked(
            $$"""
            [Subtask("a"), Instruction("I"), Prompt("{?Text}{Text}{/Text}")]
            public sealed partial record A({{property}}) { [Answer("{Number}")] public sealed partial record Answer(int Number); }
            """);
        Diagnose.Marked(
            $$"""
            [Fragment("{?Text}{Text}{/Text}")]
            public sealed record Thing({{property}});
            """);
    }

    [Theory]
    [InlineData("[List(ListStyle.Bulleted)] DateOnly {|ITDR027:Slot|}", "[List] lays out a list, and 'Slot' has type DateOnly; make it an IReadOnlyList<T>, an array or an ImmutableArray<T>, or remove [List]")]
    [InlineData("[List({|ITDR027:(ListStyle)7|})] string[] Slot", "7 is no ListStyle; write ListStyle.Inline, ListStyle.Numbered or ListStyle.Bulleted")]
    [InlineData("[Range(1, 5)] int[] {|ITDR013:Slot|}", "[Range] bounds a number, and 'Slot' is a list, whose entries have no bounds of their own; remove [Range]")]
    public void A_layout_or_range_of_a_slot_that_does_not_fit_is_refused_with_the_reason(string slot, string message) => Assert.Equal(
        message,
        Diagnose.Message(
            $$"""
            [Subtask("a"), Instruction("I"), Prompt("{Question}")]
            public sealed partial record A(string Question)
            {
                [Answer("{Slot}")]
                public sealed partial record Answer({{slot}});
            }
            """));

    [Fact]
    public void An_answer_outside_a_subtask_is_refused() => Diagnose.Marked(
        $$"""
        [Answer("{Text}")]
        public sealed partial record {|ITDR025:Stray|}(string Text);

        public partial class Outer
        {
            [Answer("{Text}")]
            public sealed partial record {|ITDR025:Nested|}(string Text);
        }

        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        public sealed partial record A(string Text)
        {
            {{Answer}}

            public static partial class Deeper
            {
                [Answer("{Text}")]
                public sealed partial record {|ITDR025:TooDeep|}(string Text);
            }
        }
        """);

    [Theory]
    [InlineData("{{|ITDR024:Text|}}, {Number}", "string Text, int Number", "'Text' is free text and could hold ', ', which ends it; WriteAnswer refuses such a value")]
    [InlineData("{?Text}x: {{|ITDR024:Text|}}{/Text}\\ny: {Number}", "string? Text, int Number", "'Text' is free text and could hold '\\n', which ends it; WriteAnswer refuses such a value")]
    [InlineData("{{|ITDR024:Text|}}", "[List(ListStyle.Inline, Separator = \" | \")] string[] Text", "'Text' is a list of free texts and could hold ' | ', which ends it; WriteAnswer refuses such a value")]
    public void A_free_text_that_can_hold_what_ends_it_is_noted(string template, string slots, string message)
    {
        var said = Diagnose.Message(
            $$"""
            [Subtask("a"), Instruction("I"), Prompt("{Question}")]
            public sealed partial record A(string Question)
            {
                [Answer("{{template}}")]
                public sealed partial record Answer({{slots}});
            }
            """);

        Assert.Equal(message, said);
    }

    [Fact]
    public void A_free_text_that_nothing_ends_is_not_noted() => Assert.Empty(Declared.Analyze(Compile.Sources(
        """
        [Subtask("a"), Instruction("I"), Prompt("{Question}")]
        public sealed partial record A(string Question)
        {
            [Answer("{Number}, {Text}")]
            public sealed partial record Answer(int Number, string Text);
        }
        """)));
}
