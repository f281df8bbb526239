namespace Itdr.Subtasks.Tests;

/// <summary>Answers in their JSON form, with what servers and models write around them.</summary>
public sealed class JsonAnswerTests
{
    private static readonly RatingPrediction Task = new(ItemDomain.Movies, RatingScale.HalfPoints, [], new Item("Heat"));

    [Theory]
    [InlineData("""{"rating":4.5}""")]
    [InlineData("""{ "rating" : 45e-1 }""")]
    [InlineData("""{"r\u0061ting":4.50}""")]
    [InlineData(" {\"rating\":4.5}", RepairKind.OuterWhiteSpace)]
    [InlineData("{\"rating\":4.5}\n", RepairKind.OuterWhiteSpace)]
    [InlineData("<think>{\"rating\":1}</think>{\"rating\":4.5}", RepairKind.ThinkBlock)]
    [InlineData("```json\n{\"rating\":4.5}\n```", RepairKind.Fence)]
    [InlineData("```\n{\"rating\":4.5}", RepairKind.Fence)]
    [InlineData("My answer: {\"rating\":4.5}", RepairKind.Preamble)]
    [InlineData("{\"rating\":4.5} I am sure.", RepairKind.ClosingText)]
    public void The_object_is_read_and_what_stands_around_it_is_a_repair(string text, params RepairKind[] repairs)
    {
        var parsed = RatingPrediction.ParseJson(Task, text);

        Assert.Equal(4.5m, parsed.Value.Rating);
        Assert.Equal(repairs, parsed.Repairs.Select(repair => repair.Kind));
        Assert.Equal(repairs.Length == 0, RatingPrediction.ParseJson(Task, text, ParseOptions.Strict).Succeeded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4.5")]
    [InlineData("[4.5]")]
    [InlineData("{")]
    [InlineData("{\"rating\":4.5")]
    [InlineData("{\"rating\":4.5,}")]
    [InlineData("{}")]
    [InlineData("{\"rating\":null}")]
    [InlineData("{\"rating\":4.2}")]
    [InlineData("{\"rating\":\"4.5\"}")]
    [InlineData("{\"rating\":4.5,\"why\":\"so\"}")]
    [InlineData("{\"rating\":4.5,\"rating\":4.5}")]
    [InlineData("{\"rating\":4.5} {\"rating\":5}")]
    [InlineData("I think {x}: {\"rating\":4.5}")]
    [InlineData("{\"rating\":4.5} or {so}")]
    [InlineData("{\"\\ud800\":4.5}")]
    [InlineData("{\"\\ud800\":1,\"\\ud800\":1}")]
    [InlineData("```\n{\"rating\":4.5}\n```\n```\n{\"rating\":4.5}\n```")]
    public void What_is_no_answer_or_could_be_two_is_a_failure(string text)
    {
        foreach (var options in (ParseOptions[])[ParseOptions.Default, ParseOptions.Strict])
        {
            var failure = RatingPrediction.ParseJson(Task, text, options).Failure;

            Assert.NotNull(failure);
            Assert.InRange(failure.Position, 0, text.Length);
        }
    }

    [Fact]
    public void A_failure_names_the_slot_whose_value_is_wrong()
    {
        var task = new TopKRecommendation(ItemDomain.Movies, [], [new("Heat"), new("Alien")]);

        Assert.Equal("Ranking", TopKRecommendation.ParseJson(task, """{"ranking":["Heat",7]}""").Failure!.Slot);
        Assert.Equal("Rating", RatingPrediction.ParseJson(Task, """{"rating":9}""").Failure!.Slot);
        Assert.Null(RatingPrediction.ParseJson(Task, """{"rating":""").Failure!.Slot);
    }

    [Fact]
    public void Ten_megabytes_of_braces_are_read_in_one_pass()
    {
        var text = new string('{', 10_000_000);

        Assert.False(RatingPrediction.ParseJson(Task, text).Succeeded);
        Assert.False(RatingPrediction.ParseJson(Task, $"so: {text}").Succeeded);
    }

    [Fact]
    public void A_ranking_is_given_item_by_item_while_its_text_arrives()
    {
        var task = new TopKRecommendation(ItemDomain.Movies, [], [new("Heat"), new("Alien")]);
        var stream = task.StreamRanking();

        Assert.Equal([task.Candidates[1]], stream.Push("1. Alien\n2. He"));
        Assert.Empty(stream.Push("at"));
        Assert.Equal([task.Candidates[0]], stream.Complete());
    }
}
