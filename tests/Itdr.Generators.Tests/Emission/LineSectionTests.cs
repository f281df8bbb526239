using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>A section that fills whole lines owns them.</summary>
public class LineSectionTests
{
    [Theory]
    [InlineData("a {A}\\n{?B}b {B}{/B}\\nc {C}", "1", null, "3", "a 1\nc 3")]
    [InlineData("a {A}\\n{?B}b {B}{/B}\\nc {C}", "1", "2", "3", "a 1\nb 2\nc 3")]
    [InlineData("{?A}a {A}{/A}\\n{?B}b {B}{/B}\\n{?C}c {C}{/C}", null, "2", null, "b 2")]
    [InlineData("{?A}a {A}{/A}\\n{?B}b {B}{/B}\\n{?C}c {C}{/C}", "1", null, "3", "a 1\nc 3")]
    [InlineData("{?A}a {A}{/A}\\n{?B}b {B}{/B}\\n{?C}c {C}{/C}", null, null, null, "")]
    [InlineData("{?A}a {A}{/A}\\n{?B}b {B}{/B}\\nend {C}", null, null, null, "end ")]
    [InlineData("{?A}a {A}{/A}\\n{?B}b {B}{/B}\\nend {C}", null, "2", null, "b 2\nend ")]
    [InlineData("{?A}\\na {A}\\n{B}\\n{/A}\\nend {C}", "1", "2", "3", "a 1\n2\nend 3")]
    [InlineData("{?A}\\na {A}\\n{B}\\n{/A}\\nend {C}", null, "2", "3", "end 3")]
    [InlineData("start\\n\\n{?A}{A}{/A}\\n\\n{B}{C}", "1", "2", "3", "start\n\n1\n\n23")]
    [InlineData("start\\n\\n{?A}{A}{/A}\\n\\n{B}{C}", null, "2", "3", "start\n\n\n23")]
    [InlineData("{?A}{A}{/A} {?B}{B}{/B}\\n{C}", null, null, "3", " \n3")]
    [InlineData("{A}{?B}\\nb {B}{/B}{C}", "1", "2", "3", "1\nb 23")]
    [InlineData("{A}{?B}\\nb {B}{/B}{C}", "1", null, "3", "13")]
    [InlineData("{?A}\\n{?B}\\n{B}\\n{/B}\\n{?C}{C}{/C}\\n{/A}\\n{?C}c{/C}", "1", null, "3", "3\nc")]
    [InlineData("{?A}\\n{?B}\\n{B}\\n{/B}\\n{?C}{C}{/C}\\n{/A}\\n{?C}c{/C}", "1", "2", "3", "2\n3\nc")]
    [InlineData("{?A}\\n{?B}\\n{B}\\n{/B}\\n{?C}{C}{/C}\\n{/A}\\n{?C}c{/C}", null, "2", "3", "c")]
    [InlineData("{A}{B}{C}\\n{?A}{A}{/A}\\n", "1", "2", "3", "123\n1\n")]
    public void Its_lines_are_written_or_vanish_together(string template, string? a, string? b, string? c, string prompt)
    {
        static string Literal(string? value) => value is null ? "null" : $"\"{value}\"";
        var declared = Declared.From(
            $$$"""
            [Subtask("a"), Instruction("I"), Prompt("{{{template}}}")]
            public sealed partial record Lines(string? A, string? B, string? C)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }

            public static class Samples
            {
                public static string Prompt => new Lines({{{Literal(a)}}}, {{{Literal(b)}}}, {{{Literal(c)}}}).ToPrompt();
            }
            """);

        Assert.Equal(prompt, declared.Sample<string>("Prompt"));
    }

    [Fact]
    public void The_lines_of_an_answer_read_back_whichever_are_there()
    {
        var declared = Declared.From(
            """
            [Subtask("a"), Instruction("I"), Prompt("{Text}")]
            public sealed partial record Lines(string Text)
            {
                [Answer("{?A}a: {A}{/A}\n{?B}b: {B}{/B}\nc: {C}{?D} ({D}){/D}\n{?E}e: {E}!{/E}")]
                public sealed partial record Answer(string? A, int? B, string C, decimal? D, string? E);
            }

            public static class Samples
            {
                private static readonly Lines Task = new("x");

                public static string Failures => string.Join("\n", System.Linq.Enumerable.Select(Answers, answer =>
                {
                    var label = Task.ToLabel(answer);
                    var parsed = Task.ParseAnswer(label, ParseOptions.Strict);
                    return parsed.Failure is { } failure ? failure.Message : parsed.Value == answer ? "" : label;
                })).Trim();

                public static string Full => Task.ToLabel(new("x", 2, "y", 1.50m, "z"));

                private static IEnumerable<Lines.Answer> Answers
                {
                    get
                    {
                        for (var bits = 0; bits < 16; bits++)
                        {
                            yield return new(
                                (bits & 1) > 0 ? "one" : null, (bits & 2) > 0 ? -2 : null, "c:(", (bits & 4) > 0 ? 1.50m : null, (bits & 8) > 0 ? "e: " : null);
                        }
                    }
                }
            }
            """);

        Assert.Equal("a: x\nb: 2\nc: y (1.50)\ne: z!", declared.Sample<string>("Full"));
        Assert.Equal("", declared.Sample<string>("Failures"));
    }
}
