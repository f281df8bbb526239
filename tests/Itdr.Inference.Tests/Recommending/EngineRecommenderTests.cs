using CsCheck;
using Itdr.Inference.Tests.Engine;
using Itdr.Subtasks;

namespace Itdr.Inference.Tests.Recommending;

/// <summary>Typed calls on the test engine.</summary>
public sealed class EngineRecommenderTests
{
    private static readonly Item[] History = [new("Paper Boats (1979)", "Drama"), new("The Quiet Harbor (1995)", "Drama|Sea"), new("Night Train to Lisbon (2001)")];

    private static readonly SamplingOptions Drawn = new() { Temperature = 1, Seed = 3, MaxTextTokens = 2000 };

    [Fact]
    public async Task A_ranking_holds_the_tasks_own_items_each_once_whatever_their_titles()
    {
        await using var host = new EngineHost(new NGramEngine());
        var recommender = new EngineRecommender(host);
        var lists = Titles.Lists(12).Where(titles => titles.Distinct().Count() == titles.Length && titles.All(title => title.Length > 0));
        await lists.SampleAsync(
            async titles =>
            {
                var task = Rank(titles);
                var result = await recommender.AnswerAsync(task);
                Assert.True(result.Succeeded, result.Failure?.Message);
                Assert.Empty(result.Repairs);
                Assert.Equal(task.ToLabel(result.Value), result.Text);
                Assert.Equal(task.Candidates.Count, result.Value.Ranking.Count);
                Assert.All(result.Value.Ranking, item => Assert.Single(task.Candidates, candidate => ReferenceEquals(candidate, item)));
                Assert.Equal(BruteForce.Rank(TopKRecommendation.Descriptor.UserTurn(task.ToPrompt()), titles).Order, result.Value.Ranking.Select(item => Array.IndexOf(titles, item.Title)));
            },
            iter: 40, threads: 1);
    }

    [Fact]
    public async Task Every_subtask_of_the_paper_is_answered_in_its_own_form()
    {
        await using var host = new EngineHost(new NGramEngine());
        var recommender = new EngineRecommender(host, new EngineRecommenderOptions { Generation = new GenerationOptions { Sampling = Drawn } });
        var next = await recommender.AnswerAsync(new NextItemRecommendation(ItemDomain.Movies, History, [new("A", "x"), new("A 2", "y"), new("Heat")]));
        Assert.True(next.Succeeded, next.Failure?.Message);
        var rating = await recommender.AnswerAsync(new RatingPrediction(ItemDomain.Movies, RatingScale.HalfPoints, [new RatedItem(History[0], 4.0m)], History[1]));
        Assert.True(RatingScale.HalfPoints.Contains(rating.Value.Rating));
        for (var index = 0; index < 12; index++)
        {
            var attributes = await recommender.AnswerAsync(new UserAttributePrediction(ItemDomain.Movies, [History[index % 3], new($"Movie {index}")], ["age", "gender"]));
            Assert.True(attributes.Succeeded, $"{attributes.Failure?.Message}\n{attributes.Text}");
            Assert.NotEmpty(attributes.Text);
            Assert.InRange(attributes.Value.Age ?? 0, 0, 150);
        }

        Assert.All<bool>([next.Repairs.IsEmpty, rating.Repairs.IsEmpty], Assert.True);
    }

    [Fact]
    public async Task Every_written_prediction_of_attributes_is_a_label()
    {
        await using var host = new EngineHost(new NGramEngine());
        for (var seed = 0; seed < 40; seed++)
        {
            var options = new EngineRecommenderOptions { Generation = new GenerationOptions { Sampling = Drawn with { Seed = seed } } };
            var task = new UserAttributePrediction(ItemDomain.Movies, History, ["country", "occupation"]);
            var result = await new EngineRecommender(host, options).AnswerAsync(task);
            Assert.True(result.Succeeded, $"{result.Failure?.Message}\n{result.Text}");
            Assert.Empty(result.Repairs);
            Assert.Equal(task.ToLabel(result.Value), result.Text);
        }
    }

    [Fact]
    public async Task What_an_answer_took_is_told_and_the_instruction_is_decoded_once()
    {
        await using var host = new EngineHost(new NGramEngine());
        var recommender = new EngineRecommender(host);
        await recommender.AnswerAsync(Rank(["A", "B"]));
        await recommender.AnswerAsync(new RatingPrediction(ItemDomain.Movies, RatingScale.FivePoints, [new RatedItem(History[0], 4)], History[1]));
        var task = Rank(["Heat", "Paper Boats", "Night Train"]);
        var result = await recommender.AnswerAsync(task);
        var turn = TopKRecommendation.Descriptor.UserTurn(task.ToPrompt());
        Assert.Equal(BruteForce.Prompt(turn).Count, result.Usage!.InputTokens);
        Assert.True(result.Usage.CachedInputTokens > TestModel.Encode(TopKRecommendation.Descriptor.Instruction).Count);
        Assert.Equal(TestModel.Encode(result.Text + "\n").Count, result.Usage.OutputTokens);
        Assert.True(result.Usage.Elapsed > TimeSpan.Zero && result.Usage.Queued >= TimeSpan.Zero);
        var expected = BruteForce.Rank(turn, [.. task.Candidates.Select(item => item.Title)]);
        Assert.Equal(expected.LogProbability, result.LogProbability!.Value, 1e-6);
        Assert.Equal(expected.SmallestMargin, result.SmallestMargin!.Value, 1e-4);
    }

    [Fact]
    public async Task Candidates_that_cannot_be_told_apart_are_a_typed_failure()
    {
        var engine = new NGramEngine();
        await using var host = new EngineHost(engine);
        var result = await new EngineRecommender(host).AnswerAsync(Rank(["Heat", "Heat"]));
        Assert.Equal(AnswerError.Unanswerable, result.Error);
        Assert.StartsWith("The task has no answer that could be read back: its Ranking ", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("same text", result.FailureMessage, StringComparison.Ordinal);
        Assert.Equal(0, engine.DecodeCalls);
    }

    [Fact]
    public async Task A_variant_that_does_not_exist_is_refused()
    {
        await using var host = new EngineHost(new NGramEngine());
        var recommender = new EngineRecommender(host, new EngineRecommenderOptions { Variant = "none such" });
        await Assert.ThrowsAsync<ArgumentException>(() => recommender.AnswerAsync(Rank(["A", "B"])));
    }

    private static TopKRecommendation Rank(string[] titles) => new(ItemDomain.Movies, History, [.. titles.Select(title => new Item(title))]);
}
