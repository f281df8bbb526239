using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>Dates in prompts, in JSON and as slots.</summary>
public class DateTests
{
    private static readonly Declared Trips = Declared.From(
        """
        using System.Text;
        using System.Text.Json;

        namespace Travel;

        [Fragment("{Name} since {Opened:yyyy}")]
        public sealed record Hotel(string Name, DateOnly Opened);

        [Subtask("trip", Method = "Book"), Instruction("Choose the days.")]
        [Prompt("Asked at {Asked:d MMM yyyy, HH:mm}{?Birthday}, born {Birthday}{/Birthday}; wakes {Wakes:h:mm tt}; free: {Free:d 'of' MMMM}; {Hotel}; {Free}; {Asked}; {Wakes}")]
        public sealed partial record Trip(DateTime Asked, DateOnly? Birthday, TimeOnly Wakes, [List(ListStyle.Inline, Separator = " | ")] DateOnly[] Free, Hotel Hotel)
        {
            [Answer("{Day:dddd, d MMMM yyyy}, {Leave:yyyy-MM-dd'T'HH:mm}\n{?Back}back: {Back:M/d/yyyy}{/Back}\nat {Meal:hh:mmtt}")]
            public sealed partial record Answer(DateOnly Day, DateTime Leave, DateOnly? Back, TimeOnly Meal);
        }

        public static class Samples
        {
            private static readonly Trip Task = new(
                new(2024, 5, 1, 18, 4, 59), new(1990, 1, 31), new(6, 5), [new(2024, 12, 31), new(2025, 1, 1)], new("Astra", new(1899, 2, 3)));
            private static readonly Trip.Answer Answer = new(new(2024, 5, 1), new(2024, 5, 1, 8, 5, 0), new(2024, 10, 9), new(12, 30));

            public static string Prompt => Task.ToPrompt();
            public static string Label => Task.ToLabel(Answer);
            public static bool ReadsBack => Task.ParseAnswer(Label, ParseOptions.Strict).Value == Answer;
            public static string TaskJson => Json(json => Trip.WriteJson(json, Task));
            public static string AnswerJson => Json(json => Trip.WriteJson(json, Task, Answer));
            public static bool TaskReadsBack => Trip.ReadJson(Element(TaskJson)) is { } read && read with { Free = Task.Free } == Task && ListEquality.Equals(read.Free, Task.Free);
            public static bool AnswerReadsBack => Trip.ParseJson(Task, AnswerJson).Value == Answer;
            public static Func<string, string> Read => text => Task.ParseAnswer(text) is { Succeeded: true } read
                ? string.Join(",", System.Linq.Enumerable.Select(read.Repairs, repair => repair.Kind)) + (read.Value == Answer ? " same" : " other")
                : Task.ParseAnswer(text).Failure!.Message;
            public static Func<DateTime, string> Refusal => leave =>
            {
                try
                {
                    return Task.ToLabel(Answer with { Leave = leave });
                }
                catch (AnswerRefusedException refused)
                {
                    return refused.Message;
                }
            };
            public static string Regex => Trip.Constrain(Task).ToRegex();
            public static string Gbnf => Trip.Constrain(Task).ToGbnf();
            public static string Schema => Trip.Constrain(Task).ToJsonSchema().ToString();

            private static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;

            private static string Json(Action<Utf8JsonWriter> write)
            {
                using var stream = new System.IO.MemoryStream();
                using (var json = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                {
                    write(json);
                }

                return Encoding.UTF8.GetString(stream.ToArray());
            }
        }
        """);

    private const string Label = "Wednesday, 1 May 2024, 2024-05-01T08:05\nback: 10/9/2024\nat 12:30PM";

    [Fact]
    public void The_code_is_as_it_was_read_and_found_good() => Verifier.Verify(Trips.File("Travel.Trip.g.cs"));

    [Fact]
    public void A_prompt_writes_dates_in_its_formats_or_as_ISO_dates() => Assert.Equal(
        "Asked at 1 May 2024, 18:04, born 1990-01-31; wakes 6:05 AM; free: 31 of December | 1 of January; Astra since 1899; 2024-12-31 | 2025-01-01; 2024-05-01 18:04:59; 06:05:00",
        Trips.Sample<string>("Prompt"));

