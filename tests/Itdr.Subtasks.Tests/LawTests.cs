using CsCheck;

namespace Itdr.Subtasks.Tests;

/// <summary>The laws of DESIGN §2 for random tasks and answers of every subtask.</summary>
public sealed class LawTests
{
    private const int Samples = 5_000;

    [Fact]
    public void The_laws_hold_for_top_k() => Hold<TopKRecommendation, TopKRecommendation.Answer>(RandomTasks.TopK);

    [Fact]
    public void The_laws_hold_for_next_item() => Hold<NextItemRecommendation, NextItemRecommendation.Answer>(RandomTasks.NextItem);

    [Fact]
    public void The_laws_hold_for_rating_prediction() => Hold<RatingPrediction, RatingPrediction.Answer>(RandomTasks.Rating);

    [Fact]
    public void The_laws_hold_for_user_attributes() => Hold<UserAttributePrediction, UserAttributePrediction.Answer>(RandomTasks.Attributes);

    [Fact]
    public void The_laws_hold_for_cross_domain() => Hold<CrossDomainRecommendation, CrossDomainRecommendation.Answer>(RandomTasks.CrossDomain);

    [Fact]
    public void The_laws_hold_for_interest_recognition() => Hold<InterestRecognition, InterestRecognition.Answer>(RandomTasks.Interests);

    [Fact]
    public void The_laws_hold_for_target_users() => Hold<TargetUserIdentification, TargetUserIdentification.Answer>(RandomTasks.TargetUsers);

    [Fact]
    public void The_laws_hold_for_an_answer_of_several_slots() => Hold<SeveralSlots, SeveralSlots.Answer>(RandomTasks.Several);

    [Fact]
    public void The_laws_hold_for_dates_and_lists() => Hold<DatesAndLists, DatesAndLists.Answer>(RandomTasks.DatesAndLists);

    private static void Hold<TTask, TAnswer>(Gen<(TTask Task, TAnswer Answer)> pairs)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var accepted = 0;
        pairs.SelectMany(pair => RandomTasks.Near(Laws.LabelOrNull(pair.Task, pair.Answer) ?? "").Select(text => (pair.Task, pair.Answer, Text: text))).Sample(
            sample =>
            {
                Laws.JsonKeepsTheTask<TTask, TAnswer>(sample.Task);
                if (Laws.RoundTrip(sample.Task, sample.Answer) is not null)
                {
                    Interlocked.Increment(ref accepted);
                }

                Laws.NoRepairMeansTheLabelItself<TTask, TAnswer>(sample.Task, sample.Text);
            },
            iter: Samples);
        Assert.True(accepted > Samples / 20, $"Only {accepted} of {Samples} random answers were accepted, too few to show the law.");
    }
}
