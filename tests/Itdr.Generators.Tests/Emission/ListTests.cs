using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>Lists of texts, numbers, dates and enumerations as slots.</summary>
public class ListTests
{
    private static readonly Declared Lists = Declared.From(
        """
        using System.Text;
        using System.Text.Json;

        namespace Notes;

        public enum Mood { Calm, Glad }

        [Subtask("notes"), Instruction("Take notes.")]
        [Prompt("{Text}")]
        public sealed partial record Note(string Text)
        {
            [Answer("tags: {Tags}\n{?Days}days: {Days:d MMM yyyy}{/Days}\nmoods: {Moods} and scores {Scores}\nsteps:\n{Steps}\nend\n{?Last}last:\n{Last}{/Last}")]
            public sealed partial record Answer(
                IReadOnlyList<string> Tags,
                [List(ListStyle.Inline, Separator = " | ")] DateOnly[]? Days,
                ImmutableArray<Mood> Moods,
                [List(ListStyle.Inline, Separator = ";")] double[] Scores,
                [List(ListStyle.Numbered)] IReadOnlyList<string> Steps,
                [List(ListStyle.Bulleted)] ImmutableArray<int>? Last);
        }

        [Subtask("words"), Instruction("Find words."), Prompt("{Text}")]
        public sealed partial record Words(string Text)
        {
            [Answer("{Found}")]
            public sealed partial record Answer([List(ListStyle.Bulleted)] IReadOnlyList<string> Found);
        }

        public static class Samples
        {
            private static readonly Note Task = new("t");
            private static readonly Words Other = new("t");

            public static Func<int, string> Label => number => Task.ToLabel(Of(number));
            public static Func<int, bool> ReadsBack => number =>
                Task.ParseAnswer(Task.ToLabel(Of(number)), ParseOptions.Strict).Value == Of(number)
                && Note.ParseJson(Task, Json(Of(number))).Value == Of(number)
                && System.Text.RegularExpressions.Regex.IsMatch(Task.ToLabel(Of(number)), "\\A(?:" + Note.Constrain(Task).ToRegex() + ")\\z");
            public static Func<int, string> AnswerJson => number => Json(Of(number));
            public static Func<string, string> Refusal => tag => Refused(() => Task.ToLabel(Of(0) with { Tags = [tag] }));
            public static Func<string, string> RefusedStep => step => Refused(() => Task.ToLabel(Of(0) with { Steps = [step] }));
            public static string RefusedEmpty => Refused(() => Task.ToLabel(Of(0) with { Days = [] }));
            public static Func<string, string> Read => text => Other.ParseAnswer(text) is { Succeeded: true } read
                ? string.Join(",", System.Linq.Enumerable.Select(read.Repairs, repair => repair.Kind)) + ": " + string.Join("/", read.Value.Found)
                : Other.ParseAnswer(text).Failure!.Message;
            public static Func<string, string> ReadNote => text => Task.ParseAnswer(text) is { Succeeded: true } read
                ? string.Join(",", System.Linq.Enumerable.Select(read.Repairs, repair => repair.Kind)) + (read.Value == Of(0) ? " same" : " other")
                : Task.ParseAnswer(text).Failure!.Message;
            public static string Schema => Note.Constrain(Task).ToJsonSchema().ToString();

            private static Note.Answer Of(int number) => number == 0
                ? new(["a", "b c, 1. d"[..3]], [new(2024, 5, 1), new(2024, 12, 31)], [Mood.Glad, Mood.Calm], [0.5, -2, 1e20], ["go, left", "2. stop"], [4, -5])
                : new([], null, [], [], [], null);

            private static string Refused(Action write)
            {
                try
                {
                    write();
                    return "";
                }
                catch (AnswerRefusedException refused)
                {
                    return refused.Message;
                }
            }

            private static string Json(Note.Answer answer)
            {
                using var stream = new System.IO.MemoryStream();
                using (var json = new Utf8JsonWriter(stream))
                {
                    Note.WriteJson(json, Task, answer);
                }

                return Encoding.UTF8.GetString(stream.ToArray());
            }
        }
        """);

