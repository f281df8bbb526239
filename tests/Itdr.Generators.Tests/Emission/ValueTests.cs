using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>How values reach the text of a prompt.</summary>
public class ValueTests
{
    [Theory]
    [InlineData("<{Maybe.Title}{Maybe.Tag}>", "null", "<>")]
    [InlineData("<{Maybe.Title}{Maybe.Tag}>", "new(\"t\", null)", "<t>")]
    [InlineData("<{Maybe}>", "null", "<>")]
    [InlineData("<{Maybe}>", "new(\"t\", null)", "<[t]>")]
    [InlineData("<{?Maybe}{Maybe.Title}, {Maybe}{?Maybe.Tag} {Maybe.Tag}{/Maybe.Tag}{/Maybe}>", "new(\"t\", \"u\")", "<t, [t] u>")]
    [InlineData("<{?Maybe}{Maybe.Title}, {Maybe}{?Maybe.Tag} {Maybe.Tag}{/Maybe.Tag}{/Maybe}>", "new(\"t\", \"\")", "<t, [t]>")]
    [InlineData("<{?Maybe.Tag}{Maybe.Tag}{/Maybe.Tag}>", "null", "<>")]
    public void A_class_that_may_be_null_writes_nothing_when_it_is(string template, string value, string prompt) =>
        Assert.Equal(prompt, Prompt(template, $"Maybe = {value}"));

    [Theory]
    [InlineData("<{Pair}{Pair.Left:00}>", "null", "<>")]
    [InlineData("<{Pair}{Pair.Left:00}>", "new(1, 2)", "<1/201>")]
    [InlineData("<{?Pair}{Pair.Left} {Pair}{/Pair}>", "new(1, null)", "<1 1/>")]
    [InlineData("<{?Pair.Right}{Pair.Right}{/Pair.Right}>", "new(1, 2)", "<2>")]
    [InlineData("<{?Pair.Right}{Pair.Right}{/Pair.Right}>", "null", "<>")]
    public void A_struct_that_may_be_null_writes_nothing_when_it_is(string template, string value, string prompt) =>
        Assert.Equal(prompt, Prompt(template, $"Pair = {value}"));

    [Fact]
    public void A_number_is_written_in_the_invariant_culture() => Assert.Equal("1234.5 1,234.50", Prompt("{Number} {Number:N2}", "Number = 1234.5"));

    [Fact]
    public void A_value_is_never_read_as_template_text() => Assert.Equal("{Number} {{}} {?Text}", Prompt("{Text}", "Text = \"{Number} {{}} {?Text}\""));

    [Theory]
    [InlineData("{Words}", "[\"a\", \"b\"]", "- a\n- b")]
    [InlineData("{?Words}{Words}{/Words}.", "[]", ".")]
    [InlineData("{Words}.", "default", ".")]
    public void A_list_is_written_in_its_style(string template, string value, string prompt) =>
        Assert.Equal(prompt, Prompt(template, $"Words = {value}"));

    private static string Prompt(string template, string member) => Declared.From(
        $$$"""
        [Fragment("[{Title}]")]
        public sealed record Item(string Title, string? Tag);

        [Fragment("{Left}/{Right}")]
        public readonly record struct Pair(int Left, int? Right);

        [Subtask("a"), Instruction("I"), Prompt("{{{template}}}")]
        public sealed partial record A
        {
            [NotRendered] public Item? Maybe { get; init; }
            [NotRendered] public Pair? Pair { get; init; }
            [NotRendered] public double Number { get; init; }
            [NotRendered] public string Text { get; init; } = "";
            [NotRendered, List(ListStyle.Bulleted)] public ImmutableArray<string>? Words { get; init; }

            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }

        public static class Samples
        {
            public static string Prompt => new A { {{{member}}} }.ToPrompt();
        }
        """).Sample<string>("Prompt");
}
