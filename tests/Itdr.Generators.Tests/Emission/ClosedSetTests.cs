using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>Enumerations and Booleans, in prompts, in JSON and as slots.</summary>
public class ClosedSetTests
{
    private static readonly Declared Moods = Declared.From(
        """
        public enum Mood : byte
        {
            Calm = 3,
            @event,
            [System.Text.Json.Serialization.JsonStringEnumMemberName("very glad")]
            Glad = 200,
            Happy = Glad,
        }

        [Subtask("moods"), Instruction("Guess.")]
        [Prompt("{Mood}{?Before}, before {Before}{/Before}, {All}, new: {IsNew}")]
        public sealed partial record Moods(Mood Mood, Mood? Before, [List(ListStyle.Inline)] Mood[] All, bool IsNew)
        {
            [Answer("mood: {Mood}, {?IsSure}sure: {IsSure}, {/IsSure}why: {Why}")]
            public sealed partial record Answer(Mood Mood, bool? IsSure, string Why);
        }

        public static class Samples
        {
            private static readonly Moods Task = new(Mood.Glad, Mood.@event, [Mood.Calm, Mood.Happy], true);

            public static string Prompt => Task.ToPrompt();
            public static string Label => Task.ToLabel(new(Mood.Glad, false, "so"));
            public static string ShortLabel => Task.ToLabel(new(Mood.Calm, null, "so"));
            public static string Schema => Moods.Constrain(Task).ToJsonSchema().GetRawText();
            public static string Json => Write(json => Moods.WriteJson(json, Task));
            public static string AnswerJson => Write(json => Moods.WriteJson(json, Task, new(Mood.Glad, false, "so")));
            public static bool ReadsBack =>
                Moods.ReadJson(System.Text.Json.JsonDocument.Parse(Json).RootElement) == Task
                && Moods.ParseJson(Task, AnswerJson).Value == new Moods.Answer(Mood.Glad, false, "so")
                && Task.ParseAnswer(Label, ParseOptions.Strict).Value == new Moods.Answer(Mood.Glad, false, "so")
                && Task.ParseAnswer(ShortLabel, ParseOptions.Strict).Value == new Moods.Answer(Mood.Calm, null, "so");

            public static Func<string, string> Read => text =>
            {
                var parsed = Task.ParseAnswer(text);
                return parsed.Failure is { } failure ? failure.Message
                    : $"{parsed.Value.Mood} {parsed.Value.IsSure} {string.Join(" ", System.Linq.Enumerable.Select(parsed.Repairs, repair => repair.Kind))}";
            };

            public static string Refusal
            {
                get
                {
                    try
                    {
                        return Task.ToLabel(new((Mood)7, null, "so"));
                    }
                    catch (AnswerRefusedException refused)
                    {
                        return refused.Message;
                    }
                }
            }

            private static string Write(Action<System.Text.Json.Utf8JsonWriter> write)
            {
                var stream = new System.IO.MemoryStream();
                using (var json = new System.Text.Json.Utf8JsonWriter(stream))
                {
                    write(json);
                }

                return System.Text.Encoding.UTF8.GetString(stream.ToArray());
            }
        }
        """);

    [Fact]
    public void Their_values_are_written_by_their_wire_names()
    {
        Assert.Equal("very glad, before event, Calm, very glad, new: true", Moods.Sample<string>("Prompt"));
        Assert.Equal("mood: very glad, sure: false, why: so", Moods.Sample<string>("Label"));
        Assert.Equal("mood: Calm, why: so", Moods.Sample<string>("ShortLabel"));
        Assert.Equal("""{"mood":"very glad","before":"event","all":["Calm","very glad"],"isNew":true}""", Moods.Sample<string>("Json"));
        Assert.Equal("""{"mood":"very glad","isSure":false,"why":"so"}""", Moods.Sample<string>("AnswerJson"));
        Assert.True(Moods.Sample<bool>("ReadsBack"));
    }

    [Fact]
    public void The_schema_lists_the_wire_names_and_has_a_Boolean()
    {
        Assert.Contains("""{"type":"string","enum":["Calm","event","very glad"]}""", Moods.Sample<string>("Schema"), StringComparison.Ordinal);
        Assert.Contains("""{"type":"boolean"}""", Moods.Sample<string>("Schema"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mood: calm, why: so", "Calm  Case")]
    [InlineData("mood: **Calm**, why: so", "Calm  Emphasis")]
    [InlineData("mood: \"Calm\", sure: True, why: so", "Calm True Quotes Case")]
    [InlineData("mood: Calm., why: so", "Calm  TrailingPunctuation")]
    public void They_are_read_tolerantly(string text, string read) => Assert.Equal(read, Moods.Sample<Func<string, string>>("Read")(text));

    [Theory]
    [InlineData("mood: not calm, why: so")]
    [InlineData("mood: Happy, why: so")]
    [InlineData("mood: glad, why: so")]
    [InlineData("mood: 3, why: so")]
    [InlineData("mood: , why: so")]
    public void A_text_that_is_no_wire_name_is_a_failure(string text) =>
        Assert.StartsWith("Mood at character 6: expected one of \"Calm\", \"event\", \"very glad\"", Moods.Sample<Func<string, string>>("Read")(text), StringComparison.Ordinal);

    [Fact]
    public void A_value_without_a_name_is_refused() => Assert.Contains("is 7, expected one of \"Calm\"", Moods.Sample<string>("Refusal"), StringComparison.Ordinal);
}
