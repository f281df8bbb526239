using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>Each declaration is compiled without any diagnostic, its code is compared with what was read and found good, and it is run.</summary>
public class GeneratedCodeTests
{
    [Fact]
    public void A_ranking_of_fragments()
    {
        var declared = Declared.From(
            """
            namespace Shop;

            [Fragment("{Name}")]
            [Fragment("{Name}{?Kind} ({Kind}){/Kind}", Format = "long")]
            public sealed record Tea(string Name, string? Kind = null)
            {
                [NotRendered]
                public long? Key { get; init; }
            }

            /// <summary>Ranks teas.</summary>
            [Subtask("rank-teas", RootTask = RootTask.UserItemInteraction, Method = "RankTeas", Version = 3)]
            [Instruction("Rank the teas.")]
            [Prompt("A guest likes {Liked:long}{?Mood}, feels {Mood}{/Mood} and may have:\n{Teas}")]
            public sealed partial record TeaRanking(
                [List(ListStyle.Inline, Separator = " and ")] IReadOnlyList<Tea> Liked,
                [List(ListStyle.Bulleted)] Tea[] Teas,
                string? Mood = null)
            {
                /// <summary>The ranking.</summary>
                [Answer("{Ranking}"), Metrics("ndcg@10", "hit@1")]
                public sealed partial record Answer([RankedFrom(nameof(Teas)), List(ListStyle.Numbered), Metrics("mrr")] IReadOnlyList<Tea> Ranking);
            }

            public static class Samples
            {
                private static readonly Tea Oolong = new("Oolong", "half green") { Key = 1 };
                private static readonly Tea Assam = new("Assam, 1. flush") { Key = 2 };
                private static readonly TeaRanking Task = new([Oolong, Assam], [Oolong, Assam], "calm");
                private static readonly TeaRanking.Answer Answer = new([Assam, Oolong]);

                public static string Prompt => Task.ToPrompt();
                public static string Label => Task.ToLabel(Answer);
                public static bool LabelReadsBack => Task.ParseAnswer(Label).Value == Answer && ReferenceEquals(Task.ParseAnswer(Label).Value.Ranking[0], Assam);
                public static string TaskJson => Json(json => TeaRanking.WriteJson(json, Task));
                public static string AnswerJson => Json(json => TeaRanking.WriteJson(json, Task, Answer));
                public static bool TaskReadsBack => TeaRanking.ReadJson(Element(TaskJson)) == Task && TeaRanking.ReadJson(Element(TaskJson)).GetHashCode() == Task.GetHashCode();
                public static bool AnswerReadsBack => TeaRanking.ReadJson(Task, Element(AnswerJson)) == Answer;
            """ + JsonSamples + "}");

        Verifier.Verify(declared.File("Shop.TeaRanking.g.cs"));
        Assert.Equal("A guest likes Oolong (half green) and Assam, 1. flush, feels calm and may have:\n- Oolong\n- Assam, 1. flush", declared.Sample<string>("Prompt"));
        Assert.Equal("1. Assam, 1. flush\n2. Oolong", declared.Sample<string>("Label"));
        Assert.Equal(
            """{"liked":[{"name":"Oolong","kind":"half green","key":1},{"name":"Assam, 1. flush","key":2}],"teas":[{"name":"Oolong","kind":"half green","key":1},{"name":"Assam, 1. flush","key":2}],"mood":"calm"}""",
            declared.Sample<string>("TaskJson"));
        Assert.Equal("""{"ranking":["Assam, 1. flush","Oolong"]}""", declared.Sample<string>("AnswerJson"));
        RequireReadsBack(declared);
        var descriptor = Assert.Single(declared.Subtasks);
        Assert.Equal(("rank-teas", 3, RootTask.UserItemInteraction, "RankTeas"), (descriptor.Id, descriptor.Version, descriptor.RootTask, descriptor.Method));
        Assert.Equal(["Liked:long", "Mood", "Teas"], descriptor.Placeholders);
        Assert.Equal(["ndcg@10", "hit@1"], descriptor.Metrics);
        Assert.Equal(["mrr"], Assert.Single(descriptor.Slots).Metrics);
    }

