using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>Generated code shortens the names of types; here the author has the same names for other things.</summary>
public class HostileNamesTests
{
    private const string Samples = """

        public static class Samples
        {
            private static readonly List First = new("one", ParseResult.No), Second = new("two", ParseResult.Yes);
            private static readonly Recommendation Task = new("layout", "task", [First, Second], ParseResult.Yes) { HashCode = 4 };
            private static readonly Recommendation.Answer Answer = new([Second, First], TextEnd.Good, ParseResult.No);

            public static string Prompt => Task.ToPrompt();
            public static string Label => Task.ToLabel(Answer);
            public static bool LabelReadsBack => Task.ParseAnswer(Label).Value == Answer;
            public static bool TaskReadsBack => Recommendation.ReadJson(Element(json => Recommendation.WriteJson(json, Task))) == Task;
            public static bool AnswerReadsBack => Recommendation.ReadJson(Task, Element(json => Recommendation.WriteJson(json, Task, Answer))) == Answer;

            private static global::System.Text.Json.JsonElement Element(global::System.Action<global::System.Text.Json.Utf8JsonWriter> write)
            {
                using var stream = new global::System.IO.MemoryStream();
                using (var json = new global::System.Text.Json.Utf8JsonWriter(stream))
                {
                    write(json);
                }

                return global::System.Text.Json.JsonDocument.Parse(stream.ToArray()).RootElement;
            }
        }
        """;

    private const string Types = """

        [Fragment("{Name}: {Kind}")]
        public sealed record List(string Name, ParseResult Kind);
        public enum TextEnd { Good, Bad }
        public enum ParseResult { Yes, No }
        public static class PromptWriter;
        public static class JsonElement;
        public static class Utf8JsonWriter;
        public static class AnswerReader;
        public static class CancellationToken;
        public static class Action;

        [Subtask("hostile", Method = "Ask"), Instruction("Say \"global::Itdr.PromptWriter\".")]
        [Prompt("{ListLayout}{?Task} {Task}{/Task} global::Itdr.ListLayout \"global::System.Text.Json.JsonElement\"\n{Candidates}\n{TextSlot}")]
        public sealed partial record Recommendation(
            string ListLayout,
            string? Task,
            [List(ListStyle.Bulleted)] IReadOnlyList<List> Candidates,
            ParseResult TextSlot)
        {
            [NotRendered]
            public int? HashCode { get; init; }

            [Answer("{Ranking}\n{EqualityComparer} {ParseResult}")]
            public sealed partial record Answer(
                [RankedFrom(nameof(Candidates)), List(ListStyle.Numbered)] IReadOnlyList<List> Ranking,
                TextEnd EqualityComparer,
                ParseResult ParseResult);
        }
        """;

    /// <summary>Namespaces in which <c>Itdr</c> and <c>System</c> mean the author's own, and one beside types that a namespace around it has.</summary>
    [Theory]
    [InlineData("namespace Hostile.System.Itdr;")]
    [InlineData("namespace Itdr.System;")]
    [InlineData("namespace Shop;")]
    public void A_type_or_member_of_the_author_with_the_name_of_a_type_of_ours_keeps_its_meaning(string space)
    {
        var declared = Declared.From(space + Types + Samples);

        Assert.Equal("layout task global::Itdr.ListLayout \"global::System.Text.Json.JsonElement\"\n- one: No\n- two: Yes\nYes", declared.Sample<string>("Prompt"));
        Assert.Equal("1. two: Yes\n2. one: No\nGood No", declared.Sample<string>("Label"));
        Assert.Equal("Say \"global::Itdr.PromptWriter\".", Assert.Single(declared.Subtasks).Instruction);
        Assert.True(declared.Sample<bool>("LabelReadsBack"));
        Assert.True(declared.Sample<bool>("TaskReadsBack"));
        Assert.True(declared.Sample<bool>("AnswerReadsBack"));
    }

    [Fact]
    public void A_global_using_of_another_type_with_the_name_of_one_of_ours_changes_nothing()
    {
        var declared = Declared.From(
            "global using ParseOptions = System.Text.StringBuilder; global using Elsewhere;\nnamespace Elsewhere { public sealed class ListEquality; public sealed class ReadOnlySpan<T>; }",
            """
            namespace Shop.Teas;

            [Subtask("choose"), Instruction("Choose."), Prompt("{Teas}")]
            public sealed partial record Choosing(IReadOnlyList<string> Teas)
            {
                [Answer("{Tea}")]
                public sealed partial record Answer([ChosenFrom(nameof(Teas))] string Tea);
            }
            """);

        Assert.DoesNotContain("global::Itdr.", declared.File("Shop.Teas.Choosing.g.cs"), StringComparison.Ordinal);
    }
}
