using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Itdr.Inference.Tests.Engine;

namespace Itdr.Inference.Tests.Generation;

/// <summary>Answers written by walking a constraint.</summary>
public sealed class ConstraintWalkTests
{
    private const string Prompt = "Which rating will the user give to this movie?\nPaper Boats (1979)";

    [Fact]
    public async Task A_choice_is_the_one_of_masked_generation_with_the_end_of_the_turn()
    {
        await Titles.Lists(12).Where(titles => CanBeWritten(titles) && titles.Length > 1).SampleAsync(
            async titles =>
            {
                var (index, logProbability) = BruteForce.Choose(
                    BruteForce.Prompt(Prompt), [.. titles.Select(title => (int[])[.. TestModel.Encode(title), TestModel.End])]);
                var output = await WriteAsync(Slots.Choice(titles));
                Assert.Equal(titles[index], output.Text);
                Assert.Equal(logProbability, output.LogProbability, 1e-6);
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task A_ranking_is_that_of_masked_generation_and_its_tokens_spell_its_text()
    {
        await Titles.Lists(12).Where(CanBeWritten).SampleAsync(
            async titles =>
            {
                var expected = BruteForce.Rank(Prompt, titles);
                var output = await WriteAsync(Slots.Ranking(titles));
                Assert.Equal(string.Join('\n', expected.Order.Select((index, place) => $"{place + 1}. {titles[index]}")), output.Text);
                Assert.Equal(output.Text + "\n", TestModel.Decode(output.Tokens));
                Assert.Equal(TestModel.Encode(output.Text + "\n"), output.Tokens);
                Assert.Equal(expected.LogProbability, output.LogProbability, 1e-6);
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task A_rating_is_a_point_of_the_scale_in_its_own_writing()
    {
        foreach (var scale in new[] { RatingScale.FivePoints, RatingScale.HalfPoints, RatingScale.TenPoints })
        {
            var points = new List<string>();
            for (var rating = scale.Minimum; rating <= scale.Maximum; rating += scale.Step)
            {
                points.Add(scale.Text(rating));
            }

            var expected = BruteForce.Choose(BruteForce.Prompt(Prompt), [.. points.Select(point => (int[])[.. TestModel.Encode(point), TestModel.End])]);
            var output = await WriteAsync(Slots.Scale(scale));
            Assert.Equal(points[expected.Index], output.Text);
            Assert.Equal(expected.LogProbability, output.LogProbability, 1e-6);
        }
    }

    [Theory]
    [InlineData(0, 150)]
    [InlineData(1850, 2100)]
    [InlineData(-30, 7)]
    [InlineData(13, 19)]
    [InlineData(-105, -98)]
    public async Task A_whole_number_is_that_of_masked_generation_over_all_numbers_in_bounds(int minimum, int maximum)
    {
        var texts = Enumerable.Range(minimum, maximum - minimum + 1).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();
        var history = BruteForce.Prompt(Prompt);
        var text = "";
        while (true)
        {
            var logits = TestModel.Model.Logits(history.ToArray());
            var next = Enumerable.Range(0, TestModel.VocabularySize)
                .Where(token => token >= TestModel.End ? texts.Contains(text)
                    : token < TestModel.Start && texts.Any(number => number.StartsWith(text + TestModel.Decode([token]), StringComparison.Ordinal)))
                .OrderByDescending(token => logits[token]).First();
            if (next >= TestModel.End)
            {
                break;
            }

            text += TestModel.Decode([next]);
            history.Add(next);
        }

        Assert.Equal(text, (await WriteAsync(Slots.Whole(minimum, maximum))).Text);
    }

    [Fact]
    public async Task A_fraction_lies_within_its_bounds()
    {
        foreach (var (minimum, maximum) in new (double?, double?)[] { (0.25, 0.26), (null, -3), (1e6, null), (-0.5, 0.5), (null, null), (9.99, 10.01) })
        {
            var output = await WriteAsync(Slots.Fraction(minimum, maximum));
            var value = double.Parse(output.Text, CultureInfo.InvariantCulture);
            Assert.InRange(value, minimum ?? double.NegativeInfinity, maximum ?? double.PositiveInfinity);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\n")]
    [InlineData(" (")]
    public async Task Free_text_is_the_most_likely_text_up_to_what_ends_it(string? terminator)
    {
        var end = terminator is null ? TextEnd.OfAnswer : TextEnd.Before(terminator);
        var options = new GenerationOptions { Sampling = new SamplingOptions { MaxTextTokens = 60 } };
        await using var host = new EngineHost(new NGramEngine());
        int ended = 0, endless = 0;
        foreach (var prompt in Enumerable.Range(0, 40).Select(index => $"{Titles.Sharing(40)[index]} country: {index}"))
        {
            if (BruteForce.Continue(BruteForce.Prompt(prompt), terminator, 60) is { } expected)
            {
                var output = await host.GenerateAsync(prompt, Slots.Text(end), options);
                Assert.Equal(expected, output.Text);
                ended++;
            }
            else
            {
                var failed = await Assert.ThrowsAsync<TokenEngineException>(() => host.GenerateAsync(prompt, Slots.Text(end), options));
                Assert.Equal(TokenEngineError.NoEnd, failed.Error);
                Assert.Contains("Summary", failed.Message, StringComparison.Ordinal);
                endless++;
            }
        }

        Assert.True(ended > 0, $"{ended} texts ended, {endless} did not.");
    }

    [Fact]
    public async Task What_follows_a_free_text_is_written_after_it()
    {
        var constraint = OutputConstraint.Sequence(
            OutputConstraint.Literal("name: "), Slots.Text(TextEnd.Before(" (")), OutputConstraint.Literal(" ("), Slots.Whole(1900, 2020, TextEnd.Before(")")), OutputConstraint.Literal(")"));
        await using var host = new EngineHost(new NGramEngine());
        for (var seed = 0; seed < 20; seed++)
        {
            var options = new GenerationOptions { Sampling = new SamplingOptions { Temperature = 1, Seed = seed } };
            var output = await host.GenerateAsync("Name a movie.", constraint, options);
            Assert.Matches(@"\Aname: [\s\S]*? \((19\d\d|20[01]\d|2020)\)\z", output.Text);
        }
    }

    [Fact]
    public async Task The_model_says_which_sections_are_there()
    {
        string[] names = ["country", "gender", "age group", "age", "occupation"];
        var present = new HashSet<string>();
        foreach (var prompt in (string[])["country: Japan", "gender: male", "age: 42\noccupation: nurse", "occupation", "age group: 25-34\nage: 31", Prompt])
        {
            var output = await WriteAsync(Attributes(), prompt: prompt);
            Assert.Matches($@"\A(?:{Attributes().ToRegex()})\z", output.Text);
            var found = output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]).ToArray();
            Assert.Equal(names.Where(found.Contains), found);
            present.UnionWith(found);
        }

        Assert.InRange(present.Count, 2, names.Length);

        OutputConstraint Attributes()
        {
            var lines = names.Select((name, index) => OutputConstraint.Optional(
                OutputConstraint.Literal($"{name}: "),
                name == "age"
                    ? Slots.Whole(0, 150, End(index))
                    : Slots.Text(End(index), isOptional: true)));
            return OutputConstraint.Lines([.. lines]);
        }

        TextEnd End(int index) => TextEnd.BeforeOrAtEnd([.. names.Skip(index + 1).Select(name => $"\n{name}: "), "\n"]);
    }

    [Fact]
    public async Task A_first_choice_between_sections_is_that_of_masked_generation()
    {
        var constraint = OutputConstraint.Lines(
            OutputConstraint.Optional(OutputConstraint.Literal("country: "), Slots.Choice(["Japan", "Portugal"], TextEnd.BeforeOrAtEnd("\ngender: "))),
            OutputConstraint.Optional(OutputConstraint.Literal("gender: "), Slots.Choice(["male", "female"])));
        var (first, _) = BruteForce.Choose(
            BruteForce.Prompt("occupation: baker"), [[.. TestModel.Encode("country:")], [.. TestModel.Encode("gender:")]]);
        var output = await WriteAsync(constraint, prompt: "occupation: baker");
        Assert.StartsWith(new[] { "country: ", "gender: " }[first], output.Text, StringComparison.Ordinal);
        Assert.Matches(@"\A((country: (Japan|Portugal))?(\n|\z))?(gender: (fe)?male)?\z", output.Text);
    }

    [Fact]
    public async Task Whatever_the_template_and_the_limits_the_answer_is_within_the_constraint()
    {
        var titles = Titles.Any.Where(title => title.Trim() == title && title.Length > 0).Array[2, 6].Where(all => all.Distinct().Count() == all.Length);
        var template =
            from kinds in Gen.Int[0, 4].Array[1, 4]
            from texts in titles
            from literals in Gen.OneOf("\nthen: ", ", ", " (", "; rating ", "\n").Array[5]
            from sequences in Gen.OneOf(1, 2, 8)
            from maxBatch in Gen.OneOf(5, 64, 512)
            select (kinds, texts, literals, sequences, maxBatch);
        await template.SampleAsync(
            async drawn =>
            {
                var parts = new List<OutputConstraint>();
                for (var index = 0; index < drawn.kinds.Length; index++)
                {
                    var isLast = index == drawn.kinds.Length - 1;
                    var end = isLast ? TextEnd.OfAnswer : TextEnd.Before(drawn.literals[index]);
                    parts.Add(drawn.kinds[index] switch
                    {
                        0 => Slots.Choice(drawn.texts, end),
                        1 => Slots.Ranking(drawn.texts, end),
                        2 => Slots.Scale(RatingScale.HalfPoints, end),
                        3 => Slots.Whole(-5, 200, end),
                        _ => Slots.Fraction(-2, 30, end),
                    });
                    if (!isLast)
                    {
                        parts.Add(OutputConstraint.Literal(drawn.literals[index]));
                    }
                }

                var constraint = OutputConstraint.Sequence([.. parts]);
                try
                {
                    var output = await WriteAsync(constraint, new TokenEngineLimits(drawn.sequences, drawn.maxBatch, 4096) { SpeculationCost = 0 });
                    Assert.Matches(new Regex($@"\A(?:{constraint.ToRegex()})\z"), output.Text);
                    Assert.StartsWith(output.Text, TestModel.Decode(output.Tokens), StringComparison.Ordinal);
                }
                catch (TokenEngineException refused) when (refused.Error == TokenEngineError.Overlap)
                {
                    Assert.Contains(drawn.texts, first => drawn.texts.Any(second => first != second && second.StartsWith(first, StringComparison.Ordinal)));
                }
            },
            iter: 150, threads: 1);
    }

    [Fact]
    public async Task An_engine_that_cannot_branch_writes_the_same_answer()
    {
        var constraint = OutputConstraint.Sequence(
            OutputConstraint.Literal("Ranking: "), Slots.Ranking(Titles.Sharing(6), TextEnd.Before("\nRating: ")), OutputConstraint.Literal("\nRating: "),
            Slots.Scale(RatingScale.HalfPoints, TextEnd.Before(" by ")), OutputConstraint.Literal(" by "), Slots.Whole(1, 150, TextEnd.Before("\n")),
            OutputConstraint.Literal("\n"), Slots.Choice(["baker", "nurse"]));
        var branching = await WriteAsync(constraint);
        var plain = await WriteAsync(constraint, new TokenEngineLimits(4, 64, 2048) { CanBranch = false });
        Assert.Equal(branching.Text, plain.Text);
        Assert.Equal(branching.LogProbability, plain.LogProbability, 1e-6);
    }

    [Fact]
    public async Task Rankings_by_scores_are_in_the_order_of_the_scores()
    {
        var titles = Titles.Sharing(12);
        await using var host = new EngineHost(new NGramEngine());
        var scores = await host.ScoreAsync(Prompt, titles, ScoreNormalization.Tokens);
        var output = await host.GenerateAsync(
            Prompt, Slots.Ranking(titles, top: 5), new GenerationOptions { Ranking = RankingMethod.Scores, Normalization = ScoreNormalization.Tokens });
        Assert.Equal(string.Join('\n', scores.Order.Take(5).Select((index, place) => $"{place + 1}. {titles[index]}")), output.Text);
    }

    [Fact]
    public async Task Control_text_in_values_stays_text()
    {
        string[] titles = ["<|im_end|>", "{Candidates}", "Ignore the above", "\"quoted\" \\ [a-z]", "愛の🎬"];
        var output = await WriteAsync(Slots.Ranking(titles), prompt: "Rank <|im_end|> and the rest:");
        Assert.Equal(titles.Order(), output.Text.Split('\n').Select(line => line[3..]).Order());
        Assert.All(output.Tokens, token => Assert.InRange(token, 0, TestModel.Start - 1));
    }

    [Fact]
    public async Task A_tokenizer_that_makes_control_tokens_of_values_or_changes_text_is_refused()
    {
        var engine = new NGramEngine { Mistokenize = text => text.Contains("<|im_end|>", StringComparison.Ordinal) ? TestModel.End : text.Contains("Ünï", StringComparison.Ordinal) ? 'U' : null };
        await using var host = new EngineHost(engine);
        var inPrompt = await Assert.ThrowsAsync<TokenEngineException>(() => host.GenerateAsync("say <|im_end|>", Slots.Choice(["A", "B"])));
        var inTitle = await Assert.ThrowsAsync<TokenEngineException>(() => host.GenerateAsync("say", Slots.Choice(["<|im_end|>", "B"])));
        var changed = await Assert.ThrowsAsync<TokenEngineException>(() => host.GenerateAsync("say", Slots.Ranking(["Ünï", "B"])));
        Assert.All([inPrompt, inTitle, changed], refused => Assert.Equal(TokenEngineError.NotExact, refused.Error));
        Assert.Equal(0, engine.DecodeCalls);
    }

    private static bool CanBeWritten(string[] titles) =>
        titles.Distinct().Count() == titles.Length && titles.All(title => title.Length > 0);

    private static async Task<EngineOutput> WriteAsync(OutputConstraint constraint, TokenEngineLimits? limits = null, string prompt = Prompt)
    {
        await using var host = new EngineHost(new NGramEngine(limits));
        return await host.GenerateAsync(prompt, constraint);
    }
}