    [Fact]
    public void Optional_slots_in_lines_and_numbers_with_bounds()
    {
        var declared = Declared.From(
            """
            namespace Survey;

            [Subtask("profile", Method = "Profile"), Instruction("Guess.")]
            [Prompt("{Words}")]
            internal sealed partial record Profile(string[] Words)
            {
                [Answer("{?Town}town: {Town}{/Town}\n{?Age}age: {Age}{/Age}\nsure: {Sure:0.00}")]
                internal sealed partial record Answer(string? Town, [Range(0, 150)] int? Age, [Range(0.0, 1.0)] double Sure);
            }

            public static class Samples
            {
                private static readonly Profile Task = new(["a", "b"]);
                private static readonly Profile.Answer Answer = new(null, 30, 0.25);

                public static string Prompt => Task.ToPrompt();
                public static string Label => Task.ToLabel(Answer);
                public static bool LabelReadsBack => Task.ParseAnswer(Label).Value == Answer;
                public static string TaskJson => Json(json => Profile.WriteJson(json, Task));
                public static string AnswerJson => Json(json => Profile.WriteJson(json, Task, Answer));
                public static bool TaskReadsBack => Profile.ReadJson(Element(TaskJson)) == Task;
                public static bool AnswerReadsBack => Profile.ReadJson(Task, Element(AnswerJson)) == Answer;
                public static string Refusal
                {
                    get
                    {
                        try
                        {
                            return Task.ToLabel(new("a\nb", null, 0.5));
                        }
                        catch (AnswerRefusedException refused)
                        {
                            return refused.Slot;
                        }
                    }
                }
            """ + JsonSamples + "}");

        Verifier.Verify(declared.File("Survey.Profile.g.cs"));
        Assert.Equal("a, b", declared.Sample<string>("Prompt"));
        Assert.Equal("age: 30\nsure: 0.25", declared.Sample<string>("Label"));
        Assert.Equal("""{"age":30,"sure":0.25}""", declared.Sample<string>("AnswerJson"));
        Assert.Equal("Town", declared.Sample<string>("Refusal"));
        RequireReadsBack(declared);
    }

    [Fact]
    public void A_choice_and_a_rating_of_a_struct_nested_in_partial_types_of_no_namespace()
    {
        var declared = Declared.From(
            """
            public static partial class Outer
            {
                internal partial struct Inner
                {
                    [Subtask("pick", Method = "Pick"), Instruction("Pick.")]
                    [Prompt("{@class} of {Names}, {Scale:steps}")]
                    public readonly partial record struct Pick(string @class, ImmutableArray<string> Names, RatingScale Scale)
                    {
                        [Answer("{Name} - {Rating}")]
                        public readonly partial record struct Answer([ChosenFrom(nameof(Names))] string Name, [OnScale(nameof(Scale))] double Rating);
                    }
                }
            }

            public static class Samples
            {
                private static readonly Outer.Inner.Pick Task = new("best", ["a", "a-1", "b"], RatingScale.HalfPoints);
                private static readonly Outer.Inner.Pick.Answer Answer = new("a-1", 4.5);

                public static string Prompt => Task.ToPrompt();
                public static string Label => Task.ToLabel(Answer);
                public static bool LabelReadsBack => Task.ParseAnswer(Label).Value == Answer;
                public static string TaskJson => Json(json => Outer.Inner.Pick.WriteJson(json, Task));
                public static string AnswerJson => Json(json => Outer.Inner.Pick.WriteJson(json, Task, Answer));
                public static bool TaskReadsBack => Outer.Inner.Pick.ReadJson(Element(TaskJson)) == Task;
                public static bool AnswerReadsBack => Outer.Inner.Pick.ReadJson(Task, Element(AnswerJson)) == Answer;
            """.Replace("{@class}", "{class}", StringComparison.Ordinal) + JsonSamples + "}");

        Verifier.Verify(declared.File("Outer.Inner.Pick.g.cs"));
        Assert.Equal("best of a, a-1, b, 0.5 to 5.0 in steps of 0.5", declared.Sample<string>("Prompt"));
        Assert.Equal("a-1 - 4.5", declared.Sample<string>("Label"));
        RequireReadsBack(declared);
    }

