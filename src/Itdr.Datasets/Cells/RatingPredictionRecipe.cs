using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The last rating of a user in time is asked for; those before it are the history.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="scale">The scale of the ratings.</param>
/// <param name="history">The most ratings in the history.</param>
/// <param name="minRatings">The ratings that a user must have.</param>
internal sealed class RatingPredictionRecipe(ItemDomain domain, RatingScale scale, int history, int minRatings)
    : Recipe<RatingPrediction, RatingPrediction.Answer>
{
    public override IReadOnlyList<CellSettingInfo> Settings { get; } =
        [SettingKinds.OfHistory(history), SettingKinds.OfMinRatings(minRatings)];

    public override bool IsEligible(UserHistory user, CellContext context) =>
        user.Interactions.Length >= context.Settings.Whole(SettingKinds.MinRatings);

    public override Draft<RatingPrediction, RatingPrediction.Answer> Make(UserHistory user, CellContext context)
    {
        var target = user.Interactions[^1];
        var before = user.Interactions[..^1].TakeLast(context.Settings.Whole(SettingKinds.History));
        var task = new RatingPrediction(
            domain,
            scale,
            [.. before.Select(rated => new RatedItem(PromptItem.Of(context.Items[rated.Item]), Rating(rated)))],
            PromptItem.Of(context.Items[target.Item]))
        {
            HistoryOrder = HistoryOrder.OldestFirst,
        };
        return new Draft<RatingPrediction, RatingPrediction.Answer>(task, new RatingPrediction.Answer(Rating(target)));
    }

    private decimal Rating(Interaction interaction) => scale.Normalize((decimal)interaction.Rating);
}