    private const string Label = "tags: a, b c\ndays: 1 May 2024 | 31 Dec 2024\nmoods: Glad, Calm and scores 0.5;-2;1E+20\nsteps:\n1. go, left\n2. 2. stop\nend\nlast:\n- 4\n- -5";

    [Fact]
    public void The_code_is_as_it_was_read_and_found_good() => Verifier.Verify(Lists.File("Notes.Note.g.cs"));

    [Fact]
    public void Lists_of_each_style_and_separator_read_back()
    {
        Assert.Equal(Label, Lists.Sample<Func<int, string>>("Label")(0));
        Assert.True(Lists.Sample<Func<int, bool>>("ReadsBack")(0));
        Assert.Equal(
            """{"tags":["a","b c"],"days":["2024-05-01","2024-12-31"],"moods":["Glad","Calm"],"scores":[0.5,-2,1E+20],"steps":["go, left","2. stop"],"last":[4,-5]}""",
            Lists.Sample<Func<int, string>>("AnswerJson")(0).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public void Empty_lists_read_back()
    {
        Assert.Equal("tags: \nmoods:  and scores \nsteps:\n\nend", Lists.Sample<Func<int, string>>("Label")(1));
        Assert.True(Lists.Sample<Func<int, bool>>("ReadsBack")(1));
    }

    [Theory]
    [InlineData("a, b")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a,")]
    public void An_entry_that_holds_its_separator_or_would_lose_something_is_refused(string tag)
    {
        if (tag == "a,")
        {
            Assert.Empty(Lists.Sample<Func<string, string>>("Refusal")(tag));
            return;
        }

        Assert.StartsWith("Tags ", Lists.Sample<Func<string, string>>("Refusal")(tag), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_is_what_ends_the_list_is_no_trouble_behind_its_mark_but_a_line_break_is()
    {
        Assert.Empty(Lists.Sample<Func<string, string>>("RefusedStep")("end"));
        Assert.StartsWith("Steps ", Lists.Sample<Func<string, string>>("RefusedStep")("a\nend"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_that_may_be_absent_is_refused() =>
        Assert.Equal("Days is empty, which reads back as absent; use null.", Lists.Sample<string>("RefusedEmpty"));

    [Theory]
    [InlineData("- a\n- b", ": a/b")]
    [InlineData("Here they are:\n\n1. a\n2. b", "Preamble,Numbering: a/b")]
    [InlineData("* a\n* **b**", "Numbering,Emphasis: a/b")]
    [InlineData("- a\r\n- b\r\n", "LineEnds,OuterWhiteSpace: a/b")]
    [InlineData("```\n- a\n```", "Fence: a")]
    [InlineData("- a\n- b\nThat is all.", "ClosingText: a/b")]
    [InlineData("{\"found\":[\"a\"]}", "Json: a")]
    [InlineData("a", "Numbering: a")]
    public void What_models_write_around_a_list_is_a_repair(string text, string expected) => Assert.Equal(expected, Lists.Sample<Func<string, string>>("Read")(text));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("- a\nand\n- b")]
    [InlineData("2. a\n1. b")]
    [InlineData("")]
    [InlineData("-")]
    public void A_text_that_leaves_open_what_the_entries_are_is_a_failure(string text) => Assert.Contains(" expected ", Lists.Sample<Func<string, string>>("Read")(text), StringComparison.Ordinal);

    [Theory]
    [InlineData(Label, " same")]
    [InlineData("tags: a,b c\ndays: 1 may 2024|31 Dec 2024\nmoods: glad, Calm and scores 0.5; -2; 1E+20\nsteps:\n1) go, left\n2) 2. stop\nend\nlast:\n* 4\n* -5", "Spacing,Case,Numbering same")]
    public void Each_list_of_several_is_read_loosely(string text, string expected) => Assert.Equal(expected, Lists.Sample<Func<string, string>>("ReadNote")(text));

    [Fact]
    public void The_schema_is_an_array_of_the_entries() =>
        Assert.Contains("\"moods\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"Calm\",\"Glad\"]}}", Lists.Sample<string>("Schema"), StringComparison.Ordinal);
}