    [Fact]
    public void Several_wordings_required_members_and_lists_of_numbers()
    {
        var declared = Declared.From(
            """
            namespace Numbers
            {
                [Fragment("{Left}+{Right:0.0}{?Note} {Note}{/Note}")]
                public readonly record struct Pair(int Left, double Right, Pair.Remark? Note = null)
                {
                    [Fragment("[{Text}{?Next} {Next}{/Next}]")]
                    public sealed record Remark(string Text, Remark? Next = null);
                }

                [Subtask("sum", Method = "Sum"), Instruction("Add.")]
                [Prompt("{Title}: {Pairs}{?Weights}; {Weights:0.00}{/Weights}{?Limit}; at most {Limit}{/Limit}", Variant = "short")]
                [Prompt("{Title.Length} {Pairs} {Weights} {Limit}{{}}")]
                public sealed partial record Sum
                {
                    public required string Title { get; init; }
                    public required IReadOnlyList<Pair> Pairs { get; init; }
                    public IReadOnlyList<decimal>? Weights { get; init; }
                    public int? Limit { get; set; }

                    [NotRendered]
                    public bool IsChecked { get; init; }

                    [Answer("= {Total}")]
                    public sealed partial record Answer
                    {
                        public required decimal Total { get; init; }
                    }
                }
            }

            public static class Samples
            {
                private static readonly Numbers.Sum Task = new()
                {
                    Title = "T", Pairs = [new(1, 2, new("n", new("m"))), new(3, 4.25)], Weights = [0.5m, 1], IsChecked = true,
                };

                private static readonly Numbers.Sum.Answer Answer = new() { Total = 10.250m };

                public static string Prompt => Task.ToPrompt();
                public static string ShortPrompt => Task.ToPrompt("short");
                public static string BarePrompt => (Task with { Weights = [], Limit = 7 }).ToPrompt("short");
                public static string Unknown
                {
                    get
                    {
                        try
                        {
                            return Task.ToPrompt("shrot");
                        }
                        catch (ArgumentException error)
                        {
                            return error.Message;
                        }
                    }
                }

                public static string Label => Task.ToLabel(Answer);
                public static bool LabelReadsBack => Task.ParseAnswer(Label).Value == Answer;
                public static string TaskJson => Json(json => Numbers.Sum.WriteJson(json, Task));
                public static string AnswerJson => Json(json => Numbers.Sum.WriteJson(json, Task, Answer));
                public static bool TaskReadsBack => Numbers.Sum.ReadJson(Element(TaskJson)) == Task;
                public static bool AnswerReadsBack => Numbers.Sum.ReadJson(Task, Element(AnswerJson)) == Answer;
            """ + JsonSamples + "}");

        Verifier.Verify(declared.File("Numbers.Sum.g.cs"));
        Assert.Equal("1 1+2.0 [n [m]], 3+4.3 0.5, 1 {}", declared.Sample<string>("Prompt"));
        Assert.Equal("T: 1+2.0 [n [m]], 3+4.3; 0.50, 1.00", declared.Sample<string>("ShortPrompt"));
        Assert.Equal("T: 1+2.0 [n [m]], 3+4.3; at most 7", declared.Sample<string>("BarePrompt"));
        Assert.Equal("The subtask sum has no wording \"shrot\": it has \"short\". (Parameter 'variant')", declared.Sample<string>("Unknown"));
        Assert.Equal("= 10.250", declared.Sample<string>("Label"));
        RequireReadsBack(declared);
    }

    private const string JsonSamples = """

            private static System.Text.Json.JsonElement Element(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement;

            private static string Json(Action<System.Text.Json.Utf8JsonWriter> write)
            {
                var stream = new System.IO.MemoryStream();
                using (var json = new System.Text.Json.Utf8JsonWriter(stream))
                {
                    write(json);
                }

                return System.Text.Encoding.UTF8.GetString(stream.ToArray());
            }
        """;

    private static void RequireReadsBack(Declared declared)
    {
        Assert.True(declared.Sample<bool>("LabelReadsBack"));
        Assert.True(declared.Sample<bool>("TaskReadsBack"), declared.Sample<string>("TaskJson"));
        Assert.True(declared.Sample<bool>("AnswerReadsBack"), declared.Sample<string>("AnswerJson"));
    }
}
