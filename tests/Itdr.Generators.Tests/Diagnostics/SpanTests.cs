using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Diagnostics;

/// <summary>An unknown placeholder in every kind of literal is marked to the character.</summary>
public class SpanTests
{
    private const string Rest = """

        public sealed partial record A(string Text)
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }
        """;

    [Fact]
    public void In_a_regular_literal_behind_escapes() =>
        Prompt("""
            "\u007b\u007b \t\x41\U0001F600\" {Text} {{|ITDR001:Nope|}}"
            """);

    [Fact]
    public void In_a_regular_literal_with_an_escape_inside_the_name() =>
        Prompt("""
            "{Text}{{|ITDR001:N\u006Fpe|}}"
            """);

    [Fact]
    public void In_a_verbatim_literal_behind_doubled_quotes() =>
        Prompt(""""
            @"He said ""so"" \n
            {Text} ""{{|ITDR001:Nope|}}"""
            """");

    [Fact]
    public void In_a_raw_literal_of_one_line() =>
        Prompt(""""
            """A "quoted" {Text} {{|ITDR001:Nope|}}"""
            """");

    [Fact]
    public void In_a_raw_literal_of_many_lines_whose_indentation_is_removed() =>
        Prompt(""""""
            """"
                First """ {Text}

                  indented {{|ITDR001:Nope|}}
                last {{|ITDR001:Nor|}}
                """"
            """""");

    [Fact]
    public void In_a_raw_literal_of_a_file_with_CRLF() => Diagnose.Marked(
        ("""""
        [Subtask("a"), Instruction("I"), Prompt("""
            First

            {Text}
            {{|ITDR001:Nope|}}
            """)]
        """"" + Rest).ReplaceLineEndings("\r\n"));

    [Fact]
    public void In_a_part_of_a_concatenation() =>
        Prompt(""""
            "Some \"" + (@"""{Text}" + "{{|ITDR001:Nope|}}") + "."
            """");

    [Fact]
    public void In_a_constant_of_this_compilation_with_the_attribute_beside_it()
    {
        var diagnostic = Assert.Single(Diagnose.Marked(
            """
            [Subtask("a"), Instruction("I"), Prompt("{Text}" + Texts.Long)]
            """ + Rest,
            """
            public static class Texts
            {
                public const string Long = "Some " + Short;
                private const string Short = "{{|ITDR001:Nope|}}";
            }
            """));

        var argument = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("\"{Text}\" + Texts.Long", argument.SourceTree!.ToString().Substring(argument.SourceSpan.Start, argument.SourceSpan.Length));
    }

    [Fact]
    public void An_interpolated_constant_is_marked_as_a_whole() =>
        Prompt("""
            {|ITDR001:$"{{{nameof(A.Text)}}} {{Nope}}"|}
            """);

    [Fact]
    public void A_constant_of_another_assembly_is_marked_as_a_whole() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{Text} {" + {|ITDR001:System.Runtime.CompilerServices.RuntimeFeature.ByRefFields|} + "}")]
        """ + Rest);

    [Fact]
    public void Behind_a_constant_of_another_assembly_and_an_interpolated_one() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt(System.Runtime.CompilerServices.RuntimeFeature.ByRefFields + $"{nameof(A)}" + "{Text} {{|ITDR001:Nope|}}")]
        """ + Rest);

    [Fact]
    public void Behind_a_name_and_in_a_name() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt("{" + nameof(A.Text) + "} {{|ITDR001:Nope|}} {" + {|ITDR001:nameof(A)|} + "}")]
        """ + Rest);

    [Theory]
    [InlineData(40)]
    [InlineData(2000)]
    public void In_the_last_of_many_operands(int operands) =>
        Prompt(string.Concat(Enumerable.Repeat("\"a\" + ", operands)) + "\"{Text} {{|ITDR001:Nope|}}\"");

    [Fact]
    public void A_named_argument_is_found() => Diagnose.Marked(
        """
        [Subtask("a"), Instruction("I"), Prompt(template: "{Text} {{|ITDR001:Nope|}}")]
        """ + Rest);

    private static void Prompt(string literal) => Diagnose.Marked($"[Subtask(\"a\"), Instruction(\"I\"), Prompt({literal})]{Rest}");
}
