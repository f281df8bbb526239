using System.Text.RegularExpressions;
using CsCheck;
using NJsonSchema;

namespace Itdr.Subtasks.Tests;

/// <summary>Every label of every subtask is within the constraint of its task, in text and in JSON.</summary>
public sealed class ConstraintTests
{
    private const int Samples = 300;

    [Fact]
    public void Labels_of_top_k_are_within_its_constraint() => Hold<TopKRecommendation, TopKRecommendation.Answer>(RandomTasks.TopK);

    [Fact]
    public void Labels_of_next_item_are_within_its_constraint() => Hold<NextItemRecommendation, NextItemRecommendation.Answer>(RandomTasks.NextItem);

    [Fact]
    public void Labels_of_rating_prediction_are_within_its_constraint() => Hold<RatingPrediction, RatingPrediction.Answer>(RandomTasks.Rating);

    [Fact]
    public void Labels_of_user_attributes_are_within_its_constraint() => Hold<UserAttributePrediction, UserAttributePrediction.Answer>(RandomTasks.Attributes);

    [Fact]
    public void Labels_of_cross_domain_are_within_its_constraint() => Hold<CrossDomainRecommendation, CrossDomainRecommendation.Answer>(RandomTasks.CrossDomain);

    [Fact]
    public void Labels_of_interest_recognition_are_within_its_constraint() => Hold<InterestRecognition, InterestRecognition.Answer>(RandomTasks.Interests);

    [Fact]
    public void Labels_of_target_users_are_within_its_constraint() => Hold<TargetUserIdentification, TargetUserIdentification.Answer>(RandomTasks.TargetUsers);

    [Fact]
    public void A_task_without_candidates_has_no_constraint()
    {
        var refused = Assert.Throws<AnswerRefusedException>(() => TopKRecommendation.Constrain(new(ItemDomain.Movies, [], [])));

        Assert.Equal("Ranking", refused.Slot);
    }

    private static void Hold<TTask, TAnswer>(Gen<(TTask Task, TAnswer Answer)> pairs)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var accepted = 0;
        pairs.Sample(
            pair =>
            {
                if (Laws.LabelOrNull(pair.Task, pair.Answer) is not { } label)
                {
                    return;
                }

                Interlocked.Increment(ref accepted);
                var constraint = TTask.Constrain(pair.Task);
                Assert.Matches(new Regex($@"\A(?:{constraint.ToRegex()})\z", RegexOptions.CultureInvariant), label);
                var schema = JsonSchema.FromJsonAsync(constraint.ToJsonSchema().GetRawText()).GetAwaiter().GetResult();
                Assert.Empty(schema.Validate(Laws.AnswerJson(pair.Task, pair.Answer)));
            },
            iter: Samples);
        Assert.True(accepted > Samples / 20, $"Only {accepted} of {Samples} random answers were accepted, too few to show the law.");
    }
}
