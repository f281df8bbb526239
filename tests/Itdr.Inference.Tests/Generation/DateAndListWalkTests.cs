using System.Globalization;
using CsCheck;
using Itdr.Inference.Tests.Engine;

namespace Itdr.Inference.Tests.Generation;

/// <summary>Dates and lists of values, written by walking a constraint.</summary>
public sealed class DateAndListWalkTests
{
    private static readonly string[] Prompts =
        ["When was it released?", "The Quiet Harbor (1995)", "Which years? 1979, 1980, 2010", "occupation: baker", "1. Paper Boats\n2. Paper Birds", "age: 42"];

    private static readonly GenerationOptions Short = new() { MaxListEntries = 3, Sampling = new SamplingOptions { MaxTextTokens = 60 } };

    [Theory]
    [InlineData("yyyy-MM-dd")]
    [InlineData("dddd, d MMMM yyyy")]
    [InlineData("MMM d, yyyy")]
    [InlineData("ddMMyyyy")]
    [InlineData("yyyy'年'M'月'd'日'")]
    [InlineData("'29' dd/MM yyyy")]
    public async Task A_day_is_one_of_the_calendar_whatever_the_model_prefers(string format)
    {
        var slot = Slots.Date<DateOnly>(format);
        foreach (var prompt in Prompts)
        {
            var output = await WriteAsync(slot.Constrain(), prompt);
            Assert.True(DateOnly.TryParseExact(output.Text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), output.Text);
            Assert.Equal(output.Text, day.ToString(format, CultureInfo.InvariantCulture));
            Assert.Equal(day, Read(slot, output.Text));
        }
    }

    [Theory]
    [InlineData("h:mm tt")]
    [InlineData("HH:mm")]
    [InlineData("H.mm")]
    public async Task A_time_is_that_of_masked_generation_over_all_times(string format)
    {
        var texts = Enumerable.Range(0, 24 * 60).Select(minute => new TimeOnly(minute / 60, minute % 60).ToString(format, CultureInfo.InvariantCulture)).ToArray();
        foreach (var prompt in Prompts)
        {
            var history = BruteForce.Prompt(prompt);
            var text = "";
            while (true)
            {
                var logits = TestModel.Model.Logits(history.ToArray());
                var next = Enumerable.Range(0, TestModel.VocabularySize)
                    .Where(token => token >= TestModel.End ? texts.Contains(text)
                        : token < TestModel.Start && texts.Any(time => time.StartsWith(text + TestModel.Decode([token]), StringComparison.Ordinal)))
                    .OrderByDescending(token => logits[token]).First();
                if (next >= TestModel.End)
                {
                    break;
                }

                text += TestModel.Decode([next]);
                history.Add(next);
            }

            Assert.Equal(text, (await WriteAsync(Slots.Date<TimeOnly>(format).Constrain(), prompt)).Text);
        }
    }

    [Fact]
    public async Task A_list_is_that_of_masked_generation_over_all_lists()
    {
        string[] entries = ["1979", "1980", "1981"];
        foreach (var layout in (ListLayout[])[ListLayout.Bulleted, ListLayout.Numbered])
        {
            string[] labels = [.. Enumerable.Range(1, 3).SelectMany(count => Lists(entries, count)).Select(list => Label(layout, list))];
            foreach (var prompt in Prompts)
            {
                var (index, logProbability) = BruteForce.Choose(
                    BruteForce.Prompt(prompt), [.. labels.Select(label => (int[])[.. TestModel.Encode(label), TestModel.End])]);
                var output = await WriteAsync(Slots.Wholes(layout, 1979, 1981).Constrain(), prompt);
                Assert.Equal(labels[index], output.Text);

                // Where the most entries are written the walk still asks what ends the last one.
                if (output.Text.Split('\n').Length < Short.MaxListEntries)
                {
                    Assert.Equal(logProbability, output.LogProbability, 1e-6);
                }
            }
        }
    }

    [Fact]
    public async Task The_model_ends_some_lists_and_leaves_some_empty()
    {
        var counts = new HashSet<int>();
        foreach (var layout in (ListLayout[])[ListLayout.Inline, ListLayout.Bulleted, new ListLayout(ListStyle.Inline, " | ")])
        {
            var slot = Slots.Wholes(layout, 1900, 2020, TextEnd.Before("\ncountry: "));
            var constraint = OutputConstraint.Sequence(
                OutputConstraint.Literal("years: "), slot.Constrain(), OutputConstraint.Literal("\ncountry: "), Slots.Choice(["Japan", "Portugal"]));
            foreach (var prompt in Prompts)
            {
                var text = (await WriteAsync(constraint, prompt)).Text;
                var reader = new AnswerReader(text.AsSpan("years: ".Length));
                var years = slot.Read(ref reader);
                Assert.Null(reader.Failure);
                Assert.Matches("\\A\ncountry: (Japan|Portugal)\\z", reader.Rest.ToString());
                counts.Add(years!.Length);
            }
        }

        Assert.True(counts.Count > 1, "Every list has the same number of entries.");
    }

