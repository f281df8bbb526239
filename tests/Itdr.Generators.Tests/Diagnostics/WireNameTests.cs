using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Diagnostics;

/// <summary>Closed sets whose texts could not be told apart by a reader.</summary>
public class WireNameTests
{
    [Theory]
    [InlineData("Calm, {|ITDR023:Quiet|}", "Calm", "'Mood.Quiet' and 'Mood.Calm' have the same wire name \"Calm\", so a reader cannot tell which is meant")]
    [InlineData("Calm, {|ITDR023:Quiet|}", "", "The wire name \"\" of 'Mood.Quiet' is empty, has white space around it or a line break in it; a reader could not find it")]
    public void Wire_names_that_do_not_tell_values_apart_are_an_error(string members, string name, string message) => Assert.Equal(
        message,
        Diagnose.Message(
            $$"""
            public enum Mood { {{members.Replace("{|", $"[System.Text.Json.Serialization.JsonStringEnumMemberName(\"{name}\")] {{|", StringComparison.Ordinal)}} }

            [Subtask("a"), Instruction("I"), Prompt("{Text}")]
            public sealed partial record A(string Text)
            {
                [Answer("{Mood}")]
                public sealed partial record Answer(Mood Mood);
            }
            """));

    [Fact]
    public void A_text_that_starts_like_another_with_what_follows_it_is_ambiguous() => Assert.Equal(
        "The text \"Calm, but, \" reads in two ways, as 'Calm, but' and as 'Calm' with ', ' after it; put other text after 'Mood', or change a wire name",
        Diagnose.Message(
            """
            public enum Mood { Calm, [System.Text.Json.Serialization.JsonStringEnumMemberName("Calm, but")] But }

            [Subtask("a"), Instruction("I"), Prompt("{Text}")]
            public sealed partial record A(string Text)
            {
                [Answer("{{|ITDR009:Mood|}}, {Why}")]
                public sealed partial record Answer(Mood Mood, string Why);
            }
            """));
}
