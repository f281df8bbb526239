using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Diagnostics;

public class PlaceholderTests
{
    [Fact]
    public void An_unknown_placeholder_is_reported_with_the_name_that_was_meant()
    {
        var message = Diagnose.Message(
            """
            [Subtask("a"), Instruction("I"), Prompt("Of {{|ITDR001:Histroy|}}")]
            public sealed partial record A(string History)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """);

        Assert.Equal("A has no property 'Histroy' that a template can read; did you mean 'History'?", message);
    }

    [Fact]
    public void An_unknown_placeholder_that_is_like_nothing_gets_no_suggestion()
    {
        var message = Diagnose.Message(
            """
            [Subtask("a"), Instruction("I"), Prompt("{Text} {{|ITDR001:Weather|}}")]
            public sealed partial record A(string Text)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """);

        Assert.Equal("A has no property 'Weather' that a template can read", message);
    }

    [Fact]
    public void Only_the_member_is_marked_where_a_member_is_unknown()
    {
        var message = Diagnose.Message(
            """
            public sealed record Domain(string Items);

            [Subtask("a"), Instruction("I"), Prompt("Of {Domain.{|ITDR001:Itmes|}:x}")]
            public sealed partial record A(Domain Domain)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """);

        Assert.Equal("Domain has no property 'Itmes' that a template can read; did you mean 'Items'?", message);
    }

    [Fact]
    public void The_name_of_a_section_is_checked_like_any_placeholder() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{?{|ITDR001:Nope|}}x{/Nope}{Text}")]
        public sealed partial record A(string Text)
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }
        """);

    [Fact]
    public void A_slot_of_the_answer_must_be_a_property_of_the_answer() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{Question}")]
        public sealed partial record A(string Question)
        {
            [Answer("Well: {{|ITDR001:Txet|}}.")]
            public sealed partial record Answer(string Text);
        }
        """);

    [Fact]
    public void The_placeholders_of_a_fragment_are_reported_at_the_fragment_and_not_at_its_users()
    {
        Diagnose.Marked(
            """
            [Fragment("{Title} ({{|ITDR001:Yaer|}})")]
            public sealed record Item(string Title, int Year);

            [Subtask("a"), Instruction("I"), Prompt("{Item}")]
            public sealed partial record A(Item Item)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """);
    }

    [Fact]
    public void A_format_that_a_fragment_lacks_is_reported_with_those_that_it_has()
    {
        var message = Diagnose.Message(
            """
            [Fragment("{Title}")]
            [Fragment("{Title}: {Tag}", Format = "tagged")]
            public sealed record Item(string Title, string Tag);

            [Subtask("a"), Instruction("I"), Prompt("{Items:{|ITDR012:taged|}}")]
            public sealed partial record A(IReadOnlyList<Item> Items)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """);

        Assert.Equal("Item has no format 'taged': it has 'tagged'; did you mean 'tagged'?", message);
    }

    [Fact]
    public void A_fragment_without_a_plain_format_needs_one_in_the_placeholder()
    {
        var message = Diagnose.Message(
            """
            [Fragment("{Title}", Format = "short")]
            public sealed record Item(string Title);

            [Subtask("a"), Instruction("I"), Prompt("{{|ITDR012:Item|}}")]
            public sealed partial record A(Item Item)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """);

        Assert.Equal("Item has no [Fragment] without a format, so a placeholder must name one: it has 'short'", message);
    }

    [Theory]
    [InlineData("string", "upper")]
    [InlineData("int", "Q")]
    [InlineData("decimal", "D4")]
    public void A_format_that_a_value_does_not_have_is_refused(string type, string format) => Diagnose.Marked(
        $$$"""
        [Subtask("a"), Instruction("I"), Prompt("{Value:{|ITDR012:{{{format}}}|}}")]
        public sealed partial record A({{{type}}} Value)
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }
        """);

    [Fact]
    public void A_property_that_no_prompt_names_is_reported() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        public sealed partial record A(string Text, string {|ITDR002:Forgotten|}, [NotRendered] string Key)
        {
            public int {|ITDR002:Year|} { get; init; }

            [NotRendered]
            public int Id { get; init; }

            public string Computed => Text + Key;

            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }
        """);

    [Fact]
    public void A_property_that_one_of_several_prompts_names_is_used() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}"), Prompt("{Text} {Year}", Variant = "long")]
        public sealed partial record A(string Text, int Year)
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }
        """);
}
