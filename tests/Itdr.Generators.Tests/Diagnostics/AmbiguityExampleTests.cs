using System.Globalization;
using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Diagnostics;

/// <summary>The texts that read in two ways, by which ITDR009 shows what is ambiguous.</summary>
public class AmbiguityExampleTests
{
    [Theory]
    [InlineData("{Number}{{|ITDR009:Text|}}", "int Number, string Text", "\"10a\" reads as Number '10' with Text 'a', and as '1' with '0a'")]
    [InlineData("{First}{{|ITDR009:Second|}}", "int First, int Second", "\"120\" reads as First '12' with Second '0', and as '1' with '20'")]
    [InlineData("{Mood}{{|ITDR009:Text|}}", "Mood Mood, string Text", "\"CalmAgaina\" reads as Mood 'CalmAgain' with Text 'a', and as 'Calm' with 'Againa'")]
    [InlineData("{Text}{{|ITDR009:Mood|}}", "string Text, Mood Mood", "\"aCalmAgain\" reads as Text 'a' with Mood 'CalmAgain', and as 'aCalm' with 'Again'")]
    [InlineData("{Text}{{|ITDR009:Day|}}:d MMM yyyy", "string Text, DateOnly Day", "\"a11 Dec 2024\" reads as Text 'a' with Day '11 Dec 2024', and as 'a1' with '1 Dec 2024'")]
    [InlineData("{Day}:yyyy-M-d{{|ITDR009:Number|}}", "DateOnly Day, int Number", "\"2024-1-110\" reads as Day '2024-1-11' with Number '0', and as '2024-1-1' with '10'")]
    [InlineData("{Choice}{{|ITDR009:Text|}}", "[ChosenFrom(nameof(Names))] string Choice, string Text", "\"abc\" reads as Choice 'a' with Text 'bc', and as 'ab' with 'c', where both 'a' and 'ab' are candidates")]
    [InlineData("{Text}{{|ITDR009:Choice|}}", "string Text, [ChosenFrom(nameof(Names))] string Choice", "\"abc\" reads as Text 'a' with Choice 'bc', and as 'ab' with 'c', where both 'bc' and 'c' are candidates")]
    [InlineData("{Choice}{{|ITDR009:Number|}}", "[ChosenFrom(nameof(Names))] string Choice, int Number", "\"a10\" reads as Choice 'a' with Number '10', and as 'a1' with '0', where both 'a' and 'a1' are candidates")]
    [InlineData("{Rating}{{|ITDR009:Text|}}", "[OnScale(nameof(Scale))] decimal Rating, string Text", "\"10a\" reads as Rating '10' with Text 'a', and as '1' with '0a', where both '10' and '1' are on the scale")]
    [InlineData("{Tags}{{|ITDR009:Text|}}", "[List(ListStyle.Bulleted)] string[] Tags, string Text", "\"- abc\" reads as Tags '- a' with Text 'bc', and as '- ab' with 'c'")]
    [InlineData("{Best}{{|ITDR009:Text|}}", "[RankedFrom(nameof(Names), Top = 1), List(ListStyle.Numbered)] string[] Best, string Text", "\"1. abc\" reads as Best '1. a' with Text 'bc', and as '1. ab' with 'c', where")]
    public void Two_slots_with_nothing_between_share_a_text_in_two_ways(string template, string slots, string example) =>
        Assert.Contains($"a reader cannot see where one ends: {example}", Message(template, slots), StringComparison.Ordinal);

    [Theory]
    [InlineData("{Flag}{{|ITDR009:Text|}}", "bool Flag, string Text")]
    [InlineData("{Day}{{|ITDR009:Text|}}", "DateOnly Day, string Text")]
    [InlineData("{All}{{|ITDR009:Text|}}", "[RankedFrom(nameof(Names))] string[] All, string Text")]
    [InlineData("{Mood}{{|ITDR009:Other|}}", "Mood Mood, Mood Other")]
    [InlineData("{Number}{{|ITDR009:Text|}}", "[Range(5, 30)] int Number, string Text")]
    [InlineData("{Small}{{|ITDR009:Text|}}", "[Range(1, 9)] int Small, string Text")]
    public void No_text_is_made_up_where_no_values_collide(string template, string slots) =>
        Assert.EndsWith("so a reader cannot see where one ends", Message(template, slots), StringComparison.Ordinal);

    [Fact]
    public void A_date_that_could_take_in_what_follows_is_shown_with_another_date() => Assert.Equal(
        "The text '0' after 'Day' could be read as part of the date, which ends with a number of one or two digits: \"2024-1-10\" reads as '2024-1-1' with '0' after it, and starts with '2024-1-10' as well; put other text between them",
        Message("{{|ITDR009:Day|}}:yyyy-M-d0", "DateOnly Day"));

    private static string Message(string template, string slots) => Assert.Single(Diagnose.Marked(
        $$$"""
        public enum Mood { Calm, Again, CalmAgain }

        [Subtask("a"), Instruction("I"), Prompt("{Question}")]
        public sealed partial record A(string Question, [NotRendered] string[] Names, [NotRendered] RatingScale Scale)
        {
            [Answer("{{{WithFormat(template)}}}")]
            public sealed partial record Answer({{{slots}}});
        }
        """)).GetMessage(CultureInfo.InvariantCulture);

    /// <summary>A template in which a format stands behind its placeholder, where marks do not get in its way, put into it.</summary>
    private static string WithFormat(string template)
    {
        foreach (var format in (string[])[":yyyy-M-d", ":d MMM yyyy"])
        {
            template = template.Replace("}" + format, format + "}", StringComparison.Ordinal);
        }

        return template;
    }
}
