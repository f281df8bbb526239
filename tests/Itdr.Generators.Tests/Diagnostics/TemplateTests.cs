using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Diagnostics;

public class TemplateTests
{
    [Theory]
    [InlineData("{Text} a {|ITDR003:{|} b")]
    [InlineData("{Text} a {|ITDR003:{|}")]
    [InlineData("{Text} a {|ITDR003:}|} b")]
    [InlineData("{Text} {|ITDR003:{|}Te{Text}")]
    [InlineData("{Text} {|ITDR003:{|}Te\\nxt{|ITDR003:}|}")]
    public void A_single_brace_is_refused(string template) => Marked(template);

    [Theory]
    [InlineData("{Text} {|ITDR003:{ Text }|}")]
    [InlineData("{Text} {|ITDR003:{}|}")]
    [InlineData("{Text} {|ITDR003:{Text.}|}")]
    [InlineData("{Text} {|ITDR003:{1}|}")]
    [InlineData("{Text} {|ITDR003:{?}|}")]
    [InlineData("{Number{|ITDR003::|}} {Text}")]
    [InlineData("{Number:{|ITDR003: 00|}} {Text}")]
    public void What_is_no_placeholder_is_refused(string template) => Marked(template);

    [Theory]
    [InlineData("{?{|ITDR003:Text|}}{Text}")]
    [InlineData("{Text}{/{|ITDR003:Text|}}")]
    [InlineData("{?Maybe}{Text}{/{|ITDR003:Mybe|}}")]
    [InlineData("{?Text}{?Maybe}{Text}{/{|ITDR003:Mybe|}}{/Text}")]
    [InlineData("{?Maybe}{Text}{/{|ITDR003:Other|}}{/Maybe}")]
    [InlineData("{?{|ITDR003:Text|}}{?Maybe}{Text}{/{|ITDR003:Text|}}{/Maybe}")]
    public void A_section_that_is_not_closed_in_order_is_refused(string template) => Marked(template);

    [Theory]
    [InlineData("{?{|ITDR003:Number|}}{Number}{/Number}{Text}")]
    [InlineData("{?{|ITDR003:Item|}}{Item}{/Item}{Text}")]
    public void A_section_over_what_is_always_there_is_refused(string template) => Marked(template);

    [Theory]
    [InlineData("{{Text}} {Text} }}{{")]
    [InlineData("{?Text}{Text}{?Maybe}{Maybe}{/Maybe}{/Text}")]
    [InlineData("{?Maybe}{/Maybe}{Text}")]
    [InlineData("{Item.Title}{Text}{Number:0.00}{Item:loud}")]
    public void What_is_well_formed_is_accepted(string template) => Marked(template);

    [Fact]
    public void The_message_says_how_a_brace_is_written()
    {
        var message = Assert.Single(Marked("{Text} {|ITDR003:}|}")).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("This '}' closes nothing; write '}}' for a brace that is text", message);
    }

    private static List<Microsoft.CodeAnalysis.Diagnostic> Marked(string template) => Diagnose.Marked(
        $$$"""
        [Fragment("{Title}")]
        [Fragment("{Title}!", Format = "loud")]
        public sealed record Item(string Title);

        [Subtask("a"), Instruction("I"), Prompt("{{{template}}}")]
        public sealed partial record A(string Text, [NotRendered] string? Maybe, [NotRendered] int Number, [NotRendered] Item Item)
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }
        """);
}