    [Fact]
    public async Task A_section_with_a_list_that_may_be_empty_is_within_the_constraint()
    {
        var years = Slots.Wholes(ListLayout.Bulleted, 1979, 1980, TextEnd.BeforeOrAtEnd("\ncountry: "));
        var constraint = OutputConstraint.Lines(
            OutputConstraint.Sequence(OutputConstraint.Literal("years:\n"), years.Constrain()),
            OutputConstraint.Optional(OutputConstraint.Literal("country: "), Slots.Choice(["Japan", "Portugal"])));
        foreach (var prompt in Prompts)
        {
            Assert.Matches($@"\A(?:{constraint.ToRegex()})\z", (await WriteAsync(constraint, prompt)).Text);
        }
    }

    [Fact]
    public async Task A_list_ends_at_the_most_entries_and_its_answer_goes_on()
    {
        var constraint = OutputConstraint.Sequence(
            Slots.Wholes(ListLayout.Inline, 1979, 1980, TextEnd.Before("; age ")).Constrain(), OutputConstraint.Literal("; age "), Slots.Whole(1, 150));
        foreach (var most in (int[])[1, 2, 7])
        {
            await using var host = new EngineHost(new NGramEngine());
            var output = await host.GenerateAsync("1979, 1980, 1979, 1980, 1979, 1980", constraint, new GenerationOptions { MaxListEntries = most });
            Assert.Matches($@"\A(19(79|80)(, 19(79|80)){{0,{most - 1}}})?; age \d+\z", output.Text);
        }
    }

    [Fact]
    public async Task The_most_entries_of_a_list_are_at_least_one()
    {
        await using var host = new EngineHost(new NGramEngine());
        await Assert.ThrowsAsync<ArgumentException>(() => host.GenerateAsync("x", Slots.Whole(1, 2), new GenerationOptions { MaxListEntries = 0 }));
    }

    [Fact]
    public async Task Lists_of_texts_and_dates_read_back_whatever_the_layout()
    {
        var written = 0;
        var cases = Gen.Select(
            Gen.OneOf(ListLayout.Inline, ListLayout.Bulleted, ListLayout.Numbered, new ListLayout(ListStyle.Inline, " / ")), Gen.OneOf(Prompts), Gen.Bool, Gen.Long);
        await cases.SampleAsync(
            async drawn =>
            {
                var (layout, prompt, isText, seed) = drawn;
                var options = Short with { Sampling = Short.Sampling with { Temperature = 1, Seed = seed } };
                try
                {
                    await using var host = new EngineHost(new NGramEngine());
                    if (isText)
                    {
                        Reads(Slots.Texts(layout), (await host.GenerateAsync(prompt, Slots.Texts(layout).Constrain(), options)).Text);
                    }
                    else
                    {
                        var slot = Slots.Dates<DateTime>(layout, "d MMM yyyy HH:mm");
                        Reads(slot, (await host.GenerateAsync(prompt, slot.Constrain(), options)).Text);
                    }

                    Interlocked.Increment(ref written);
                }
                catch (TokenEngineException refused) when (isText && refused.Error == TokenEngineError.NoEnd)
                {
                    Assert.Contains("did not end", refused.Message, StringComparison.Ordinal);
                }
            },
            iter: 120,
            threads: 1);
        Assert.True(written > 60, $"Only {written} lists were written.");
    }

    private static void Reads<T>(ListSlot<T> slot, string text)
    {
        var reader = new AnswerReader(text);
        var entries = slot.Read(ref reader);
        Assert.True(reader.Failure is null && reader.Rest.IsEmpty, $"{reader.Failure}\n{text}");
        var writer = new PromptWriter([]);
        slot.Write(ref writer, entries!);
        Assert.Equal(text, writer.ToString());
        writer.Dispose();
    }

    private static DateOnly Read(DateSlot<DateOnly> slot, string text)
    {
        var reader = new AnswerReader(text);
        var day = slot.Read(ref reader);
        Assert.True(reader.Failure is null && reader.Rest.IsEmpty, $"{reader.Failure}\n{text}");
        return day;
    }

    private static string Label(ListLayout layout, string[] entries) =>
        string.Join(layout.Separator, entries.Select((entry, index) => layout.Mark(index) + entry));

    private static IEnumerable<string[]> Lists(string[] entries, int count) =>
        count == 0 ? [[]] : Lists(entries, count - 1).SelectMany(list => entries.Select(entry => (string[])[.. list, entry]));

    private static async Task<EngineOutput> WriteAsync(OutputConstraint constraint, string prompt)
    {
        await using var host = new EngineHost(new NGramEngine());
        return await host.GenerateAsync(prompt, constraint, Short);
    }
}