    [Fact]
    public void A_prompt_and_a_label_do_not_depend_on_the_culture()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            var odd = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            (odd.DateTimeFormat.TimeSeparator, odd.DateTimeFormat.DateSeparator, odd.DateTimeFormat.AMDesignator) = (".", "-", "ap.");
            System.Globalization.CultureInfo.CurrentCulture = odd;
            Assert.Contains("18:04, born 1990-01-31; wakes 6:05 AM", Trips.Sample<string>("Prompt"), StringComparison.Ordinal);
            Assert.Equal(Label, Trips.Sample<string>("Label"));
            Assert.True(Trips.Sample<bool>("ReadsBack"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_label_reads_back()
    {
        Assert.Equal(Label, Trips.Sample<string>("Label"));
        Assert.True(Trips.Sample<bool>("ReadsBack"));
    }

    [Fact]
    public void JSON_holds_ISO_dates_without_a_time_zone()
    {
        Assert.Equal(
            """{"asked":"2024-05-01T18:04:59","birthday":"1990-01-31","wakes":"06:05:00","free":["2024-12-31","2025-01-01"],"hotel":{"name":"Astra","opened":"1899-02-03"}}""",
            Trips.Sample<string>("TaskJson"));
        Assert.Equal("""{"day":"2024-05-01","leave":"2024-05-01T08:05:00","back":"2024-10-09","meal":"12:30:00"}""", Trips.Sample<string>("AnswerJson"));
        Assert.True(Trips.Sample<bool>("TaskReadsBack"));
        Assert.True(Trips.Sample<bool>("AnswerReadsBack"));
    }

    [Theory]
    [InlineData(Label, " same")]
    [InlineData("wednesday, 1 MAY 2024, 2024-05-01T08:05\nback: 10/9/2024\nat 12:30PM", "Case same")]
    [InlineData("**Wednesday, 1 May 2024**, 2024-05-01T08:05\nback: 10/9/2024\nat 12:30PM.", "Emphasis,TrailingPunctuation same")]
    [InlineData("Sure! Wednesday, 1 May 2024, 2024-05-01T08:05\nback: 10/9/2024\nat 12:30PM\nEnjoy!", "Preamble,ClosingText same")]
    public void What_models_write_around_dates_is_a_repair(string text, string expected) => Assert.Equal(expected, Trips.Sample<Func<string, string>>("Read")(text));

    [Theory]
    [InlineData("Thursday, 1 May 2024, 2024-05-01T08:05\nat 12:30PM")]
    [InlineData("Wednesday, 31 April 2024, 2024-05-01T08:05\nat 12:30PM")]
    [InlineData("Wednesday, 1 May 2024, 2024-05-01T24:05\nat 12:30PM")]
    [InlineData("Wednesday, 1 May 2024 or Thursday, 2 May 2024, 2024-05-01T08:05\nat 12:30PM")]
    public void A_date_that_does_not_exist_or_is_one_of_two_is_a_failure(string text) =>
        Assert.Matches("^(Day|Leave) at character [0-9]+: expected a date written as ", Trips.Sample<Func<string, string>>("Read")(text));

    [Fact]
    public void A_label_that_would_lose_seconds_is_refused() => Assert.Equal(
        "Leave is 2024-05-01T08:05:07, whose text \"2024-05-01T08:05\" would not read back as the same date.",
        Trips.Sample<Func<DateTime, string>>("Refusal")(new DateTime(2024, 5, 1, 8, 5, 7)));

    [Fact]
    public void The_constraint_is_the_ranges_of_the_numbers_and_the_names()
    {
        Assert.Matches($@"\A(?:{Trips.Sample<string>("Regex")})\z", Label);
        Assert.DoesNotMatch($@"\A(?:{Trips.Sample<string>("Regex")})\z", Label.Replace("/9/", "/39/", StringComparison.Ordinal));
        Assert.DoesNotMatch($@"\A(?:{Trips.Sample<string>("Regex")})\z", Label.Replace("May", "Mai", StringComparison.Ordinal));
        Assert.Contains("\"Wednesday\"", Trips.Sample<string>("Gbnf"), StringComparison.Ordinal);
        Assert.Contains("\"day\":{\"type\":\"string\",\"pattern\":\"^[0-9]{4}-", Trips.Sample<string>("Schema"), StringComparison.Ordinal);
    }
}
