using Itdr.Generators.CodeFixes;

namespace Itdr.Generators.Tests.CodeFixes;

public class AddNotRenderedFixTests
{
    [Fact]
    public async Task A_parameter_gets_the_attribute_before_it_and_a_property_on_a_line_of_its_own()
    {
        var titles = await Fixed.Is(
            new AddNotRenderedFix(),
            """
            [Subtask("a"), Instruction("I"), Prompt("{Text}")]
            internal sealed partial record A(string Text, [List(ListStyle.Inline)] string[] Tags)
            {
                // Which row it is.
                public int Row { get; init; }

                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """,
            """
            [Subtask("a"), Instruction("I"), Prompt("{Text}")]
            internal sealed partial record A(string Text, [NotRendered] [List(ListStyle.Inline)] string[] Tags)
            {
                // Which row it is.
                [NotRendered]
                public int Row { get; init; }

                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """);

        Assert.Equal(["Mark with [NotRendered]", "Mark with [NotRendered]"], titles);
    }

    [Fact]
    public Task A_property_behind_others_on_its_line_stays_there() => Fixed.Is(
        new AddNotRenderedFix(),
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        internal sealed partial record A(string Text) { public int Row { get; init; }
            [Answer("{Text}")] public sealed partial record Answer(string Text); }
        """,
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        internal sealed partial record A(string Text) { [NotRendered] public int Row { get; init; }
            [Answer("{Text}")] public sealed partial record Answer(string Text); }
        """);

    [Fact]
    public Task The_attribute_is_qualified_where_its_name_means_another() => Fixed.Is(
        new AddNotRenderedFix(),
        """
        namespace Mine
        {
            internal sealed class NotRenderedAttribute : System.Attribute;

            [Subtask("a"), Instruction("I"), Prompt("{Text}")]
            internal sealed partial record A(string Text, int Row)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
        }
        """,
        """
        namespace Mine
        {
            internal sealed class NotRenderedAttribute : System.Attribute;

            [Subtask("a"), Instruction("I"), Prompt("{Text}")]
            internal sealed partial record A(string Text, [Itdr.NotRendered] int Row)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
        }
        """);

    [Fact]
    public Task The_line_ends_of_the_file_are_kept() => Fixed.Is(
        new AddNotRenderedFix(),
        Declaration("").ReplaceLineEndings("\r\n"),
        Declaration("    [NotRendered]\n").ReplaceLineEndings("\r\n"));

    private static string Declaration(string attribute) =>
        "[Subtask(\"a\"), Instruction(\"I\"), Prompt(\"{Text}\")]\ninternal sealed partial record A(string Text)\n{\n"
        + attribute + "    public int Row { get; init; }\n"
        + "    [Answer(\"{Text}\")]\n    public sealed partial record Answer(string Text);\n}\n";
}
