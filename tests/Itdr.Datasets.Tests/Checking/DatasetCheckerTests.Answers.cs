using System.Text.Json.Nodes;

namespace Itdr.Datasets.Tests.Checking;

/// <summary>Answers against the relevance of the candidates, and ratings against their scale.</summary>
public sealed partial class DatasetCheckerTests
{
    [Fact]
    public void Candidates_without_relevance_are_found()
    {
        dataset.Edit(TopK, 1, static line => line.Remove("relevance"));

        AssertFinds(CheckRule.Answers, $"{TopK}:1: The instance has 10 candidates and no relevance, so nothing shows which of them are negatives.");
    }

    [Fact]
    public void A_choice_that_is_not_the_most_relevant_is_found()
    {
        dataset.Edit(NextItem, 1, static line => line["answer"]!["choice"] = Candidate(line, relevance: 0)["title"]!.GetValue<string>());

        var choice = dataset.Line(NextItem, 1)["answer"]!["choice"];
        AssertFinds(CheckRule.Answers, $"{NextItem}:1: choice has \"{choice}\" of relevance 0 at place 1, where a candidate of relevance 1 belongs.");
    }

    [Fact]
    public void A_ranking_with_a_negative_before_a_positive_is_found()
    {
        dataset.Edit(TopK, 1, static line => line["answer"]!["ranking"] = new JsonArray([.. line["answer"]!["ranking"]!.AsArray().Reverse().Select(static title => title!.DeepClone())]));

        AssertFinds(CheckRule.Answers, $"{TopK}:1: ranking has \"");
    }

    [Fact]
    public void A_rating_off_the_task_s_scale_is_found()
    {
        dataset.Edit(Ratings, 2, static line => line["task"]!["history"]![0]!["rating"] = 17);

        AssertFinds(CheckRule.Ratings, $"{Ratings}:2: The rating 17 is no point of the task's scale, which runs from 1 to 5 in steps of 1.");
    }
}
