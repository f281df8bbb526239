using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Diagnostics;

public class AnswerTests
{
    [Fact]
    public void A_subtask_without_an_answer_is_refused() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        public sealed partial record {|ITDR006:A|}(string Text);
        """);

    [Fact]
    public void A_second_answer_is_refused() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        public sealed partial record A(string Text)
        {
            [Answer("{Text}")]
            public sealed partial record One(string Text);

            [Answer("{Text}")]
            public sealed partial record {|ITDR007:Two|}(string Text);
        }
        """);

    [Theory]
    [InlineData("{Text}{{|ITDR009:Number|}}", "string Text, int Number")]
    [InlineData("{Text}{?Maybe}, {Maybe}{/Maybe}{{|ITDR009:Number|}}", "string Text, string? Maybe, int Number")]
    [InlineData("{{|ITDR009:Number|}}0 of {Text}", "int Number, string Text")]
    [InlineData("{{|ITDR009:Part|}}.{Whole}", "decimal Part, int Whole")]
    [InlineData("{{|ITDR009:Part|}}.5 {Text}", "double Part, string Text")]
    [InlineData("{{|ITDR009:Part|}}e{Whole}", "float Part, int Whole")]
    [InlineData("{{|ITDR009:Part|}}E+{Whole}", "float Part, int Whole")]
    [InlineData("{Text} and {{|ITDR009:Text|}}", "string Text")]
    public void A_template_that_reads_in_two_ways_is_refused(string template, string slots) => Marked(template, slots);

    [Theory]
    [InlineData("{Number}-{Text}", "int Number, string Text")]
    [InlineData("{Number}.{Text}", "int Number, string Text")]
    [InlineData("{Part}. {Text}", "decimal Part, string Text")]
    [InlineData("{Part}.", "decimal Part")]
    [InlineData("{Part} euro", "decimal Part")]
    [InlineData("{Part}\\n{Text}", "decimal Part, string Text")]
    [InlineData("{Text}, {Number}", "string Text, int Number")]
    public void A_template_that_reads_in_one_way_is_accepted(string template, string slots) => Marked(template, slots);

    [Theory]
    [InlineData("{{|ITDR009:Days|}}, and {Text}", "IReadOnlyList<string> Days, string Text")]
    [InlineData("{{|ITDR009:Days|}},", "IReadOnlyList<string> Days")]
    [InlineData("{{|ITDR009:Days|}}\\n{Text}", "[List(ListStyle.Bulleted)] IReadOnlyList<string> Days, string Text")]
    [InlineData("{{|ITDR009:Days|}}\\n- {Text}", "[List(ListStyle.Bulleted)] IReadOnlyList<string> Days, string Text")]
    [InlineData("{{|ITDR009:Days|}}\\n12. {Text}", "[List(ListStyle.Numbered)] IReadOnlyList<string> Days, string Text")]
    [InlineData("{{|ITDR009:Days|}}\\n{?Text}3. {Text}{/Text}", "[List(ListStyle.Numbered)] IReadOnlyList<string> Days, string? Text")]
    [InlineData("{{|ITDR009:Days|}}", "[List(ListStyle.Inline, Separator = \"\")] IReadOnlyList<string> Days")]
    [InlineData("{{|ITDR009:Days|}}", "[List(ListStyle.Inline, Separator = \"0\")] IReadOnlyList<int> Days")]
    [InlineData("{{|ITDR009:Days|}}", "[List(ListStyle.Inline, Separator = \".\")] IReadOnlyList<double> Days")]
    [InlineData("{{|ITDR009:Days:yyyy-M-d|}}0", "DateOnly Days")]
    [InlineData("{Days}{{|ITDR009:Text|}}", "DateOnly Days, string Text")]
    public void A_list_or_a_date_whose_end_cannot_be_told_is_refused(string template, string slots) => Marked(template.Replace(":yyyy-M-d|}", "|}:yyyy-M-d", StringComparison.Ordinal), slots);

    [Theory]
    [InlineData("{Days}; {Text}", "IReadOnlyList<string> Days, string Text")]
    [InlineData("{Days}\\nend", "[List(ListStyle.Bulleted)] IReadOnlyList<string> Days")]
    [InlineData("{Days}\\n{?Text}last: {Text}{/Text}", "[List(ListStyle.Numbered)] IReadOnlyList<string> Days, string? Text")]
    [InlineData("{Days:yyyy-MM-dd}0", "DateOnly Days")]
    [InlineData("{Days:0.0}", "[List(ListStyle.Inline, Separator = \";\")] double[] Days")]
    public void A_list_or_a_date_whose_end_can_be_told_is_accepted(string template, string slots) => Marked(template, slots);

    [Theory]
    [InlineData("{Day:{|ITDR012:MM-dd|}}", "DateOnly Day")]
    [InlineData("{Day:{|ITDR012:yy-MM-dd|}}", "DateOnly Day")]
    [InlineData("{Day:{|ITDR012:yyyy-MM-dd|}}", "DateTime Day")]
    [InlineData("{Day:{|ITDR012:HH:mm|}}", "DateOnly Day")]
    [InlineData("{Day:{|ITDR012:yyyy-MM-dd HH:mm K|}}", "DateTime Day")]
    [InlineData("{Day:{|ITDR012:d MMMM|}}", "DateOnly[] Day")]
    [InlineData("{Day:{|ITDR012:yyyy 'of|}}", "DateOnly Day")]
    public void A_format_from_which_a_date_cannot_be_read_back_is_refused(string template, string slots) => Marked(template, slots);

    [Fact]
    public void The_message_about_a_format_says_what_it_loses() => Assert.Equal(
        "A label in the format 'MM-dd' does not give back 'Day': it loses the year; add 'yyyy'",
        Assert.Single(Marked("{Day:{|ITDR012:MM-dd|}}", "DateOnly Day")).GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("{Text}{{|ITDR009:Other|}}", "string Text, string Other", "'Other' follows 'Text' with no text that always stands between them, so a reader cannot see where one ends: \"abc\" reads as Text 'a' with Other 'bc', and as 'ab' with 'c'")]
    [InlineData("{Text}{{|ITDR009:Number|}}", "string Text, int Number", "'Number' follows 'Text' with no text that always stands between them, so a reader cannot see where one ends: \"a10\" reads as Text 'a' with Number '10', and as 'a1' with '0'")]
    [InlineData("{{|ITDR009:Number|}}0 of {Text}", "int Number, string Text", "The text '0 of ' after 'Number' could be read as part of the number: \"10 of \" reads as 1 with '0 of ' after it, and as another number; put other text between them")]
    [InlineData("{{|ITDR009:Part|}}.{Whole}", "decimal Part, int Whole", "The text '.' after 'Part' could be read as part of the number: \"1.5\" reads as 1 with '.' after it, and as another number; put other text between them")]
    [InlineData("{{|ITDR009:Tags|}}, and {Text}", "string[] Tags, string Text", "The text ', and ' after 'Tags' could be read as the start of an entry: \"a, and …\" reads as a list that ends there and as one that goes on; put other text between them, or change the separator")]
    [InlineData("{?One}x: {{|ITDR009:One|}}{/One}\\n{?Two}x: {Two}{/Two}", "string? One, string? Two", "The section over 'One' starts like the text 'x: ' that follows where it is absent, so a reader cannot see whether it is there: \"x: …\" reads with 'One' and without it")]
    public void The_message_about_an_ambiguity_names_both_sides_and_gives_a_text_that_reads_in_two_ways(string template, string slots, string message) =>
        Assert.Equal(message, Assert.Single(Marked(template, slots)).GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("{?{|ITDR009:Maybe|}}{Maybe}{/Maybe} {Text}", "string? Maybe, string Text")]
    [InlineData("{?Maybe}so {Maybe}. {/Maybe}{{|ITDR009:Text|}}", "string? Maybe, string Text")]
    [InlineData("{?One}x: {{|ITDR009:One|}}{/One}\\n{?Two}x: {Two}{/Two}", "string? One, string? Two")]
    [InlineData("{?One}ag{{|ITDR009:One|}}{/One}\\n{?Two}age: {Two}{/Two}", "string? One, string? Two")]
    [InlineData("{?One}x: {One}{/One}\\n{{|ITDR009:Text|}}", "string? One, string Text")]
    [InlineData("{Text}{?One}; {{|ITDR009:One|}}{/One}; {Number}", "string Text, string? One, int Number")]
    [InlineData("{?One}x: {One}{?{|ITDR009:Two|}} {Two}{/Two}{/One}", "string? One, string? Two")]
    public void A_section_whose_presence_cannot_be_seen_is_refused(string template, string slots) => Marked(template, slots);

    [Theory]
    [InlineData("a {{|ITDR019:Maybe|}}", "string? Maybe")]
    [InlineData("{?{|ITDR019:Text|}}a {Text}{/Text}", "string Text")]
    [InlineData("{?Maybe}a {{|ITDR019:Text|}}{/Maybe}", "string? Maybe, string Text")]
    [InlineData("{?{|ITDR019:Maybe|}}a{/Maybe}", "string? Maybe")]
    public void A_slot_stands_in_a_section_if_and_only_if_it_may_be_null(string template, string slots) => Marked(template, slots);

    [Fact]
    public void A_property_of_the_answer_that_its_template_lacks_is_refused() => Marked("{Text}", "string Text, int {|ITDR022:Number|} = 0");

    [Theory]
    [InlineData("char")]
    [InlineData("DateTimeOffset")]
    [InlineData("IReadOnlyList<string?>")]
    [InlineData("IReadOnlyList<IReadOnlyList<string>>")]
    [InlineData("int[]?[]")]
    [InlineData("Item")]
    public void A_slot_of_another_type_is_refused(string type) => Marked("{Slot}", $"{type} {{|ITDR004:Slot|}}");

    [Fact]
    public void A_template_without_a_slot_is_refused() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        public sealed partial record A(string Text)
        {
            [Answer({|ITDR003:"yes"|})]
            public sealed partial record Answer;
        }
        """);

    [Fact]
    public void A_slot_with_the_name_of_the_class_of_slots_is_refused() => Marked("{Slots}", "string {|ITDR015:Slots|}");

    [Fact]
    public void A_member_of_a_slot_is_no_slot() => Marked("{{|ITDR004:Text.Length|}}", "string Text");

    [Theory]
    [InlineData("[RankedFrom({|ITDR008:\"Itmes\"|})] IReadOnlyList<Item> Slot")]
    [InlineData("[RankedFrom({|ITDR008:nameof(Question)|})] IReadOnlyList<Item> Slot")]
    [InlineData("[RankedFrom({|ITDR008:nameof(Perhaps)|})] IReadOnlyList<Item> Slot")]
    [InlineData("[RankedFrom({|ITDR008:nameof(Plain)|})] IReadOnlyList<Bare> Slot")]
    [InlineData("[RankedFrom(nameof(Items))] Item {|ITDR008:Slot|}")]
    [InlineData("[RankedFrom(nameof(Items))] IReadOnlyList<string> {|ITDR008:Slot|}")]
    [InlineData("[RankedFrom(nameof(Items), Top = {|ITDR008:-1|})] IReadOnlyList<Item> Slot")]
    [InlineData("[ChosenFrom({|ITDR008:nameof(Scale)|})] Item Slot")]
    [InlineData("[ChosenFrom(nameof(Items))] string {|ITDR008:Slot|}")]
    [InlineData("[ChosenFrom(nameof(Items)), RankedFrom(nameof(Items))] Item {|ITDR008:Slot|}")]
    [InlineData("[OnScale({|ITDR008:nameof(Question)|})] decimal Slot")]
    [InlineData("[OnScale(nameof(Scale))] string {|ITDR008:Slot|}")]
    [InlineData("[OnScale({|ITDR008:\"Scael\"|})] decimal Slot")]
    public void A_slot_that_refers_to_the_wrong_property_is_refused(string slot) => Marked("{Slot}", slot);

    [Fact]
    public void A_wrong_reference_is_reported_with_the_name_that_was_meant()
    {
        var diagnostic = Assert.Single(Marked("{Slot}", "[RankedFrom({|ITDR008:\"Itmes\"|})] IReadOnlyList<Item> Slot"));
        Assert.Equal("A has no property 'Itmes'; did you mean 'Items'?", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("[Range(0, 1)] string {|ITDR013:Slot|}")]
    [InlineData("[Range(0, 1)] int[] {|ITDR013:Slot|}")]
    [InlineData("[Range({|ITDR013:2|}, 1)] int Slot")]
    [InlineData("[Range({|ITDR013:0.5|}, 1)] int Slot")]
    [InlineData("[Range(0, {|ITDR013:300|})] byte Slot")]
    [InlineData("[Range(0, {|ITDR013:double.MaxValue|})] decimal Slot")]
    [InlineData("[Range(typeof(decimal), \"0\", {|ITDR013:\"one\"|})] decimal Slot")]
    [InlineData("[OnScale(nameof(Scale)), Range(0, 1)] decimal {|ITDR013:Slot|}")]
    public void A_range_that_does_not_fit_is_refused(string slot) => Marked("{Slot}", slot);

    [Theory]
    [InlineData("[Range(0, 1)] int Slot")]
    [InlineData("[Range(-0.5, 1)] double Slot")]
    [InlineData("[Range(typeof(decimal), \"0.1\", \"0.2\")] decimal Slot")]
    [InlineData("[OnScale(nameof(Scale))] int Slot")]
    [InlineData("[RankedFrom(nameof(Items), Top = 2), List(ListStyle.Bulleted)] IReadOnlyList<Item> Slot")]
    [InlineData("[RankedFrom(nameof(Names))] ImmutableArray<string> Slot")]
    [InlineData("[ChosenFrom(nameof(Names))] string Slot")]
    public void A_slot_that_fits_is_accepted(string slot) => Marked("{Slot}", slot);

    private static List<Microsoft.CodeAnalysis.Diagnostic> Marked(string template, string slots) => Diagnose.Marked(
        $$$"""
        [Fragment("{Title}")]
        public sealed record Item(string Title);

        public sealed record Bare(string Title);

        [Subtask("a"), Instruction("I"), Prompt("{Question}")]
        public sealed partial record A(
            string Question,
            [NotRendered] IReadOnlyList<Item> Items,
            [NotRendered] IReadOnlyList<Item>? Perhaps,
            [NotRendered] IReadOnlyList<Bare> Plain,
            [NotRendered] string[] Names,
            [NotRendered] RatingScale Scale)
        {
            [Answer("{{{template}}}")]
            public sealed partial record Answer({{{slots}}});
        }
        """);
}
