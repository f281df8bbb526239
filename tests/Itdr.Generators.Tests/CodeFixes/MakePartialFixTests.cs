using Itdr.Generators.CodeFixes;

namespace Itdr.Generators.Tests.CodeFixes;

public class MakePartialFixTests
{
    [Fact]
    public async Task Each_type_around_generated_code_is_made_partial()
    {
        var titles = await Fixed.Is(
            new MakePartialFix(),
            """
            static class Outer
            {
                [Subtask("a"), Instruction("I"), Prompt("{Text}")]
                internal sealed record A(string Text)
                {
                    [Answer("{Text}")]
                    public sealed record Answer(string Text);
                }
            }
            """,
            """
            static partial class Outer
            {
                [Subtask("a"), Instruction("I"), Prompt("{Text}")]
                internal sealed partial record A(string Text)
                {
                    [Answer("{Text}")]
                    public sealed partial record Answer(string Text);
                }
            }
            """);

        Assert.Equal(["Make 'Outer' partial", "Make 'A' partial", "Make 'Answer' partial"], titles);
    }

    [Fact]
    public Task A_readonly_struct_without_a_modifier_of_access_is_made_partial() => Fixed.Is(
        new MakePartialFix(),
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        readonly record struct A(string Text)
        {
            [Answer("{Text}")]
            public readonly partial record struct Answer(string Text);
        }
        """,
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        readonly partial record struct A(string Text)
        {
            [Answer("{Text}")]
            public readonly partial record struct Answer(string Text);
        }
        """);
}
