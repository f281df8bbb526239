using Itdr.Generators.CodeFixes;

namespace Itdr.Generators.Tests.CodeFixes;

public class UseMeantNameFixTests
{
    [Theory]
    [InlineData("\"Of {Histroy}\"", "\"Of {History}\"", "History")]
    [InlineData("@\"Of \"\"{History:taged}\"\"\"", "@\"Of \"\"{History:tagged}\"\"\"", "tagged")]
    [InlineData("\"\"\"Of \"{Histroy}\".\"\"\"", "\"\"\"Of \"{History}\".\"\"\"", "History")]
    [InlineData("\"Of \" + \"{H\\u0069stroy}\"", "\"Of \" + \"{History}\"", "History")]
    public async Task A_name_inside_a_template_is_changed_to_the_one_that_was_meant(string template, string expected, string meant) =>
        Assert.Equal([$"Change to '{meant}'"], await Fixed.Is(new UseMeantNameFix(), Prompt(template), Prompt(expected)));

    [Fact]
    public async Task A_name_in_an_interpolated_template_has_no_characters_of_its_own_and_is_left_alone() =>
        await Fixed.IsNotOffered(new UseMeantNameFix(), Prompt("$\"Of {{Histroy}} {nameof(A)}\""));

    [Fact]
    public async Task A_name_that_is_like_nothing_is_left_alone() =>
        await Fixed.IsNotOffered(new UseMeantNameFix(), Prompt("\"Of {Weather}\""));

    [Theory]
    [InlineData("RankedFrom(\"Itmes\")", "RankedFrom(nameof(Items))", "IReadOnlyList<string>")]
    [InlineData("RankedFrom(nameof(Itmes))", "RankedFrom(nameof(Items))", "IReadOnlyList<string>")]
    [InlineData("RankedFrom(nameof(A.Itmes), Top = 1)", "RankedFrom(nameof(Items), Top = 1)", "IReadOnlyList<string>")]
    [InlineData("Itdr.ChosenFromAttribute(\"itmes\")", "Itdr.ChosenFromAttribute(nameof(Items))", "string")]
    [InlineData("OnScale(\"Scael\")", "OnScale(nameof(Scale))", "decimal")]
    public async Task What_a_slot_refers_to_is_changed_to_the_name_that_was_meant(string attribute, string expected, string type) =>
        Assert.Single(await Fixed.Is(new UseMeantNameFix(), Slot(attribute, type), Slot(expected, type)));

    [Fact]
    public async Task A_slot_that_refers_to_a_property_of_another_type_is_left_alone() =>
        await Fixed.IsNotOffered(new UseMeantNameFix(), Slot("ChosenFrom(nameof(Scale))", "string"));

    private static string Prompt(string template) =>
        $$"""
        [Fragment("{Title}"), Fragment("<{Title}>", Format = "tagged")]
        internal sealed record Item(string Title);

        [Subtask("a"), Instruction("I"), Prompt({{template}})]
        internal sealed partial record A(IReadOnlyList<Item> History)
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }
        """;

    private static string Slot(string attribute, string type) =>
        $$"""
        [Subtask("a"), Instruction("I"), Prompt("{Items}")]
        internal sealed partial record A(IReadOnlyList<string> Items, [NotRendered] RatingScale Scale)
        {
            [Answer("{Slot}")]
            public sealed partial record Answer([{{attribute}}] {{type}} Slot);
        }
        """;
}
